import { looksLikeDeck, looksLikeHeadline } from '../../../../story/text/guessStructure'
import { deskLineOf } from '../../../formats/deskLines'
import { bylineOfGraf } from '../fields/bylineFrom'
import type { DeskMatter } from '../fields/DeskMatter'
import type { LossCollector } from '../losses'
import type { FoundBlock } from './partsOfCopy'

/** Lines above the first graf, at the most: headline, deck, byline, kicker, time. */
const MOST_LINES = 12
/** Characters of the longest line that is passed over without looking like a headline. */
const LONGEST_LINE = 160

type Line = Pick<FoundBlock, 'text'> & Partial<Pick<FoundBlock, 'role' | 'depth' | 'spans' | 'proposed' | 'picture'>>

/**
 * Takes the lines for the desk out of copy, down to its first graf: above or below the headline, the deck and the
 * byline. Further down the same words may be copy, and so may a heading or a quote. A line with comments or proposed
 * changes stays, because they have no other place.
 */
export function copyBelowDesk<T extends Line>(blocks: readonly T[], desk: DeskMatter, losses: LossCollector): T[] {
  const kept: T[] = []
  for (const [index, block] of blocks.entries()) {
    if (takes(block, desk, losses)) continue
    kept.push(block)
    if (kept.length === MOST_LINES || !isAboveCopy(block)) return [...kept, ...blocks.slice(index + 1)]
  }
  return kept
}

function takes(block: Line, desk: DeskMatter, losses: LossCollector): boolean {
  const { role = 'paragraph', depth = 0, picture, proposed = [], spans = [] } = block
  if (role !== 'paragraph' || depth > 0 || picture) return false
  if (proposed.length > 0 || spans.some(({ mark }) => mark === 'comment')) return false
  const text = block.text.replace(/\s+/g, ' ').trim()
  const ours = deskLineOf(text)?.kind
  if (ours !== 'draft' && ours !== 'version' && ours !== 'slug') return desk.takes(text)
  losses.add('deskNotes', text)
  return true
}

/** Whether a line may stand above the first graf. */
const isAboveCopy = ({ role = 'paragraph', depth = 0, picture, text }: Line): boolean =>
  depth > 0 ||
  picture !== undefined ||
  (role === 'paragraph' &&
    (text.length <= LONGEST_LINE || looksLikeDeck(text)) &&
    (looksLikeHeadline(text) || looksLikeDeck(text) || bylineOfGraf(text) !== undefined))
