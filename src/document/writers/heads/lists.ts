/** What stands, or stood, between a list item or block quote and its lead-in. */
import * as Y from 'yjs'
import type { Copy, Range } from '../../../story/copy/copy'
import { isBlank } from '../../../story/view/neighbours'
import { markedRange } from '../../../story/copy/suggestions/markedCopy'
import { readMarkedBlock } from '../../reading/readStory'
import { atomsOf, takersOf } from '../characters/atoms'
import { handsOf, nameOf, piecesOf } from '../characters/hands'
import { LETTER } from '../characters/origins'
import { roleWriters } from './roleWriters'

const bounds = new WeakMap<Copy, readonly number[]>()

/** The lead-in of a list item or block quote, or what else ends the list above it. -1: the copy begins. */
export function boundOf(copy: Copy, index: number): number {
  const known = bounds.get(copy)
  if (known) return known[index] ?? -1
  let bound = -1
  const all = copy.map((block, at) => {
    const before = bound
    if (!block.cell && block.role !== 'cutline' && block.role !== 'listItem' && !isBlank(block)) bound = at
    return before
  })
  bounds.set(copy, all)
  return all[index] ?? -1
}

/** Blocks without words between a block and its bound, but for list items. */
export function blankBetween(copy: Copy, index: number): readonly number[] {
  const found: number[] = []
  for (let at = index - 1; at > boundOf(copy, index); at--) {
    const block = copy[at]
    if (block && block.role !== 'listItem' && !block.cell && block.role !== 'cutline' && isBlank(block)) found.push(at)
  }
  return found
}

type Names = ReadonlySet<string>
const NOBODY: Names = new Set()
const known = new WeakMap<readonly Y.XmlElement[], readonly Names[]>()

/** Who made a block, its bound and what lies between what they are. `elements`: those of the blocks, as now. */
export function roleWritersSince(doc: Y.Doc, copy: Copy, elements: readonly Y.XmlElement[], index: number): Names {
  const before = known.get(elements)
  if (before) return before[index] ?? NOBODY
  let running = NOBODY
  const all = elements.map((element, at) => {
    const block = copy[at]
    if (!block || block.cell || block.role === 'cutline') return running
    const own = roleWriters(doc, [element])
    const together = isIn(own, running) ? running : new Set([...running, ...own])
    running = block.role === 'listItem' || isBlank(block) ? together : own
    return together
  })
  known.set(elements, all)
  return all[index] ?? NOBODY
}

const isIn = (part: Names, whole: Names): boolean => [...part].every((name) => whole.has(name))

/** Who took sentences from behind a lead-in in its graf, so that it leads in now. */
export function takersBehind(doc: Y.Doc, element: Y.XmlElement, { from, to }: Range): ReadonlySet<string> {
  const takers = new Set<string>()
  const end = markedRange(readMarkedBlock(element), from, to).to
  let start = 0
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlText)
      for (const atom of atomsOf(doc, child)) {
        if (atom.isLive || atom.isPending || start + atom.at < end || !LETTER.test(atom.text)) continue
        for (const name of takersOf(doc, atom)) takers.add(name)
        for (const { run } of piecesOf(handsOf(doc).left, atom.client, atom.clock, atom.text.length)) {
          const by = run && nameOf(doc, run.fromClient)
          if (by !== undefined) takers.add(by)
        }
      }
    start += child instanceof Y.XmlText ? child.length : 1
  }
  return takers
}
