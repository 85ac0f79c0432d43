import type { Node as SheetNode } from '@tiptap/pm/model'
import { factsBetween, rangesOfFacts, textOf, type SheetRange } from './factRanges'

/** Text that an edit removed, with the facts whose tags were on it. */
export interface Removed {
  readonly text: string
  readonly facts: ReadonlyMap<string, LostTag>
}

/** The part of a removed text that a tag was on. */
export interface LostTag {
  readonly from: number
  readonly to: number
  /**
   * All that the tag had, or an end of it within one block. `part`: one of its places, or an end with other text.
   * `among`: all that the tag had, deleted with other words.
   */
  readonly kind: 'whole' | 'end' | 'part' | 'among'
}

export const NOTHING_REMOVED: Removed = { text: '', facts: new Map() }

/** Reads the text of a range and the tags on it, before the range is removed. */
export function removedText(doc: SheetNode, range: SheetRange): Removed {
  const text = textOf(doc, range)
  const facts = new Map<string, LostTag>()
  for (const [id, stretches] of rangesOfFacts(doc, factsBetween(doc, range))) {
    const kind = kindOf(doc, range, stretches)
    if (!kind) continue
    const from = Math.max(range.from, stretches.find(({ to }) => to > range.from)?.from ?? range.from)
    const to = Math.min(range.to, stretches.findLast((stretch) => stretch.from < range.to)?.to ?? range.to)
    const start = text.length - textOf(doc, { from, to: range.to }).length
    const lost = textOf(doc, { from, to })
    facts.set(id, { from: start, to: start + lost.length, kind })
  }
  return { text, facts }
}

function kindOf(doc: SheetNode, range: SheetRange, stretches: readonly SheetRange[]): LostTag['kind'] | undefined {
  if (stretches.every(({ from, to }) => from >= range.from && to <= range.to)) return 'whole'
  if (!doc.resolve(range.from).sameParent(doc.resolve(range.to))) return undefined
  for (const { from, to } of stretches) {
    if (from < range.from && to > range.to) return undefined
    if (from <= range.from && to >= range.to && (from === range.from) !== (to === range.to)) return 'end'
  }
  return 'part'
}

/**
 * A deleted text, with the facts whose tags the words typed there next can still get. A tag that was deleted whole in
 * one edit is cut. Deleted letter by letter (`bySteps`), a tag waits for new words only if hardly more than its own
 * words were deleted: to delete a sentence and write another one deletes its facts.
 */
export const deleted = ({ text, facts }: Removed, bySteps: boolean): Removed => ({
  text,
  facts: new Map(
    [...facts].flatMap(([id, lost]): [string, LostTag][] => {
      // One character may be the last of a word deleted letter by letter.
      if (!bySteps && lost.kind === 'whole' && lost.to - lost.from > 1) return []
      if (NO_WORDS.test(text.slice(0, lost.from)) && NO_WORDS.test(text.slice(lost.to))) return [[id, lost]]
      return [[id, { ...lost, kind: lost.kind === 'whole' || lost.kind === 'among' ? 'among' : 'part' }]]
    }),
  ),
})
const NO_WORDS = /^[\p{P} \u00A0]*$/u

/** Two removed texts that stood beside each other. */
export function joinRemoved(before: Removed, after: Removed): Removed {
  if (before.text === '') return after
  if (after.text === '') return before
  const text = before.text + after.text
  const shifted = [...after.facts].map(([id, lost]): [string, LostTag] => {
    const [from, to] = [lost.from + before.text.length, lost.to + before.text.length]
    const first = before.facts.get(id)
    if (!first) return [id, { ...lost, from, to }]
    const kind = [first.kind, lost.kind].find((one) => one === 'whole' || one === 'among') ?? 'end'
    return [id, { from: first.from, to, kind }]
  })
  return { text, facts: new Map([...before.facts, ...shifted]) }
}
