/**
 * The copy of a story: one flat list of text blocks, headline first, deck second. The cells of a table and the cutline
 * of a picture are text blocks too, so that every rule for text applies to them. `story/copy/tables.ts` reassembles
 * tables.
 */
import type { Picture } from './picture'
import { countCharactersIn } from '../text/words/characters'
import { countWordsIn } from '../text/words/words'

export type BlockRole = 'headline' | 'deck' | 'paragraph' | 'subhead' | 'quote' | 'listItem' | 'cell' | 'cutline'
export type ListKind = 'bullet' | 'ordered'
/** Levels that a list may have inside lists. */
export const DEEPEST_LIST = 6

/** A range of one block's text that carries a mark. `from`/`to` are UTF-16 offsets into `Block.text`, `from < to`. */
export type Span =
  | { readonly from: number; readonly to: number; readonly mark: 'fact' | 'comment'; readonly id: string }
  | { readonly from: number; readonly to: number; readonly mark: 'bold' | 'italic' }
  | { readonly from: number; readonly to: number; readonly mark: 'link'; readonly href: string }

/** The position of a cell in its table. The first cell is at row 0, column 0; cells follow row by row. */
export interface CellPlace {
  readonly row: number
  readonly column: number
  /** The cell is the header of its column. */
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
  /** Cutlines only: their picture. */
  readonly picture?: Picture
  /** Plain text; a hard break is one `\n`. */
  readonly text: string
  /** Sorted by `from`, then `to`; facts and comments may nest and overlap. */
  readonly spans: readonly Span[]
}

/** Whether a block is a cell that says what others hold: the header of a column, or the first cell of a row. */
export const isHeadingCell = ({ cell }: Block): boolean => cell?.header === true || cell?.column === 0

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

/**
 * The ranges that carry each fact's mark, as the marks lie (not merged across blocks). Facts and ranges are in text
 * order.
 */
export function rangesByFact(copy: Copy): ReadonlyMap<string, readonly Range[]> {
  const byFact = new Map<string, Range[]>()
  for (const [block, { spans }] of copy.entries()) {
    for (const span of spans) {
      if (span.mark !== 'fact') continue
      const ranges = byFact.get(span.id)
      const last = ranges?.at(-1)
      if (!ranges) byFact.set(span.id, [{ block, from: span.from, to: span.to }])
      else if (last?.block === block && last.to === span.from) ranges[ranges.length - 1] = { ...last, to: span.to }
      else ranges.push({ block, from: span.from, to: span.to })
    }
  }
  return byFact
}

/** The ranges of one fact; empty if its mark is gone. */
export const rangesOfFact = (copy: Copy, fact: string): readonly Range[] => rangesByFact(copy).get(fact) ?? []

/** Words as a newsroom counts them (countWordsIn). */
export function countWords(copy: Copy): number {
  return copy.reduce((sum, block) => sum + wordsIn(block), 0)
}

/** Characters as newsrooms count them that write Korean, Japanese or Chinese (countCharactersIn). */
export function countCharacters(copy: Copy): number {
  return copy.reduce((sum, block) => sum + charactersIn(block), 0)
}

/** Unchanged blocks are the same objects, so a keystroke costs one block. */
function byBlock(count: (text: string) => number): (block: Block) => number {
  const counted = new WeakMap<Block, number>()
  return (block) => {
    const known = counted.get(block)
    if (known !== undefined) return known
    const found = count(block.text)
    counted.set(block, found)
    return found
  }
}
const wordsIn = byBlock(countWordsIn)
const charactersIn = byBlock(countCharactersIn)

/** Whole minutes to read the copy at 238 words a minute (Brysbaert 2019), at least 1 when there is any text. */
export const readingMinutes = (words: number): number => (words === 0 ? 0 : Math.max(1, Math.round(words / 238)))
