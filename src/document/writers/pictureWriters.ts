/** Who put a picture in, and who wrote its alt text, credit and date. A move is no writing. */
import * as Y from 'yjs'
import { COPY_FRAGMENT } from '../../story/copy/documentSchema'
import { sameText } from '../../story/text/compare'
import { blockElements } from '../readStory'
import { itemsIn, lastAttribute } from '../yjsItems'
import { nameOf } from './hands'

const WRITTEN = ['file', 'alt', 'credit', 'captured']

/** `block`: index of the cutline. */
export function pictureWriters(doc: Y.Doc, block: number): ReadonlySet<string> {
  const element = blockElements(doc)[block]
  if (!element) return new Set()
  const before = placesBefore(doc, element)
  const clients = WRITTEN.flatMap((name) => {
    const own = lastAttribute(element, name)
    if (!own) return []
    // Whoever moves a picture puts it in anew: what it said before was written before. Nobody knows which of several
    // places was the first, so that of several moves all but the last mover count.
    const earlier = before.flatMap((place) => {
      const there = lastAttribute(place, name)
      return there && sameText(String(there.value), String(own.value)) ? [there.client] : []
    })
    return earlier.length > 0 ? earlier : [own.client]
  })
  return new Set(clients.flatMap((client) => nameOf(doc, client) ?? []))
}

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
