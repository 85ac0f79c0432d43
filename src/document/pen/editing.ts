/** Small edits of one element, by offsets in its marked text. They note whose characters words are that come back. */
import * as Y from 'yjs'
import { insertAt, lengthOf } from '../editStory'
import type { Hand } from '../writers/characters/hands'
import type { Formats } from './blockPieces'

/** The characters at a place, by their Yjs ids. */
export interface Origin {
  readonly client: number
  readonly clock: number
}

/** Formats a range of a block. */
export function formatIn(element: Y.XmlElement, from: number, to: number, attributes: Formats): void {
  let start = 0
  for (const child of element.toArray()) {
    const length = lengthOf(child)
    const [first, last] = [Math.max(from, start), Math.min(to, start + length)]
    if (first < last && child instanceof Y.XmlText) child.format(first - start, last - first, attributes)
    start += length
  }
}

/** Inserts words that stood at `source`, and returns the notes that say so. */
export function insertMoved(
  doc: Y.Doc,
  element: Y.XmlElement,
  offset: number,
  text: string,
  attributes: Formats,
  source: Origin,
): readonly Hand[] {
  const before = Y.getState(doc.store, doc.clientID)
  insertAt(element, offset, text, { ...attributes })
  return movedSince(doc, before, [{ ...source, length: text.length }])
}

/** Notes that the characters which this client made since `before` are those of the sources, in order. */
export function movedSince(
  doc: Y.Doc,
  before: number,
  sources: readonly (Origin & { readonly length: number })[],
): readonly Hand[] {
  const notes: Hand[] = []
  const left = sources.map((one) => ({ ...one }))
  for (const { clock, length } of charactersSince(doc, before)) {
    let at = 0
    while (at < length) {
      const [source] = left
      if (!source) return notes
      const size = Math.min(length - at, source.length)
      notes.push(['moved', doc.clientID, clock + at, size, source.client, source.clock])
      source.clock += size
      source.length -= size
      if (source.length === 0) left.shift()
      at += size
    }
  }
  return notes
}

/** The characters that the document's own client made since a clock. */
function charactersSince(doc: Y.Doc, before: number): readonly { readonly clock: number; readonly length: number }[] {
  const structs = doc.store.clients.get(doc.clientID) ?? []
  if (Y.getState(doc.store, doc.clientID) <= before) return []
  return structs.slice(Y.findIndexSS(structs, before)).flatMap((struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return []
    const skipped = Math.max(before - struct.id.clock, 0)
    return [{ clock: struct.id.clock + skipped, length: struct.length - skipped }]
  })
}
