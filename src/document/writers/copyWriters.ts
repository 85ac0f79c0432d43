/** Who wrote the words of a story, for its duplicate. */
import * as Y from 'yjs'
import type { Copy, Range } from '../../story/copy/copy'
import { sentencesOf } from '../../story/copy/words/sentences'
import { leadIn } from '../../story/view/context'
import { belongingsOf, isBlank } from '../../story/view/neighbours'
import { broughtWriters } from '../merge/brought'
import { blockElements, readBlock, readCopy } from '../reading/readStory'
import { itemOf, itemsIn, lastAttribute } from '../reading/yjsItems'
import { arrangersOf } from './arrangers'
import { belongingWriters } from './heads/belongingWriters'
import { makersOf } from './heads/shapes'
import { noteHands, type Hand } from './characters/hands'
import { DETAILS } from './watch/pictureMoves'
import { pictureWriters } from './pictureWriters'
import { addWritersIn, writersOf } from './wordWriters'

/**
 * Notes in a duplicate, which holds the standing copy of `original`, who wrote each word there. A word includes the
 * space behind it and the next character: so who took words away in between is a writer of the one before.
 */
export function copyWriters(original: Y.Doc, duplicate: Y.Doc): void {
  const notes: Hand[] = []
  const elements = blockElements(original)
  const copy = readCopy(original)
  for (const [block, made] of blockElements(duplicate).entries()) {
    const element = elements[block]
    if (!element) continue
    const item = itemOf(made)
    // Blank blocks, headline and deck have no words of their own that name a writer, so their makers are noted.
    const { role = 'paragraph', text = '' } = copy[block] ?? {}
    if (item && (isBlank({ text }) || role === 'headline' || role === 'deck'))
      notes.push(['wrote', [...makersOf(original, element)].sort(), item.id.client, item.id.clock, 1])
    if (made.nodeName === 'picture') {
      const by = [...pictureWriters(original, block)].sort()
      for (const name of DETAILS) {
        const own = lastAttribute(made, name)
        if (own && by.length > 0) notes.push(['wrote', by, own.client, own.clock, 1])
      }
    }
    const names: (readonly string[])[] = []
    for (const { length, by } of wordsOf(original, copy, block, element)) {
      const sorted = [...by].sort()
      for (let at = 0; at < length; at++) names.push(sorted)
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

interface Word {
  readonly from: number
  readonly length: number
  readonly by: Set<string>
}

/**
 * The words of a block with their writers. Who wrote around a sentence without words of their own that stand there, as
 * by what they took from its edge or by a header that they emptied, counts for its first word: nothing else tells of
 * it.
 */
function wordsOf(doc: Y.Doc, copy: Copy, block: number, element: Y.XmlElement): readonly Word[] {
  const { text } = readBlock(element)
  const words = [...text.matchAll(/\S+\s*|\s+/gu)].map(({ index: from, 0: word }): Word => {
    const by = new Set<string>()
    const to = Math.min(from + word.length + 1, text.length)
    addWritersIn(doc, element, { from, to }, 'words', by)
    for (const name of arrangersOf(doc, [{ block, from, to }])) by.add(name)
    return { from, length: word.length, by }
  })
  const whole = { from: 0, to: text.length }
  const around: [{ readonly from: number; readonly to: number }, ReadonlySet<string>][] = sentencesOf(text).map(
    (one) => [one, writersOf(doc, [{ block, ...one }], 'sentence')],
  )
  around.push([whole, writersOf(doc, [{ block, ...whole }], 'block')])
  // Each sentence may be a fact of its own.
  for (const one of sentencesOf(text)) around.push([one, headWriters(doc, copy, { block, ...one })])
  for (const one of sentencesOf(text)) around.push([one, broughtWriters(doc, copy, [{ block, ...one }], 'context')])
  for (const [{ from, to }, by] of around) {
    const within = words.filter((word) => word.from < to && word.from + word.length > from)
    const known = new Set(within.flatMap((word) => [...word.by]))
    for (const name of by) if (!known.has(name)) within[0]?.by.add(name)
  }
  return words
}

/** Who wrote what the block belongs to, without those who wrote words that stand there: the duplicate has them. */
function headWriters(doc: Y.Doc, copy: Copy, range: Range): ReadonlySet<string> {
  const rangeOf = (block: number): Range => ({ block, from: 0, to: copy[block]?.text.length ?? 0 })
  const leadOf = (block: number): Range => ({ block, ...(copy[block] ? leadIn(copy[block]) : { from: 0, to: 0 }) })
  const { headers, belongsTo } = belongingsOf(copy, range.block, range.block)
  const standing = writersOf(doc, [...headers.map(rangeOf), ...belongsTo.map(leadOf)])
  return new Set([...belongingWriters(doc, copy, [range])].filter((name) => !standing.has(name)))
}
