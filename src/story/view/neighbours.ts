/** Which other blocks of the copy the view of a fact reads, beside the blocks of its tag. */
import { RUNS_ON } from '../copy/sentences'
import { startsTable } from '../copy/tables'
import type { Block, Copy } from '../copy/copy'

/** Indexes of blocks. */
export interface Neighbours {
  /** The graf before, across tables and pictures. Absent: none. */
  readonly before?: number
  /** The graf after. Absent: none. */
  readonly after?: number
  /** List items and block quotes: the lead-in or subhead, then the items above, outermost first. */
  readonly belongsTo: readonly number[]
  /** Cells: the headers of column and row. */
  readonly headers: readonly number[]
}

const NONE: Neighbours = { belongsTo: [], headers: [] }
const known = new WeakMap<Copy, readonly Neighbours[]>()

/** The neighbours of each block. Computed once for a copy, in one walk. */
export function neighboursOf(copy: Copy): readonly Neighbours[] {
  const before = known.get(copy)
  if (before) return before
  const walk = new Walk()
  const all = copy.map((block, index) => walk.step(block, index))
  for (const [index, { before: earlier }] of all.entries())
    if (earlier !== undefined) all[earlier] = { ...(all[earlier] ?? NONE), after: index }
  known.set(copy, all)
  return all
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
  #table:
    | { readonly top: Map<number, number>; readonly marked: Map<number, number>; row: number; first: number }
    | undefined

  step(block: Block, index: number): Neighbours {
    if (block.cell) return this.#cell(block, index)
    this.#table = undefined
    if (block.role === 'cutline') return NONE
    if (!RUNS_ON.has(block.role)) {
      this.#graf = this.#lead = undefined
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
      return { ...NONE, belongsTo }
    }
    this.#items = []
    if (block.text.trim() === '') return base
    const lead = this.#lead
    this.#graf = this.#lead = index
    return block.role === 'quote' && lead !== undefined ? { ...base, belongsTo: [lead] } : base
  }

  #cell(block: Block, index: number): Neighbours {
    const { row, column, header } = block.cell ?? { row: 0, column: 0 }
    if (!this.#table || startsTable({ row, column }))
      this.#table = { top: new Map(), marked: new Map(), row, first: index }
    const table = this.#table
    if (table.row !== row || column === 0) Object.assign(table, { row, first: index })
    const above = table.marked.get(column) ?? table.top.get(column)
    if (row === 0) table.top.set(column, index)
    if (header) table.marked.set(column, index)
    const headers = [above, table.first].filter((one): one is number => one !== undefined && one !== index)
    return { ...NONE, headers }
  }
}
