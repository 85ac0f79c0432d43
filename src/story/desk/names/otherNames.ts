/** Other names of a person in one entry: “Ana Ruiz aka Nina”, “Anna Schmidt geb. Weber”, “John “Jack” Doe”. */
import { AKA } from '../../language/names/joiningWords'
import { PARTICLES } from './mayBeName'

/** An entry as it is read: without line ends and double spaces, its letters composed. */
export const inOneLine = (name: string): string => name.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** Names of one word beside the name: “Nina” of “Ana Ruiz aka Nina”, “Ana "Nina" Ruiz”. */
export function nicknamesIn(name: string): readonly string[] {
  const entered = inOneLine(name)
  const nickname = NICKNAME.exec(entered)?.groups?.['name']
  return [...aliasesOfOneWord(entered), ...(nickname === undefined ? [] : [nickname])]
}

/** “Nina” of “Ana Ruiz aka Nina”, and “Zorblat” of “Zorblat aka Maria”. */
export const aliasesOfOneWord = (entered: string): readonly string[] =>
  [...entered.matchAll(ALIAS_OF_ONE_WORD), ...entered.matchAll(ONE_WORD_BEFORE)].flatMap(namesOf)

/** “John Doe alias Jack Poe” is Jack Poe, too, and “김민지, 본명 이준호” 이준호. Not 가명: that is what the copy may say. */
export const aliasesIn = (entered: string): readonly string[] =>
  [...entered.matchAll(ALIAS), ...entered.matchAll(KOREAN_ALIAS)].flatMap(namesOf)

/** The entry without “, alias Zorblat” and “aka Jack Smith”, which are no piece of it. */
export const withoutAliases = (entered: string): string => entered.replace(ALIAS_NOTE, '')

/**
 * “Anna Schmidt geb. Weber” is Anna Weber, too, and “John “Jack” Doe” Jack Doe. `plain`: the entry without titles and
 * notes.
 */
export function withOtherPart(entered: string, plain: string): readonly string[] {
  // “Schmidt, Anna”
  const [last = '', first = ''] = plain.split(/,\s?/u)
  const words = (first === '' ? plain : `${first} ${last}`).split(' ')
  const [given = ''] = words
  if (words.length < 2) return []
  const particles = words.slice(1, -1).findLastIndex((word) => !PARTICLES.has(word)) + 2
  const family = words.slice(particles).join(' ')
  const maiden = MAIDEN.exec(entered)?.groups?.['name']
  const nickname = NICKNAME.exec(entered)?.groups?.['name']
  return [maiden && `${given} ${maiden}`, nickname && `${nickname} ${family}`].filter((name) => name !== undefined)
}

const namesOf = ({ groups }: RegExpMatchArray): readonly string[] => {
  const name = groups?.['name']
  return name === undefined ? [] : [name]
}

/** Also “von Weber”, “d’Estaing” and “Le Gall”. */
const MAIDEN =
  /[\s([](?:née?|nee|geb\.|geborene|z domu)\s(?<name>(?:(?:\p{Ll}{1,4}|Le|La|Van|Von|De|Du|Di|Da)\s){0,3}(?:\p{Ll}['’])?\p{Lu}[\p{L}'’-]+)(?=[\s,)\]]|$)/u
const NICKNAME = /\s["“„«‘'(](?<name>\p{Lu}\p{L}+)["”“»’')]\s(?:\p{Lu}|\p{Ll}{1,4}\s)/u

const BEGINS = `[\\s([（［]${AKA}\\s["“„«‘']?`
const ALIAS = new RegExp(
  `${BEGINS}(?<name>\\p{Lu}[\\p{L}'’-]+(?:\\s\\p{Lu}[\\p{L}'’-]*\\p{L})+)(?=[\\s,;/)\\]）］"”“»’']|$)`,
  'gu',
)
const KOREAN_ALIAS = /(?:본명|예명|필명|옛 이름|개명 전)[은이:]?\s(?<name>\p{sc=Hangul}{3,4})(?=$|[\s,)）])/gu
/** “alias Zorblat”, in brackets or before them, before a comma or a dash. */
const ALIAS_OF_ONE_WORD = new RegExp(
  `${BEGINS}(?<name>\\p{Lu}[\\p{L}'’-]*\\p{L})["”“»’')\\]）］]*` + `(?=$|[,;/|([（［]|\\s(?:[-–—/|([（［]|${AKA}\\s))`,
  'gu',
)
/** “Zorblat aka Maria”, “Zorblat (real name Ana Ruiz)” */
const ONE_WORD_BEFORE = new RegExp(`^(?<name>\\p{Lu}[\\p{L}'’-]*\\p{L}),?\\s[([（［]?${AKA}\\s`, 'gu')
const ALIAS_NOTE = new RegExp(`,?\\s${AKA}\\s["“„«‘']?\\p{Lu}[\\p{L}'’-]+(?:\\s\\p{Lu}[\\p{L}'’-]+)*["”“»’']?`, 'gu')
