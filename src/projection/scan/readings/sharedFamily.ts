/** People of one list who share a family name: “Ana, Luis and Marta Ruiz”, “Ana Ruiz and her brother Luis”. */
import { isFirstName } from '../../../story/desk/names/mayBeName'
import { AND, RELATIVE } from '../../../story/language/names/joiningWords'
import words from '../seek/name/nameWords.json' with { type: 'json' }
import type { ShownReading } from './shownReadings'

/**
 * A reading in which each of them has the family name: “Ana Ruiz”, “Luis Ruiz”. An empty list for texts without such
 * people. It is made once for all names that are sought. “Ana Lopez and Luis Ruiz” share no name. Nor do “Ana and the
 * mayor, Luis Ruiz”: a word with a small letter parts two people, unless it says that they are relatives.
 */
export function sharedFamily(text: string): readonly ShownReading[] {
  const people = [...inSentences(text), ...inAddresses(text)]
  if (people.length === 0) return []
  const parts: string[] = []
  const at: number[] = []
  const add = (piece: string, from: number, isOneSign = false): void => {
    parts.push(piece)
    for (let unit = 0; unit < piece.length; unit++) at.push(isOneSign ? from : from + unit)
  }
  const names = people.map(({ given, family, sign, isWhole }) => {
    const from = at.length
    const written = text.slice(given.from, given.to)
    // Over a line end parts of a name are found, but nothing between them.
    add(isWhole ? written.replaceAll(/\s/gu, '\n') : written, given.from)
    const joint = at.length
    add(isWhole ? '\n' : sign, family.from, true)
    add(text.slice(family.from, family.to), family.from)
    const to = at.length
    add(APART, family.to - 1, true)
    return { from, joint, to, isWhole }
  })
  const accepts = ({ from, to }: Place): boolean => {
    const name = names.findLast((one) => one.from <= from)
    return name !== undefined && from < name.joint && to > name.joint && (!name.isWhole || from === name.from)
  }
  return [{ text: parts.join(''), at, accepts }]
}

/** More signs than a name has between two parts. */
const APART = '||||'

interface Place {
  readonly from: number
  readonly to: number
}

interface Person {
  readonly given: Place
  readonly family: Place
  /** Between them. */
  readonly sign: string
  /** “Ana Lopez” of “Ana Lopez and Luis Ruiz”: the given name is found with both its words, not with one of them. */
  readonly isWhole?: boolean
}

const inEachCase = (either: string): string => `(?:${either}|${either.toUpperCase()})`
/** With words of more languages than entries of sources have. */
const JOINING = inEachCase(`${AND}|nor|i|и|й|і|та`)
const PARTICLE = `(?:${words.particles.join('|')})`

const IN_NAME = "[\\p{L}\\p{M}\\p{N}\\p{Cf}'’ʼ‘\u2010\u2011-]"
const BEGINS = `(?<!${IN_NAME})`
const SPACE = '[\\s\\p{Cf}]{1,4}'
const ANY_SPACE = '[\\s\\p{Cf}]{0,4}'
/** A point behind more letters ends a sentence. */
const NAME = `\\p{Lu}(?:${IN_NAME}{0,2}\\.|${IN_NAME}*)`
/** “Ana”, “Ana M.”, “A. M.” */
const GIVEN = `${NAME}(?:${ANY_SPACE}\\p{Lu}\\.){0,3}`
const AGE = '(?:,\\s(?:aged\\s)?\\p{Nd}{1,3}|\\s?[(（]\\p{Nd}{1,3}[)）])?'
/** “Ruiz”, “de la”, “d’Arcy”, “(Lucho)” */
const PART = `(?:${PARTICLE}${SPACE}){0,3}(?!${JOINING}\\s)["“„«‘(]?(?:\\p{Ll}{1,4}['’-])?${NAME}["”“»’)]?`
const FAMILY = `${PART}(?:${SPACE}${PART}){0,3}`

const BEHIND = '[\\p{L}\\p{M}\\p{N}\\p{Cf}.)）,]'
const AND_RELATIVE = `(?:${ANY_SPACE}[&+/]${ANY_SPACE}|,?${SPACE}${JOINING}${SPACE}(?<relative>${RELATIVE},?${SPACE})?)`
const JOINTS = new RegExp(`(?<=${BEHIND})${AND_RELATIVE}(?=\\p{Lu})`, 'gu')
const LAST = new RegExp(`${GIVEN}${AGE}${SPACE}(?<family>${FAMILY})`, 'duy')
const BEFORE = new RegExp(`(?<=${BEGINS}(?<given>${GIVEN})${AGE})`, 'duy')
const WORD_BEFORE = new RegExp(`(?<=${BEGINS}(?<word>\\p{Lu}${IN_NAME}*)${SPACE})`, 'duy')
const SIGN_BEFORE = new RegExp(`(?<=${BEHIND}(?<sign>,${SPACE}(?:${RELATIVE},?${SPACE})?|${AND_RELATIVE}))`, 'duy')
const NAMED_BEFORE = new RegExp(`(?<=${BEGINS}${GIVEN}${SPACE}(?<family>${FAMILY})${AGE})`, 'duy')
const NAMED_BEHIND = new RegExp(`(?<given>${GIVEN})`, 'duy')

/** The place of a group of the pattern, tried at this offset. */
function groupAt(pattern: RegExp, text: string, offset: number, group: string): Place | undefined {
  pattern.lastIndex = offset
  const [from, to] = pattern.exec(text)?.indices?.groups?.[group] ?? []
  return from === undefined || to === undefined ? undefined : { from, to }
}

function inSentences(text: string): readonly Person[] {
  return Array.from(text.matchAll(JOINTS)).flatMap(({ 0: joint, index, groups }): readonly Person[] => {
    const behind = index + joint.length
    const family = groupAt(LAST, text, behind, 'family')
    if (family) return listedBefore(text, index, family)
    // “Ana Ruiz and her brother Luis”
    const given = groups?.['relative'] === undefined ? undefined : groupAt(NAMED_BEHIND, text, behind, 'given')
    const named = given && groupAt(NAMED_BEFORE, text, index, 'family')
    return given && named ? [{ given, family: named, sign: ' ' }] : []
  })
}

/** The longest list that is read. */
const MOST_PEOPLE = 12

/** The given names of a list, from its end on. */
function listedBefore(text: string, end: number, family: Place): readonly Person[] {
  const people: Person[] = []
  let to = end
  while (people.length < MOST_PEOPLE) {
    const given = groupAt(BEFORE, text, to, 'given')
    if (!given) break
    const word = groupAt(WORD_BEFORE, text, given.from, 'word')
    if (word) return [...people, ...withWord(text, word, given).map((one) => ({ ...one, family, sign: ' ' }))]
    people.push({ given, family, sign: ' ' })
    const sign = groupAt(SIGN_BEFORE, text, given.from, 'sign')
    if (!sign) break
    to = sign.from
  }
  return people
}

/** Behind a first name stands a second one or a family name; behind another word, as “Siblings”, anything. */
function withWord(text: string, word: Place, given: Place): readonly Pick<Person, 'given' | 'isWhole'>[] {
  const [first, second] = [word, given].map(({ from, to }) => isFirstName(text.slice(from, to).split(/\s/u)[0] ?? ''))
  const both = { from: word.from, to: given.to }
  if (first === true && second === true) return [{ given: both }]
  return [{ given: both, isWhole: true }, ...(first === true ? [] : [{ given }])]
}

const LETTERS = '[\\p{L}\\p{M}]'
const IN_ADDRESS = new RegExp(
  `(?<=(?<!${LETTERS})(?:(?<word>${LETTERS}+)[-_.+])?(?<!${LETTERS})(?<given>${LETTERS}{2,})(?<sign>[-_.+]))` +
    `${JOINING}\\k<sign>${LETTERS}+\\k<sign>(?<family>(?:${PARTICLE}\\k<sign>){0,3}${LETTERS}+)`,
  'dgu',
)

/** “ana-and-luis-ruiz” */
function inAddresses(text: string): readonly Person[] {
  return Array.from(text.matchAll(IN_ADDRESS)).flatMap(({ groups, indices }): readonly Person[] => {
    const { word = '', given = '', sign = '' } = groups ?? {}
    const [at, behind] = [indices?.groups?.['given'], indices?.groups?.['family']]
    if (!at || !behind || (isFirstName(word) && !isFirstName(given))) return []
    return [{ given: { from: at[0], to: at[1] }, family: { from: behind[0], to: behind[1] }, sign }]
  })
}
