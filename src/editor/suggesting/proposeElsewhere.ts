import type { Mark } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { AddMarkStep, AttrStep, RemoveMarkStep, ReplaceAroundStep } from '@tiptap/pm/transform'
import { attrsOf, isPlainBlock, sameAttrs } from '../schema/blockAttrs'
import { mapBack } from './changedRanges'
import { breakShapeOf, proposeShape, proposeStyles, markStyleOf, STYLES } from './proposals'
import type { Proposing } from './suggestionRecords'
import type { TokenRange } from './trimmedRanges'

/**
 * Proposes changed marks and block shapes outside the replaced stretches. Returns false if anything else changed (a
 * picture's credit, a header cell).
 */
export function proposeElsewhere(
  tr: Transaction,
  done: Transaction,
  ranges: readonly TokenRange[],
  proposing: Proposing,
): boolean {
  let possible = true
  let id: string | undefined
  const ownId = (): string => (id ??= proposing.newId())
  const broken = breakShapeOf(done)
  if (broken) proposeShape(tr, { position: 0, breakAt: broken.breakAt }, broken.attrs, ownId, proposing)
  const replaced = (at: number): boolean => ranges.some(({ from, to }) => at >= from && at < to)
  done.steps.forEach((step, index) => {
    if (step instanceof AddMarkStep || step instanceof RemoveMarkStep)
      proposeMarks(
        tr,
        done,
        mapBack(done, index, step.from, 1),
        mapBack(done, index, step.to, -1),
        ranges,
        ownId,
        proposing,
      )
    else if (step instanceof AttrStep || step instanceof ReplaceAroundStep) {
      const place = step instanceof AttrStep ? step.pos : step.from
      // Blocks inserted by the transaction have their shape already.
      const end = done.mapping.slice(index + 1).map(place, 1)
      if (ranges.some(({ newFrom, newTo }) => end >= newFrom && end < newTo)) return
      const at = mapBack(done, index, place, 1)
      const before = done.before.nodeAt(at)
      const now = done.doc.nodeAt(done.mapping.map(at, 1))
      if (replaced(at)) return
      if (!isPlainBlock(before) || !isPlainBlock(now)) possible = false
      if (!before || !now || !possible || sameAttrs(attrsOf(before), attrsOf(now))) return
      proposeShape(tr, { position: at }, attrsOf(now), ownId, proposing)
    }
  })
  return possible
}

function proposeMarks(
  tr: Transaction,
  done: Transaction,
  from: number,
  to: number,
  ranges: readonly TokenRange[],
  ownId: () => string,
  proposing: Proposing,
): void {
  if (from >= to) return
  done.before.nodesBetween(from, to, (node, at) => {
    if (!node.isText) return
    const edges = [
      Math.max(from, at),
      Math.min(to, at + node.nodeSize),
      ...ranges.flatMap((range) => [range.from, range.to]),
    ]
      .filter((edge) => edge >= Math.max(from, at) && edge <= Math.min(to, at + node.nodeSize))
      .sort((a, b) => a - b)
    edges.slice(0, -1).forEach((first, index) => {
      const last = edges[index + 1] ?? first
      if (first === last || ranges.some((range) => first >= range.from && first < range.to)) return
      const nowFrom = done.mapping.map(first, 1)
      done.doc.nodesBetween(nowFrom, nowFrom + last - first, (now, nowAt) => {
        if (!now.isText) return
        const start = Math.max(nowAt, nowFrom) - nowFrom + first
        const end = Math.min(nowAt + now.nodeSize, nowFrom + last - first) - nowFrom + first
        for (const style of STYLES) {
          const wanted = markStyleOf(now.marks, style)
          if (markStyleOf(node.marks, style) !== wanted)
            proposeStyles(tr, { from: start, to: end }, style, wanted, ownId, proposing)
        }
        for (const name of ['fact', 'comment']) carryTags(tr, { from: start, to: end }, name, node.marks, now.marks)
      })
    })
  })
}

function carryTags(
  tr: Transaction,
  { from, to }: { readonly from: number; readonly to: number },
  name: string,
  before: readonly Mark[],
  now: readonly Mark[],
): void {
  const of = (marks: readonly Mark[]): readonly Mark[] => marks.filter((mark) => mark.type.name === name)
  for (const mark of of(before)) if (!mark.isInSet(now)) tr.removeMark(from, to, mark)
  for (const mark of of(now)) if (!mark.isInSet(before)) tr.addMark(from, to, mark)
}
