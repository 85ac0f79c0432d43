/**
 * Who wrote what a fact belongs to: the headers of its cell, the lead-in and the items above its list item, the details
 * of its picture. Who emptied such a block, took it out, moved it or made it what it is wrote it, too.
 */
import type * as Y from 'yjs'
import { RUNS_ON } from '../../../story/copy/words/sentences'
import type { Copy, Range } from '../../../story/copy/copy'
import { leadIn } from '../../../story/view/context'
import { belongingsOf, isBlank, neighboursOf } from '../../../story/view/neighbours'
import { takersIn } from '../characters/atoms'
import { elementsNow } from '../elementsNow'
import { piecesIn, sourceOf } from '../characters/origins'
import { pictureWriters } from '../pictureWriters'
import { writersOf } from '../wordWriters'
import { blankMakers, cellsBeside } from './cells'
import { cutlineMovers } from './cutlineMovers'
import { goneBeside } from './goneBeside'
import { headMovers, moversFrom } from './headMovers'
import { blankBetween, boundOf, roleWritersSince, takersBehind } from './lists'
import { roleWriters } from './roleWriters'
import { LED, makersOf, valuesOf } from './shapes'
import { ShiftCount, takersOfElement } from './shifters'

/** `ranges`: the fact's tag, in text order. */
export function belongingWriters(doc: Y.Doc, copy: Copy, ranges: readonly Range[]): ReadonlySet<string> {
  const writers = new Set<string>()
  const add = (names: Iterable<string>): void => {
    for (const name of names) writers.add(name)
  }
  const [first] = ranges
  const last = ranges.at(-1)
  if (!first || !last) return writers
  const { headers, belongsTo } = belongingsOf(copy, first.block, last.block)
  const elements = elementsNow(doc)
  for (let index = first.block; index <= last.block; index++) {
    const whole = rangeOf(copy, index)
    add(blockWriters(doc, copy, elements, ranges.find(({ block }) => block === index) ?? whole))
    const element = elements[index]
    const block = copy[index]
    if (!element || !block) continue
    const standing = new Set(elementsAt(elements, [...headers, ...belongsTo, index]))
    for (const { element: gone, headed } of goneBeside(doc, block, element, elements[boundOf(copy, index)])) {
      const names = [...takersIn(doc, gone), ...moversFrom(doc, gone, standing), ...takersOfElement(doc, gone)]
      const isHead = names.length > 0 && headed()
      add(names.filter((name) => isHead || headed(name)))
    }
  }
  add(
    writersOf(
      doc,
      headers.map((block) => rangeOf(copy, block)),
      'block',
    ),
  )
  for (const block of belongsTo) {
    const range = rangeOf(copy, block)
    const lead = { ...range, ...(copy[block] ? leadIn(copy[block]) : {}) }
    add(writersOf(doc, [lead], lead.from === 0 ? 'block' : 'sentence'))
    const element = elements[block]
    if (element && lead.from > 0) add(takersBehind(doc, element, lead))
  }
  return writers
}

/** Who wrote what one block of the fact is, and what stands around it that holds no words. */
function blockWriters(doc: Y.Doc, copy: Copy, elements: readonly Y.XmlElement[], range: Range): ReadonlySet<string> {
  const writers = new Set<string>()
  const add = (names: Iterable<string>): void => {
    for (const name of names) writers.add(name)
  }
  const index = range.block
  const block = copy[index]
  const element = elements[index]
  if (!block || !element) return writers
  const { belongsTo, headers } = neighboursOf(copy)[index] ?? { belongsTo: [], headers: [] }
  if (block.role === 'cutline') {
    add(pictureWriters(doc, index))
    add(cutlineMovers(doc, element, range))
  }
  const { all, blank, headerRows } = cellsBeside(copy, index)
  const blankBlocks = LED.has(block.role) ? blankBetween(copy, index) : []
  add(
    writersOf(
      doc,
      [...blank, ...blankBlocks].map((one) => rangeOf(copy, one)),
      'block',
    ),
  )
  if (LED.has(block.role)) add(roleWritersSince(doc, copy, elements, index))
  else if (all.length > 0 || belonged(doc, element)) add(roleWriters(doc, elementsAt(elements, [...all, index])))
  const [own] = piecesIn(doc, element, range.from, range.to)
  // Where a header has no words or no cell, only the rows tell.
  const hasHeader = headers.some((head) => copy[head]?.cell?.column !== 0)
  if (own && !hasHeader && !sourceOf(doc, own.first)) add(shiftersOf(doc, elementsAt(elements, headerRows), element))
  for (const head of [...headers, ...belongsTo]) {
    const top = elements[head]
    if (top && copy[head] && isBlank(copy[head])) add(blankMakers(doc, top, own?.first))
  }
  const bound = LED.has(block.role) ? boundOf(copy, index) : -1
  // A headline or deck ends what leads in.
  const cutBy = copy[bound] && !RUNS_ON.has(copy[bound].role) ? bound : -1
  add(headMovers(doc, copy, elements, range, cutBy))
  const cut = elements[cutBy]
  const wasMoved = cut && piecesIn(doc, cut, 0, copy[cutBy]?.text.length ?? 0).some(({ first }) => sourceOf(doc, first))
  if (cut && !wasMoved) add(makersOf(doc, cut))
  return writers
}

/** Who shifted a cell against one of these rows. `rows`: a cell of each. */
const shiftersOf = (doc: Y.Doc, rows: readonly Y.XmlElement[], cell: Y.XmlElement): readonly string[] =>
  rows.flatMap((row) => {
    const shifts = new ShiftCount()
    shifts.add(doc, row, cell)
    return shifts.names
  })

const rangeOf = (copy: Copy, block: number): Range => ({ block, from: 0, to: copy[block]?.text.length ?? 0 })

const elementsAt = (elements: readonly Y.XmlElement[], indexes: readonly number[]): readonly Y.XmlElement[] =>
  indexes.flatMap((index) => elements[index] ?? [])

/** Whether a block was an item or a block quote before. */
const belonged = (doc: Y.Doc, element: Y.XmlElement): boolean =>
  element.nodeName === 'block' && valuesOf(doc, element, 'role').some(({ value }) => LED.has(value))
