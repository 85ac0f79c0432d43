import type { Block } from '../../../../story/copy/copy'
import type { MarkedBlock } from '../../../../story/copy/suggestions/markedCopy'
import type { Fields } from '../../../../story/ledger/fields'
import { looksLikeDeck, looksLikeHeadline } from '../../../../story/text/lines/guessStructure'
import { bylineOfGraf } from '../fields/bylineFrom'
import { defined } from '../../../../story/text/defined'

/** A heading or paragraph of the file. `depth`: the level of a heading, else 0. */
export interface FoundBlock extends Block {
  readonly depth: number
  /** Proposed changes, in formats that have them. */
  readonly proposed?: MarkedBlock['proposed']
  readonly joins?: string
  readonly becomes?: NonNullable<MarkedBlock['becomes']>
}

/** A block with its proposed changes. */
type Kept = Block & Pick<FoundBlock, 'proposed' | 'joins' | 'becomes'>
const proposedOf = ({ proposed, joins, becomes }: FoundBlock): Omit<Kept, keyof Block> =>
  defined({ proposed, joins, becomes })

/**
 * Finds headline, deck and byline. The headline is a heading at the start, or, in a file without a title, a first
 * paragraph that looks like one. The deck is a paragraph in italics under it, or one that looks like a deck.
 */
export function partsOfCopy(found: readonly FoundBlock[]): {
  readonly blocks: readonly Block[]
  readonly fields?: Partial<Fields>
} {
  const rest = [...found]
  const blocks: Block[] = []
  const first = rest[0]
  const titles = rest.filter((block) => block.depth === 1)
  const opens =
    first !== undefined &&
    (first.depth > 0 ||
      (titles.length === 0 && first.role === 'paragraph' && rest.length > 1 && looksLikeHeadline(first.text)))
  const headline = opens ? rest.shift() : undefined
  if (headline) {
    blocks.push(asPart('headline', headline))
    const next = rest[0]
    if (next && next.role === 'paragraph' && isDeck(next, rest.length)) {
      rest.shift()
      blocks.push(asPart('deck', next))
    }
  }
  const line = rest[0]
  const byline = headline && line?.role === 'paragraph' ? bylineOfGraf(line.text) : undefined
  if (byline) rest.shift()
  return {
    blocks: [...blocks, ...bodyBlocks(rest)],
    ...defined({ fields: byline && { byline } }),
  }
}

/** Turns headings into subheads of two levels: the shallowest level of the file, and all below it. */
export function bodyBlocks(found: readonly FoundBlock[]): readonly Block[] {
  const shallowest = found.reduce((least, { depth }) => (depth > 0 && depth < least ? depth : least), 6)
  return found.map((block) =>
    block.depth > 0
      ? {
          role: 'subhead',
          level: block.depth > Math.max(2, shallowest) ? 3 : 2,
          text: block.text,
          spans: block.spans,
          ...proposedOf(block),
        }
      : plain(block),
  )
}

const plain = ({ depth: _depth, ...block }: FoundBlock): Block => block

function isDeck(block: FoundBlock, left: number): boolean {
  if (bylineOfGraf(block.text) !== undefined) return false
  return allItalic(block) || (left > 1 && looksLikeDeck(block.text) && block.spans.length === 0)
}

function allItalic({ text, spans }: Block): boolean {
  let reached = 0
  for (const span of spans) if (span.mark === 'italic' && span.from <= reached) reached = Math.max(reached, span.to)
  return text !== '' && text.slice(reached).trim() === ''
}

/** Returns the block as one line. Italics that only mark the deck are dropped. */
export function asPart(role: 'headline' | 'deck', block: FoundBlock): Kept {
  const whole = role === 'deck' && allItalic(block)
  return {
    role,
    text: block.text.replace(/\n/g, ' '),
    spans: whole ? block.spans.filter((span) => span.mark !== 'italic') : block.spans,
    ...defined({ proposed: block.proposed }),
  }
}
