/** Two people in one name: “Ana Ruiz and Marta Quill”, “Ana and Luis Ruiz”, “김민지와 이준호”. */
import { AKA, AND, RELATIVE } from '../../language/names/joiningWords'

/** The people of one entry. Whether the pieces are names is for the caller to say: “Villeroy und Boch” is one firm. */
export interface Pieces {
  readonly pieces: readonly string[]
  /** Some pieces are a given name with the family name of another: all of them are names, or none is. */
  readonly isShared: boolean
}

/** The name at each word that may join two people; one piece for most names. */
export function joinedPeople(name: string): Pieces {
  const pieces = partsOf(name, IN_KOREAN.test(name) ? JOINS_IN_KOREAN : JOINS)
  return pieces.length === 2 ? withFamily(pieces, RELATED.test(name)) : { pieces, isShared: false }
}

/**
 * The pieces of a list: “Ana Ruiz, Luis Poe and Marta Quill”, “Ana Ruiz, 43, and Luis Poe, 45”, “Ruiz, Ana and Luis”.
 * Else empty.
 */
export function listedPeople(name: string): Pieces {
  const joined = partsOf(name, JOINS)
  if (!name.includes(',') || joined.length < 2) return { pieces: [], isShared: false }
  if (FAMILY_FIRST.test(joined[0] ?? '')) {
    const people = withFamily(joined, false)
    if (people.isShared) return people
  }
  const pieces = partsOf(name, LISTS).filter((piece) => !/^(?:aged\s)?\p{Nd}*$/u.test(piece))
  return withFamily(pieces, RELATED.test(name))
}

/** The pieces between commas, semicolons and slashes: “Ana Ruiz, Luis Poe”. One may be what the first is: an office. */
export const apartPeople = (name: string): readonly string[] => partsOf(name, APART)

/**
 * “Ana, Luis and Marta Ruiz”, “Ruiz, Ana and Luis”, and of relatives also “Ana Ruiz and her brother Luis”. Not “José
 * Ortega y Gasset”, whose last piece is one word.
 */
function withFamily(pieces: readonly string[], areRelated: boolean): Pieces {
  const [first = ''] = pieces
  const last = pieces.at(-1) ?? ''
  const others = pieces.slice(0, -1)
  const { before, given } = FAMILY_FIRST.exec(first)?.groups ?? {}
  if (before !== undefined && given !== undefined && pieces.slice(1).every((piece) => ONE_NAME.test(piece)))
    return { pieces: [...given.split(/,\s/u), ...pieces.slice(1)].map((one) => `${one} ${before}`), isShared: true }
  const family = familyIn(last)
  if (family !== undefined && others.every((piece) => ONE_NAME.test(piece)))
    return { pieces: [...others.map((given) => `${given} ${family}`), last], isShared: others.length > 0 }
  const familyOfFirst = familyIn(first)
  return areRelated && pieces.length === 2 && familyOfFirst !== undefined && ONE_NAME.test(last)
    ? { pieces: [first, `${last} ${familyOfFirst}`], isShared: true }
    : { pieces, isShared: false }
}

const familyIn = (name: string): string | undefined => FAMILY.exec(name)?.groups?.['family']

const partsOf = (name: string, signs: RegExp): readonly string[] => name.split(signs).map((piece) => piece.trim())

const IN_KOREAN = /^\p{sc=Hangul}/u
/** Not in brackets: “Ana Ruiz (nurse and mother)”. */
const OUTSIDE = '(?![^(（[]*[)）\\]])'
const JOIN = `\\s${AND}(?:\\s${RELATIVE})?\\s`
const RELATED = new RegExp(`\\s${AND}\\s${RELATIVE}\\s\\p{Lu}`, 'u')
const JOINS = new RegExp(`(?:${JOIN}|\\s?[&+]\\s?)${OUTSIDE}`, 'u')
const LISTS = new RegExp(`,${JOIN}|,\\s(?!${AKA}\\s)|${JOIN}|\\s?&\\s?`, 'u')
const APART = new RegExp(`(?:,\\s(?!${AKA}\\s)|;\\s?|\\s?[/|]\\s?)${OUTSIDE}`, 'u')
/** Behind a name, a title (“김민지 기자와”) or a note (“김민지(43)와”). */
const JOINS_IN_KOREAN = new RegExp(
  `(?:\\s?[,、·・/&+]\\s?|\\s(?:및|그리고)\\s|(?<=[가-힣]{3}|\\s[가-힣]{1,3}|[)）])(?:와|과|하고)\\s)${OUTSIDE}`,
  'u',
)
/** “Luis”, “Luis (nurse)” */
const ONE_NAME = /^\p{Lu}[\p{L}-]+(?:\s[(（].*)?$/u
/** “Ruiz, Ana”, “de la Cruz, Ana, Luis” */
const FAMILY_FIRST =
  /^(?<before>(?:\p{Ll}{1,4}\s){0,3}(?:\p{Ll}['’])?\p{Lu}[\p{L}'’-]+),\s(?<given>\p{Lu}[\p{L}-]+(?:,\s\p{Lu}[\p{L}-]+)*)$/u
/** Behind titles with a point: “Dr. Ana Ruiz”. */
const FAMILY = /^(?:\p{L}+\.\s)*\p{Lu}[\p{L}-]+\s(?<family>[^\s(（].*)$/u
