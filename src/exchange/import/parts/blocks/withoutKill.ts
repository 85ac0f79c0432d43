import { isWithdrawnLine } from '../../../formats/deskLines'
import type { LossCollector } from '../losses'
import type { FoundBlock } from './partsOfCopy'

/** Blocks under the kill text of our own Markdown: corrections, contributors, the copyright line. */
const MOST_BELOW = 12

/** Leaves out what our own exports have in place of killed copy: that it is withdrawn, and the kill text under it. */
export function withoutKill(blocks: readonly FoundBlock[], losses: LossCollector): readonly FoundBlock[] {
  const at = blocks.findIndex(({ role, text }) => role === 'paragraph' && isWithdrawnLine(text))
  // Our kill has only headline, deck and byline above. Where there is more, the sentence is copy.
  if (at < 0 || at > 3 || blocks.length - at > MOST_BELOW) return blocks
  const notice = blocks.slice(at, at + 2)
  for (const { text } of notice) losses.add('deskNotes', text)
  return [...blocks.slice(0, at), ...blocks.slice(at + notice.length)]
}
