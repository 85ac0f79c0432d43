/** Who wrote the words of a story, for its duplicate. */
import * as Y from 'yjs'
import { blockElements, readBlock } from '../readStory'
import { itemsIn } from '../yjsItems'
import { noteHands, type Hand } from './hands'
import { addWritersIn } from './wordWriters'

/**
 * Notes in a duplicate, which holds the standing copy of `original`, who wrote each word there. A word includes the
 * space behind it and the next character: so who took words away in between is a writer of the one before.
 */
export function copyWriters(original: Y.Doc, duplicate: Y.Doc): void {
  const notes: Hand[] = []
  const elements = blockElements(original)
  for (const [block, made] of blockElements(duplicate).entries()) {
    const element = elements[block]
    if (!element) continue
    const names: (readonly string[])[] = []
    const { text } = readBlock(element)
    for (const { index, 0: word } of text.matchAll(/\S+\s*|\s+/gu)) {
      const writers = new Set<string>()
      const to = Math.min(index + word.length + 1, text.length)
      addWritersIn(original, element, { from: index, to }, 'words', writers)
      const sorted = [...writers].sort()
      for (let at = 0; at < word.length; at++) names.push(sorted)
    }
    let at = 0
    for (const child of made.toArray()) {
      if (!(child instanceof Y.XmlText)) {
        at += 1
        continue
      }
      for (const item of itemsIn(child)) {
        if (item.deleted || !(item.content instanceof Y.ContentString)) continue
        for (let from = 0, to = 0; from < item.length; from = to) {
          while (to < item.length && names[at + to] === names[at + from]) to++
          const by = names[at + from]
          if (by && by.length > 0) notes.push(['wrote', by, item.id.client, item.id.clock + from, to - from])
          if (to === from) to++
        }
        at += item.length
      }
    }
  }
  if (notes.length > 0) noteHands(duplicate, notes)
}
