/** Who put a picture in, and who wrote its alt text, credit and date. A move is no writing. */
import * as Y from 'yjs'
import { COPY_FRAGMENT } from '../../story/copy/documentSchema'
import { sameText } from '../../story/text/compare'
import { elementsNow } from './elementsNow'
import { itemsIn, lastAttribute, settingsOf } from '../reading/yjsItems'
import { handsOf, nameOf, piecesOf, writersOfCharacters } from './characters/hands'
import { DETAILS } from './watch/pictureMoves'

/** `block`: index of the cutline. */
export function pictureWriters(doc: Y.Doc, block: number): ReadonlySet<string> {
  const element = elementsNow(doc)[block]
  if (!element) return new Set()
  const before = placesBefore(doc, element)
  const names = DETAILS.flatMap((name) => {
    const own = lastAttribute(element, name)
    if (!own) return []
    const takers = takersOf(doc, own)
    if (takers.length > 0) return takers
    // Who changes it and back, by another name, takes it over from nobody.
    const first = [...settingsOf(element, name).slice(1), ...before.flatMap((place) => settingsOf(place, name))]
      .filter(({ value }) => sameText(String(value), String(own.value)))
      .flatMap(({ client, clock }) => [...writersOfCharacters(doc, client, clock, 1)])
    if (wasMoved(doc, own)) return [...first, ...writersOfCharacters(doc, own.client, own.clock, 1)]
    // Moves from before they were noted. Who moves a picture puts it in again: what it said before was written
    // before. Nobody knows which of several places was the first, so that all but the last mover count.
    const earlier = before.flatMap((place) => {
      const there = lastAttribute(place, name)
      return there && sameText(String(there.value), String(own.value)) ? [there.client] : []
    })
    return [
      ...first,
      ...(earlier.length > 0
        ? earlier.flatMap((client) => nameOf(doc, client) ?? [])
        : writersOfCharacters(doc, own.client, own.clock, 1)),
    ]
  })
  return new Set(names)
}

/** Who took an attribute out. */
const takersOf = (
  doc: Y.Doc,
  { client, clock }: { readonly client: number; readonly clock: number },
): readonly string[] => [...piecesOf(handsOf(doc).took, client, clock, 1)].flatMap(({ run }) => run?.by ?? [])

const wasMoved = (doc: Y.Doc, { client, clock }: { readonly client: number; readonly clock: number }): boolean =>
  [...piecesOf(handsOf(doc).moved, client, clock, 1)].some(({ run }) => run !== undefined)

/** Where the same picture stood and was taken away. */
function placesBefore(doc: Y.Doc, element: Y.XmlElement): readonly Y.XmlElement[] {
  const file = lastAttribute(element, 'file')?.value
  const found: Y.XmlElement[] = []
  for (const { deleted, content } of itemsIn(doc.getXmlFragment(COPY_FRAGMENT))) {
    if (!deleted || !(content instanceof Y.ContentType) || !(content.type instanceof Y.XmlElement)) continue
    const { type } = content
    if (type.nodeName === 'picture' && lastAttribute(type, 'file')?.value === file) found.push(type)
  }
  return found
}
