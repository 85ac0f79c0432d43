import { deskLineOf } from '../../../formats/deskLines'
import type { LossCollector } from '../losses'
import type { FoundBlock } from './partsOfCopy'

/** Leaves out the mark of our own drafts, which comes before the copy and is not copy. */
export function withoutDraftMark(blocks: readonly FoundBlock[], losses: LossCollector): readonly FoundBlock[] {
  const [first] = blocks
  if (first?.role !== 'paragraph' || deskLineOf(first.text)?.kind !== 'draft') return blocks
  losses.add('deskNotes', first.text)
  return blocks.slice(1)
}
