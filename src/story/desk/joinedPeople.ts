/** Two people in one name: “Ana Ruiz and Marta Quill”, “Ana and Luis Ruiz”, “김민지와 이준호”. */

/**
 * The name at each word that may join two people; one piece for most names. Whether the pieces are names is for the
 * caller to say: “Villeroy und Boch” is one firm.
 */
export function joinedPeople(name: string): readonly string[] {
  const pieces = partsOf(name, IN_KOREAN.test(name) ? JOINS_IN_KOREAN : JOINS)
  const [first = '', second = ''] = pieces
  const { given, family } = FAMILY.exec(second)?.groups ?? {}
  // “Ana and Luis Ruiz”. Not “José Ortega y Gasset”, whose second piece is one word.
  return pieces.length === 2 && ONE_NAME.test(first) && given !== undefined
    ? [`${first} ${family ?? ''}`, second]
    : pieces
}

/** The pieces of a list: “Ana Ruiz, Luis Poe and Marta Quill”, “Ana Ruiz, 43, and Luis Poe, 45”. Else empty. */
export function listedPeople(name: string): readonly string[] {
  if (!name.includes(',') || partsOf(name, JOINS).length < 2) return []
  return partsOf(name, LISTS).filter((piece) => !/^(?:aged\s)?\p{Nd}*$/u.test(piece))
}

const partsOf = (name: string, signs: RegExp): readonly string[] => name.split(signs).map((piece) => piece.trim())

const IN_KOREAN = /^\p{sc=Hangul}/u
/** Not in brackets: “Ana Ruiz (nurse and mother)”. */
const OUTSIDE = '(?![^(（[]*[)）\\]])'
const AND = '(?:and|or|und|oder|et|ou|y|e|en|og|och)'
const JOINS = new RegExp(`(?:\\s${AND}\\s|\\s?[&+]\\s?)${OUTSIDE}`, 'u')
const LISTS = new RegExp(`,\\s(?:${AND}\\s)?|\\s${AND}\\s|\\s?&\\s?`, 'u')
/** Behind a name, a title (“김민지 기자와”) or a note (“김민지(43)와”). */
const JOINS_IN_KOREAN = new RegExp(
  `(?:\\s?[,、·・/&+]\\s?|\\s(?:및|그리고)\\s|(?<=[가-힣]{3}|\\s[가-힣]{1,3}|[)）])(?:와|과|하고)\\s)${OUTSIDE}`,
  'u',
)
const ONE_NAME = /^\p{Lu}[\p{L}-]+$/u
const FAMILY = /^(?<given>\p{Lu}[\p{L}-]+)\s(?<family>\S.*)$/u
