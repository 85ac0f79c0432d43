/**
 * The copy of a story: one flat list of text blocks, headline first, deck second. A table's cells and a picture's cutline
 * are text blocks like any other, so every rule over text holds in them; `story/copy/tables.ts` puts cells together again.
 */
import type { Picture } from './picture'
import { countWordsIn } from '../text/words'

export type BlockRole = 'headline' | 'deck' | 'paragraph' | 'subhead' | 'quote' | 'listItem' | 'cell' | 'cutline'
export type ListKind = 'bullet' | 'ordered'
/** Levels that a list may have inside lists. */
export const DEEPEST_LIST = 6

/** A range of one block's text that carries a mark. `from`/`to` are UTF-16 offsets into `Block.text`, `from < to`. */
export type Span =
  | { readonly from: number; readonly to: number; readonly mark: 'fact' | 'comment'; readonly id: string }
  | { readonly from: number; readonly to: number; readonly mark: 'bold' | 'italic' }
  | { readonly from: number; readonly to: number; readonly mark: 'link'; readonly href: string }

/** Where a cell stands in its table. A table's first cell is the one at row 0, column 0; its cells follow row by row. */
export interface CellPlace {
  readonly row: number
  readonly column: number
  /** The cell names what its column holds. */
  readonly header?: true
}

export interface Block {
  readonly role: BlockRole
  /** Subheads: 2 or 3. List items: 1 (outermost) to 6. Absent elsewhere. */
  readonly level?: number
  /** List items only. */
  readonly list?: ListKind
  /** Cells only. */
  readonly cell?: CellPlace
  /** Cutlines only: the picture they stand under. */
  readonly picture?: Picture
  /** Plain text; a hard break is one `\n`. */
  readonly text: string
  /** Sorted by `from`, then `to`; facts and comments may nest and overlap. */
  readonly spans: readonly Span[]
}

export type Copy = readonly Block[]

/** The three parts that outsiders script against: `data-part` in the sheet. */
export type Part = 'headline' | 'deck' | 'body'

export const partOf = (role: BlockRole): Part => (role === 'headline' || role === 'deck' ? role : 'body')

/** A range inside one block. */
export interface Range {
  readonly block: number
  readonly from: number
  readonly to: number
}

/** Every range of the copy that carries the fact's mark, in text order, as the marks lie (not merged across blocks). */
export function rangesOfFact(copy: Copy, fact: string): Range[] {
  const ranges: Range[] = []
  copy.forEach((block, index) => {
    for (const span of block.spans) {
      if (span.mark !== 'fact' || span.id !== fact) continue
      const last = ranges.at(-1)
      if (last && last.block === index && last.to === span.from) ranges[ranges.length - 1] = { ...last, to: span.to }
      else ranges.push({ block: index, from: span.from, to: span.to })
    }
  })
  return ranges
}

/** The ids of the facts in the copy, in the order in which their first characters stand. */
export function factsInTextOrder(copy: Copy): string[] {
  const seen = new Set<string>()
  for (const block of copy) {
    for (const span of block.spans) if (span.mark === 'fact') seen.add(span.id)
  }
  return [...seen]
}

/** Words as a newsroom counts them (countWordsIn). */
export function countWords(copy: Copy): number {
  return copy.reduce((sum, block) => sum + wordsIn(block), 0)
}

/** Unchanged blocks are the same objects, so a keystroke costs one block. */
const counted = new WeakMap<Block, number>()

function wordsIn(block: Block): number {
  const known = counted.get(block)
  if (known !== undefined) return known
  const words = countWordsIn(block.text)
  counted.set(block, words)
  return words
}

/** Whole minutes to read the copy at 238 words a minute (Brysbaert 2019), at least 1 when there is any text. */
export const readingMinutes = (words: number): number => (words === 0 ? 0 : Math.max(1, Math.round(words / 238)))
