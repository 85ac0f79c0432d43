import { cityOf } from '../../../story/text/words/printedPlace'
import { NITF_DATELINE_PLACE } from '../../formats/nitf'
import { attributeOf, childrenOf, childOf, elementsIn, lineOfText, type MarkupElement } from '../markup/tree/markupTree'
import type { ReadMarks } from '../markup/feed/ReadMarks'

/**
 * Returns the place of a dateline with its city as it is written, not in capitals. Our own exports say the place in a
 * `meta`. In other files a location, a keyword or a `meta` may have the same city in mixed case. Otherwise the capitals
 * stay, because they may be those of an abbreviation ("UK", "L.A.").
 */
export function placeAsWritten(printed: string, nitf: MarkupElement, marks: ReadMarks): string {
  const head = childOf(nitf, 'head')
  const ours = (head ? childrenOf(head, 'meta') : []).find(
    (meta) => attributeOf(meta, 'name') === NITF_DATELINE_PLACE && isSame(attributeOf(meta, 'content'), printed),
  )
  if (ours) {
    marks.mark(ours)
    return attributeOf(ours, 'content')
  }
  const city = cityOf(printed).trimEnd()
  if (!/\p{Lu}/u.test(city) || /\p{Ll}/u.test(city)) return printed
  for (const element of elementsIn(nitf)) {
    const written = cityOf(placeIn(element)).trim()
    if (isSame(written, city) && /\p{Lu}/u.test(written) && /\p{Ll}/u.test(written))
      return `${written}${printed.slice(city.length)}`
  }
  return printed
}

/** Returns the words of an element that may be a place; '' for any other element. */
function placeIn(element: MarkupElement): string {
  switch (element.name) {
    case 'location':
    case 'city':
      return lineOfText(element)
    case 'evloc':
      return attributeOf(element, 'city')
    case 'keyword':
      return attributeOf(element, 'key')
    case 'meta':
      return attributeOf(element, 'content')
    default:
      return ''
  }
}

/** Whether two places differ in nothing but capitals and the width of spaces. */
const isSame = (one: string, other: string): boolean => folded(one) === folded(other)
const folded = (place: string): string =>
  place
    .replace(/[ \t\n\r\f]+/g, ' ')
    .trim()
    .toUpperCase()
