import { goesOnAsEmbargo } from '../../../../story/text/lines/embargoLine'
import { looksLikeDeck, looksLikeHeadline } from '../../../../story/text/lines/guessStructure'
import { lineForDesk } from '../../../../story/text/lines/lineForDesk'
import { deskLineOf } from '../../../formats/deskLines'
import { embargoWithTime } from '../fields/embargoWithTime'
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
  const left = [...blocks]
  let parted = 0
  for (let block = left.shift(); block !== undefined; block = left.shift()) {
    const [first, below] = parted < MOST_LINES ? atEmbargo(block) : [block]
    if (below) {
      left.unshift(below)
      parted++
    }
    const withTime = below ? undefined : joinedWithTime(first, left[0])
    if (withTime && takes(withTime, desk, losses)) {
      left.shift()
      continue
    }
    if (takes(first, desk, losses)) continue
    kept.push(first)
    if (kept.length === MOST_LINES || !isAboveCopy(first)) return [...kept, ...left]
  }
  return kept
}

/** A paragraph without comments and proposed changes, and not a heading. */
function isPlain({ role = 'paragraph', depth = 0, picture, proposed = [], spans = [] }: Line): boolean {
  if (role !== 'paragraph' || depth > 0 || picture) return false
  return proposed.length === 0 && !spans.some(({ mark }) => mark === 'comment')
}

/**
 * Parts an embargo from what stands below a line break in its paragraph: that may be the headline, or the byline. What
 * says more of the embargo stays with it, and so do small letters.
 */
function atEmbargo<T extends Line>(block: T): readonly [T, T?] {
  const lines = block.text.split('\n')
  if (lines.length < 2 || !isPlain(block)) return [block]
  let head = ''
  let count = 0
  for (const [at, line] of lines.entries()) {
    const isOther = lineForDesk(flat(line)) === 'embargo' || bylineOfGraf(flat(line)) !== undefined
    if (at > 0 && (isOther || !goesOnAsEmbargo(flat(line)) || head.length > LONGEST_LINE)) break
    head = at === 0 ? line : `${head}\n${line}`
    if (lineForDesk(flat(head)) === 'embargo') count = at + 1
  }
  if (count === 0 || count === lines.length) return [block]
  head = lines.slice(0, count).join('\n')
  const from = head.length + 1
  const spans = (block.spans ?? [])
    .map((span) => ({ ...span, from: Math.max(0, span.from - from), to: span.to - from }))
    .filter((span) => span.from < span.to)
  return [
    { ...block, text: head, spans: [] },
    { ...block, text: block.text.slice(from), spans },
  ]
}

/** “Embargoed until”, and its time in the next paragraph, as one. */
function joinedWithTime<T extends Line>(block: T, next: T | undefined): T | undefined {
  if (!next || !isPlain(block) || !isPlain(next)) return undefined
  const text = embargoWithTime(flat(block.text), flat(next.text))
  return text === undefined ? undefined : { ...block, text }
}

const flat = (text = ''): string => text.replace(/\s+/g, ' ').trim()

function takes(block: Line, desk: DeskMatter, losses: LossCollector): boolean {
  if (!isPlain(block)) return false
  const text = flat(block.text)
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
