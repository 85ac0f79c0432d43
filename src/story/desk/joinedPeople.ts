/** Two people in one name: “Ana Ruiz and Marta Quill”, “Ana and Luis Ruiz”, “김민지와 이준호”. */

/**
 * The name at each word that may join two people; one piece for most names. Whether the pieces are names is for the
 * caller to say: “Villeroy und Boch” is one firm.
 */
export function joinedPeople(name: string): readonly string[] {
  const pieces = name.split(HANGUL.test(name) ? JOINS_IN_KOREAN : JOINS).map((piece) => piece.trim())
  const [first = '', second = ''] = pieces
  const { given, family } = FAMILY.exec(second)?.groups ?? {}
  // “Ana and Luis Ruiz”. Not “José Ortega y Gasset”, whose second piece is one word.
  return pieces.length === 2 && ONE_NAME.test(first) && given !== undefined
    ? [`${first} ${family ?? ''}`, second]
    : pieces
}

const HANGUL = /\p{sc=Hangul}/u
const JOINS = /\s(?:and|or|und|oder|et|ou|y|e|en|og|och)\s|\s?[&+]\s?/u
const JOINS_IN_KOREAN = /\s?[,、·・/&+]\s?|\s(?:및|그리고)\s|(?<=[가-힣]{3})(?:와|과|하고)\s/u
const ONE_NAME = /^\p{Lu}\p{L}+$/u
const FAMILY = /^(?<given>\p{Lu}[\p{L}-]+)\s(?<family>\S.*)$/u
