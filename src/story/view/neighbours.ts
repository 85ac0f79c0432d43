/** Which other blocks of the copy the view of a fact reads, beside the blocks of its tag. */
import { RUNS_ON } from '../copy/words/sentences'
import { startsTable } from '../copy/tables'
import type { Block, Copy } from '../copy/copy'
import { seen } from '../text/compare'

/** Indexes of blocks. */
export interface Neighbours {
  /** The graf before, across tables and pictures. Absent: none. */
  readonly before?: number
  /** The graf after. Absent: none. */
  readonly after?: number
  /** List items, block quotes and cells: the lead-in or subhead, then the items above, outermost first. */
  readonly belongsTo: readonly number[]
  /** Cells: the headers of column and row. */
  readonly headers: readonly number[]
  /** Cells: what else in the row says what a figure is: a name behind the rank, a unit behind the figure. */
  readonly labels?: readonly number[]
  /** Items of a numbered list: the number that a reader sees. */
  readonly rank?: number
}

/** Whether a reader sees no words in a block. */
export const isBlank = ({ text }: Pick<Block, 'text'>): boolean => seen(text).trim() === ''

const NONE: Neighbours = { belongsTo: [], headers: [] }
const known = new WeakMap<Copy, readonly Neighbours[]>()

/** The neighbours of each block. Computed once for a copy, in one walk. */
export function neighboursOf(copy: Copy): readonly Neighbours[] {
  const before = known.get(copy)
  if (before) return before
  const walk = new Walk()
  const all = copy.map((block, index) => walk.step(block, index))
  for (const [index, { before: earlier }] of all.entries()) {
    if (earlier !== undefined) all[earlier] = { ...(all[earlier] ?? NONE), after: index }
    const [own, next] = [all[index], copy[index + 1]]
    const block = copy[index]
    if (own && block && next && isUnitOf(next, block))
      all[index] = { ...own, labels: [...(own.labels ?? []), index + 1] }
  }
  known.set(copy, all)
  return all
}

/** The headers of a cell, and the labels beside it. */
export const headingsOf = ({ headers, labels = [] }: Pick<Neighbours, 'headers' | 'labels'>): readonly number[] =>
  labels.length === 0 ? headers : [...headers, ...labels.filter((one) => !headers.includes(one))]

/** The numbers of the items of numbered lists that a tag touches. */
export const ranksOf = (copy: Copy, first: number, last: number): readonly number[] =>
  neighboursOf(copy)
    .slice(first, last + 1)
    .flatMap(({ rank }) => rank ?? [])

/**
 * The headers with labels, lead-ins and items of all blocks that a tag touches, without those blocks. `withTables`:
 * also what leads in to tables.
 */
export function belongingsOf(
  copy: Copy,
  first: number,
  last: number,
  withTables = true,
): Pick<Neighbours, 'belongsTo' | 'headers'> {
  const neighbours = neighboursOf(copy)
  const at = (index: number): Neighbours => {
    const own = neighbours[index] ?? NONE
    return withTables || !copy[index]?.cell ? own : { ...own, belongsTo: [] }
  }
  if (first === last) {
    const own = at(first)
    return own.labels ? { belongsTo: own.belongsTo, headers: headingsOf(own) } : own
  }
  const all = neighbours.slice(first, last + 1).map((_, index) => at(first + index))
  const outside = (indexes: readonly number[]): readonly number[] => [
    ...new Set(indexes.filter((index) => index < first || index > last)),
  ]
  return {
    belongsTo: outside(all.flatMap(({ belongsTo }) => belongsTo)),
    headers: outside(all.flatMap(headingsOf)),
  }
}

/** For copy in which every block has the same kind as in `before`, so that it has the same neighbours. */
export function keepNeighbours(before: Copy, copy: Copy): void {
  const all = known.get(before)
  if (all) known.set(copy, all)
}

class Walk {
  /** The last block of running text with words, since something else began. */
  #graf: number | undefined
  /** The last one that is no list item. */
  #lead: number | undefined
  /** The open list items by level. */
  #items: (number | undefined)[] = []
  #table: Table | undefined
  readonly #ranks = new Ranks()

  step(block: Block, index: number): Neighbours {
    const rank = this.#ranks.next(block)
    const found = this.#step(block, index)
    return rank === undefined ? found : { ...found, rank }
  }

  #step(block: Block, index: number): Neighbours {
    if (block.cell) return this.#cell(block, index)
    this.#table = undefined
    if (block.role === 'cutline') return NONE
    if (!RUNS_ON.has(block.role)) {
      this.#graf = undefined
      // What a reader does not see parts no list from its lead-in.
      if (isBlank(block)) return NONE
      this.#lead = undefined
      this.#items = []
      return NONE
    }
    const before = this.#graf
    const base = before === undefined ? NONE : { ...NONE, before }
    if (block.role === 'listItem') {
      const level = block.level ?? 1
      const above = this.#items.slice(0, level).flatMap((item) => item ?? [])
      const belongsTo = [...(this.#lead === undefined ? [] : [this.#lead]), ...above]
      this.#items.length = level
      this.#items[level] = index
      this.#graf = index
      return { ...base, belongsTo }
    }
    if (isBlank(block)) return base
    this.#items = []
    const lead = this.#lead
    this.#graf = this.#lead = index
    return block.role === 'quote' && lead !== undefined ? { ...base, belongsTo: [lead] } : base
  }

  #cell(block: Block, index: number): Neighbours {
    const { row, column, header = false } = block.cell ?? { row: 0, column: 0 }
    if (!this.#table || startsTable({ row, column }))
      this.#table = {
        top: new Map(),
        plainTops: new Set(),
        marked: new Map(),
        row,
        head: undefined,
        left: [],
        section: undefined,
        filled: [],
        width: 0,
        ...NO_LABELS,
      }
    const table = this.#table
    const isEmpty = isBlank(block)
    if (table.row !== row) {
      // “Men” with nothing behind it heads the rows below, until the next such row.
      if (table.row > 0 && table.width > 1 && table.filled.length === 1 && table.head === table.filled[0])
        table.section = table.head
      Object.assign(table, { filled: [], width: 0 })
    }
    table.width++
    if (!isEmpty) table.filled.push(index)
    if (table.row !== row || column === 0) {
      // A blank head continues that of the row above: one cell that spans several rows.
      const head = isEmpty && column === 0 ? (table.head ?? index) : index
      Object.assign(table, { row, head, left: [], labels: [], isOpen: true, hasName: false })
    }
    const marked = table.marked.get(column)
    const top = table.top.get(column) ?? index
    // Words in a plain row over the marked headers head the column, too.
    const above = marked ? [...(table.plainTops.has(column) ? [top] : []), ...marked.heads] : [top]
    // A blank header continues the one to its left: one cell that spans several columns.
    const own = isEmpty ? (table.left.at(-1) ?? index) : index
    if (row === 0) table.top.set(column, own)
    if (row === 0 && !header && !(isEmpty && own === index)) table.plainTops.add(column)
    if (header) table.marked.set(column, { row, heads: [...(marked?.row === row - 1 ? marked.heads : []), own] })
    const heads = [...above, table.section, ...(header || row === 0 ? [] : table.left), table.head]
    if ((header || row === 0) && !isEmpty) table.left.push(index)
    const found = {
      belongsTo: this.#lead === undefined ? [] : [this.#lead],
      headers: [...new Set(heads.filter((one): one is number => one !== undefined && one !== index))],
    }
    const labels = header || row === 0 ? [] : table.labels.filter((one) => !found.headers.includes(one))
    addLabel(table, block, index)
    return labels.length === 0 ? found : { ...found, labels }
  }
}

/** Numbers list items as exports do: an item of another kind begins a list, and so does one behind anything else. */
class Ranks {
  /** The last item of each open level. */
  #open: ({ readonly list: string; readonly rank: number } | undefined)[] = []

  next(block: Block): number | undefined {
    if (isBlank(block) && !block.picture) return undefined
    if (block.role !== 'listItem') {
      this.#open = []
      return undefined
    }
    const { level = 1, list = 'bullet' } = block
    this.#open.length = Math.min(this.#open.length, level)
    const before = this.#open[level - 1]
    const rank = before?.list === list ? before.rank + 1 : 1
    this.#open[level - 1] = { list, rank }
    return list === 'ordered' ? rank : undefined
  }
}

/** The most labels of a row, and the most characters of one and of a unit: longer cells say something themselves. */
const MOST_LABELS = 4
const LONGEST_LABEL = 40
const LONGEST_UNIT = 20

/** The first cells of a row up to its first figure are labels: a rank or a year does not say of whom the row is. */
function addLabel(table: Table, block: Block, index: number): void {
  const { text } = block
  if (!table.isOpen || isBlank(block)) return
  const isFigure = table.hasName && /\p{N}/u.test(text)
  if (isFigure || text.length > LONGEST_LABEL || table.labels.length === MOST_LABELS) {
    table.isOpen = false
    return
  }
  table.labels = [...table.labels, index]
  table.hasName ||= /\p{L}/u.test(text)
}

/** Whether the cell right behind a figure says what it counts: “percent”, “€”. */
function isUnitOf({ cell: next, text }: Block, { cell, text: figure }: Block): boolean {
  if (!cell || next?.row !== cell.row || next.column !== cell.column + 1 || cell.row === 0 || next.header) return false
  if (text.length > LONGEST_UNIT || /^\s*n\W?a\W*$/iu.test(text)) return false
  return /\p{N}/u.test(figure) && !/\p{N}/u.test(text) && /[\p{L}\p{Sc}%‰]/u.test(text)
}

/** What of the words of a cell decides of what it is a label. */
export const labelKind = ({ cell, text }: Block): string =>
  cell
    ? [/\p{N}/u, /\p{L}/u, /[\p{Sc}%‰]/u, /^\s*n\W?a\W*$/iu].map((one) => (one.test(text) ? 1 : 0)).join('') +
      [LONGEST_LABEL, LONGEST_UNIT].map((most) => (text.length > most ? 1 : 0)).join('')
    : ''

const NO_LABELS = { labels: [] as readonly number[], isOpen: true, hasName: false }

interface Table {
  /** The first row, which heads its columns when no cell is marked. */
  readonly top: Map<number, number>
  /** Columns over which an unmarked first row has words, there or to the left. */
  readonly plainTops: Set<number>
  /** Column → the marked headers above, those of rows that follow one another. */
  readonly marked: Map<number, { readonly row: number; readonly heads: readonly number[] }>
  row: number
  /** The head of this row. */
  head: number | undefined
  /** Marked headers of this row so far; in the first row all cells. */
  left: number[]
  /** Labels of this row so far, whether more may follow, and whether one of them has letters. */
  labels: readonly number[]
  isOpen: boolean
  hasName: boolean
  /** The first cell of the last row above that has words only there. */
  section: number | undefined
  /** The cells of this row with words, so far. */
  filled: number[]
  /** How many cells this row has, so far. */
  width: number
}
