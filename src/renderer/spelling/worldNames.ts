/**
 * Names of world news that no dictionary has to hold: countries, their people, capitals, big cities, leaders
 * (resources/world-names.txt and world-names-ko.txt). The lists are the same at every desk, so they tell nothing of a
 * desk’s sources.
 */
import hangul from '../../../resources/world-names-ko.txt?raw'
import list from '../../../resources/world-names.txt?raw'
import { isKoreanName, isKoreanPerson } from '../../story/spelling/koreanNames'
import { lazy } from '../../story/text/lazy'

const namesIn = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .normalize('NFC')
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .flatMap((line) => line.split(/\s+/u)),
  )
const NAMES = lazy(() => namesIn(list))
const KOREAN = lazy(() => namesIn(hangul))

/**
 * Whether this is such a name: in Latin script with its capital, in Korean with its endings and particle. A Korean
 * person’s name is right by its form, for any person. `word`: as
 * `spellableWords` gives it. German adds an s: Busans.
 */
export const isWorldName = (word: string, language: string): boolean =>
  language === 'ko' ? isKoreanName(word, KOREAN()) || isKoreanPerson(word) : isLatinName(word, language)

const isLatinName = (word: string, language: string): boolean =>
  /^\p{Lu}/u.test(word) && (NAMES().has(word) || (language === 'de' && NAMES().has(word.replace(/s$/u, ''))))
