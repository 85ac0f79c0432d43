/**
 * Names of world news that no dictionary of Latin script has to hold: countries, their people, capitals, big cities,
 * leaders (resources/world-names.txt). The list is the same at every desk, so it tells nothing of a desk’s sources.
 */
import list from '../../../resources/world-names.txt?raw'
import { lazy } from '../../story/text/lazy'

const NAMES = lazy(
  () =>
    new Set(
      list
        .normalize('NFC')
        .split('\n')
        .filter((line) => !line.startsWith('#'))
        .flatMap((line) => line.split(/\s+/u)),
    ),
)

/** Whether this is such a name, with its capital. `word`: as `spellableWords` gives it. German adds an s: Busans. */
export const isWorldName = (word: string, language: string): boolean =>
  /^\p{Lu}/u.test(word) && (NAMES().has(word) || (language === 'de' && NAMES().has(word.replace(/s$/u, ''))))
