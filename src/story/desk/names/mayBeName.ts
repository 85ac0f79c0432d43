/**
 * Whether words that are left of an entered name can only be a person’s. A protected name outside the copy closes every
 * export, so what may be an ordinary word or the description of a source is not sought.
 */
import lists from '../../language/names/commonNames.json' with { type: 'json' }
import {
  CHINESE_SURNAMES,
  FIRST_NAMES,
  HAN_BODIES,
  HAN_ENDINGS,
  KOREAN_BODIES,
  KOREAN_ENDINGS,
  KOREAN_SURNAMES_OF_TWO,
  KOREAN_WORDS,
  NOUN_ENDINGS,
  NOUNS,
  ORGANISATIONS,
  WORDS_TOO,
} from '../../language/names/notNames'
import { FIRMS, TOWNS } from '../../language/names/placesAndFirms'
import { SURNAMES_AT_DESK } from '../../language/names/koreanSurnames'
import { SMALL_WORDS } from '../../language/wordTables'
import { lazy } from '../../text/lazy'

/** Accents do not count: “MULLER” is Müller. */
const folded = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
const listed = (words: string): readonly string[] => words.split(/[,\s]+/u).filter((word) => word !== '')

const sets = lazy(() => ({
  nouns: new Set(listed(NOUNS).map(folded)),
  firstNames: new Set(listed(FIRST_NAMES).map(folded)),
  koreanWords: new Set(listed(KOREAN_WORDS)),
  koreanBodies: new Set(listed(KOREAN_BODIES)),
  townsAndFirms: new Set([TOWNS, FIRMS].flatMap(listed).map(folded)),
  organisations: new Set(listed(ORGANISATIONS).map(folded)),
  /** Words that are names, too. */
  wordsToo: new Set([...lists.names, ...listed(WORDS_TOO)].map(folded)),
  ordinary: new Set(
    [
      ...lists.months,
      ...lists.weekdays,
      ...Object.values(SMALL_WORDS).flatMap((words) => words.split(' ')),
      ...listed(NOUNS),
    ].map(folded),
  ),
}))

const isNoun = (word: string): boolean => sets().nouns.has(folded(word)) || NOUN_ENDINGS.test(word.toLowerCase())
export const isFirstName = (word: string): boolean => sets().firstNames.has(folded(word))

const HAN = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u
const HANGUL = /\p{sc=Hangul}/u

/** What stands with a name. */
export interface NameBeside {
  /** A form of address: a person is called so, and no town, firm or station. */
  readonly isPerson: boolean
  /** Asked of each word of a name that has a note, for offices are what people note. */
  readonly isOffice?: (word: string) => boolean
}

export function isFullName(name: string, { isPerson, isOffice }: NameBeside): boolean {
  const words = name.split(/[\s,]+/u).filter((word) => word !== '')
  if (HANGUL.test(name)) return isKoreanName(words, isPerson)
  if (HAN.test(name)) return isHanName(words, isPerson)
  const telling = words.filter((word) => (word.match(/\p{L}/gu)?.length ?? 0) > 1)
  // Scripts without capitals.
  if (!/[\p{Lu}\p{Ll}]/u.test(name)) return isOffice === undefined && !telling.some(isNoun)
  // “Villeroy und Boch” is a firm. “Frau Anna von und zu Guttenberg” is a person.
  const isAllNames = telling.every(
    (word) => /\p{Lu}/u.test(word) || (PARTICLES.has(word) && (isPerson || word !== 'und')),
  )
  if (!isAllNames) return false
  // Behind a form of address a firm or an occupation is a family name: “Mr. Werner Siemens”.
  return isPerson || isFirstName(telling[0] ?? '') || !telling.some((word) => isNoun(word) || isOffice?.(word) === true)
}

/** “Luis Poe”. Not “Victoria Police”, nor what begins with no first name: “Goldman Sachs”. */
export function isFirstAndFamilyName(name: string): boolean {
  const [first = '', ...others] = name.split(' ')
  const isOther = (word: string): boolean =>
    isNoun(word) || [sets().townsAndFirms, sets().organisations, sets().ordinary].some((set) => set.has(folded(word)))
  return (
    isFirstName(first) &&
    others.some((word) => /\p{Lu}/u.test(word)) &&
    others.every((word) => PARTICLES.has(word) || (/^\p{Lu}/u.test(word) && !isOther(word)))
  )
}

/** Small words that are parts of names. */
export const PARTICLES: ReadonlySet<string> = new Set(
  listed(
    'de da do dos das del della dei degli dalla di du des la le lo el al los las y e i ' +
      'van von vom der dem den zu zum zur und ter ten af av bin ibn bint binti ben abu of the',
  ),
)

/** “김민수”, “김 민수”, “남궁민수”. */
function isKoreanName(words: readonly string[], isPerson: boolean): boolean {
  const [family = '', given = ''] = words
  if (words.length === 1) return isKoreanWholeName(family, isPerson)
  return (
    words.length === 2 && isSurname(family) && given.length === 2 && isKoreanWholeName(`${family}${given}`, isPerson)
  )
}

const isSurname = (word: string): boolean =>
  KOREAN_SURNAMES_OF_TWO.includes(word) || (word.length === 1 && SURNAMES_AT_DESK.includes(word))

/** Two syllables are too often a word: “수지”, “나라”. */
function isKoreanWholeName(word: string, isPerson: boolean): boolean {
  const family = word.length === 4 ? word.slice(0, 2) : word.slice(0, 1)
  const isBody = !isPerson && sets().koreanBodies.has(word)
  const isWord = isBody || sets().koreanWords.has(word) || KOREAN_ENDINGS.test(word)
  return /^[가-힣]{3,4}$/u.test(word) && isSurname(family) && !isWord
}

/** “김민수” of “삼성전자 김민수”: the last of several words. */
export function koreanNameIn(name: string, isPerson: boolean): readonly string[] {
  const words = name.split(' ')
  const last = words.at(-1) ?? ''
  return words.length > 1 && isKoreanWholeName(last, isPerson) ? [last] : []
}

function isHanName(words: readonly string[], isPerson: boolean): boolean {
  const whole = words.join('')
  const isLong = whole.length >= 3 && whole.length <= (/^\p{sc=Han}+$/u.test(whole) ? 5 : 12)
  const isWritten = /\p{sc=Han}/u.test(whole) || /[・·=＝]/u.test(whole) || words.length > 1
  const isBody = (word: string): boolean =>
    word.length > 1 && (HAN_ENDINGS.test(word) || (!isPerson && HAN_BODIES.test(word)))
  return isLong && isWritten && (isNamedFor(whole, isPerson) || !words.some(isBody))
}

/** 王建国 ends as a country does, and 北京次郎 begins as a town. */
const isNamedFor = (name: string, isPerson: boolean): boolean =>
  (/[国國]$/u.test(name) && (isPerson || (name.length === 3 && CHINESE_SURNAMES.includes(name.charAt(0))))) ||
  (/(?:郎|[^电電太分弟女男]子)$/u.test(name) && name.length <= 4)

/** What stands with one word. */
export interface WordBeside extends Pick<NameBeside, 'isPerson'> {
  /** Particles are sought with the word: “van Dijk” is no dike. */
  readonly hasParticle: boolean
}

/**
 * A word with a capital that is in no list of words, with the particle that is written on it: “d’Arcy”, “al-Masri”.
 * “FBI” is no name. Nobody calls a town or a firm “Mr.”.
 */
export const isNameOfOneWord = (name: string, { isPerson, hasParticle }: WordBeside): boolean => {
  const word = name.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '').replace(/^\p{Ll}{1,4}['’-](?=\p{Lu})/u, '')
  if (!/^\p{Lu}.*\p{Ll}/u.test(word)) return false
  const key = folded(word)
  if (sets().townsAndFirms.has(key)) return isPerson && !hasParticle
  return !sets().ordinary.has(key) && !isNoun(word) && ((isPerson && hasParticle) || !sets().wordsToo.has(key))
}

/**
 * Whether a word alone is a name that few people have, and no word: “Zorblat”, not “Nina” or “Ace”. Four capitals may
 * be any organisation.
 */
export function isUnusual(name: string): boolean {
  const isCapitals = /^\p{Lu}+$/u.test(name)
  const word = isCapitals ? `${name.slice(0, 1)}${name.slice(1).toLowerCase()}` : name
  return (
    word.length > (isCapitals ? 4 : 3) &&
    !isFirstName(word) &&
    !sets().organisations.has(folded(word)) &&
    isNameOfOneWord(word, { isPerson: false, hasParticle: false })
  )
}
