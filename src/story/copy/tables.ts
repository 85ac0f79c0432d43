/** Finds tables in a flat copy and reassembles them. */
import type { Block, CellPlace } from './copy'

interface Placed {
  readonly cell?: CellPlace
}

/** A block, or the rows of a table. Rows may differ in length after a merge. */
export type Grouped<B> = { readonly block: B } | { readonly rows: readonly (readonly B[])[] }

/** The blocks with each table's cells put together. */
export function groupTables<B extends Placed>(blocks: readonly B[]): readonly Grouped<B>[] {
  const groups: Grouped<B>[] = []
  let rows: B[][] | undefined
  let row = -1
  for (const block of blocks) {
    const { cell } = block
    if (!cell) {
      rows = undefined
      groups.push({ block })
      continue
    }
    if (!rows || startsTable(cell)) groups.push({ rows: (rows = []) })
    if (rows.length === 0 || cell.row !== row) rows.push([])
    row = cell.row
    rows.at(-1)?.push(block)
  }
  return groups
}

export const startsTable = ({ row, column }: CellPlace): boolean => row === 0 && column === 0

/** Cells in the widest row. */
export const columnsOf = (rows: readonly (readonly unknown[])[]): number =>
  rows.reduce((most, row) => Math.max(most, row.length), 0)

/** Makes the cells of a table from rows of texts. With `header` the first row is the header. */
export function tableOf(
  rows: readonly (readonly Pick<Block, 'text' | 'spans'>[])[],
  headerRow: boolean,
): readonly Block[] {
  const columns = columnsOf(rows)
  return rows.flatMap((row, index) =>
    Array.from({ length: columns }, (_, column): Block => ({
      role: 'cell',
      cell: { row: index, column, ...(headerRow && index === 0 ? { header: true as const } : {}) },
      text: row[column]?.text ?? '',
      spans: row[column]?.spans ?? [],
    })),
  )
}
