/** A cell as a page or another program writes it. `wide` columns and `tall` rows are one merged cell. */
export interface WrittenCell<T> {
  readonly cell: T
  readonly wide: number
  readonly tall: number
}

/**
 * Puts each cell of a table with merged cells under its own header. Stet's tables have no merged cells: the words of
 * one stay in its first column and row, and what it covered is empty (undefined). Without this a number after a merged
 * cell would slip under the header of another column.
 * The table gets no column that no row has: many pages write a span that is far too wide.
 */
export function inOwnColumns<T>(rows: readonly (readonly WrittenCell<T>[])[]): readonly (readonly (T | undefined)[])[] {
  const most = rows.reduce((length, row) => Math.max(length, row.length), 0)
  /** By column: how many of the next rows a cell above covers. */
  const covered: number[] = []
  /** Columns that the cells of a row, and those above it, take. A span to the side adds none. */
  const width = Math.min(2 * most, widest(rows, most))
  return rows.map((row) => {
    const placed: (T | undefined)[] = []
    const reaching: { readonly from: number; readonly wide: number; readonly tall: number }[] = []
    let next = 0
    row.forEach(({ cell, wide, tall }, index) => {
      while ((covered[next] ?? 0) > 0) next++
      const column = Math.max(placed.length, Math.min(next, width - (row.length - index)))
      while (placed.length < column) placed.push(undefined)
      placed.push(cell)
      reaching.push({ from: column, wide: Math.min(wide, width - column), tall })
      next = column + Math.min(wide, width)
    })
    for (let column = 0; column < width; column++) covered[column] = Math.max(0, (covered[column] ?? 0) - 1)
    for (const { from, wide, tall } of reaching)
      for (let column = from; column < from + wide; column++) covered[column] = tall - 1
    return placed
  })
}

/**
 * Cells that nobody sees leave their place empty. A column that holds nothing else goes: the others keep their headers.
 */
export function withoutHidden<T>(
  rows: readonly (readonly (T | undefined)[])[],
  isHidden: (cell: T) => boolean,
): readonly (readonly (T | undefined)[])[] {
  const seen = rows.map((row) => row.map((cell) => (cell !== undefined && isHidden(cell) ? undefined : cell)))
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const goes = Array.from(
    { length: columns },
    (_, column) => seen.every((row) => row[column] === undefined) && rows.some((row) => row[column] !== undefined),
  )
  return goes.includes(true) ? seen.map((row) => row.filter((_, column) => goes[column] !== true)) : seen
}

/** The most columns that a row takes: its cells, and the columns that tall cells of earlier rows cover. */
function widest(rows: readonly (readonly WrittenCell<unknown>[])[], most: number): number {
  /** By row: how many columns are covered no longer from there. */
  const ends = new Map<number, number>()
  let covered = 0
  let width = most
  rows.forEach((row, index) => {
    covered -= ends.get(index) ?? 0
    width = Math.max(width, row.length + covered)
    for (const { wide, tall } of row) {
      if (tall < 2) continue
      const columns = Math.min(wide, most)
      covered += columns
      ends.set(index + tall, (ends.get(index + tall) ?? 0) + columns)
    }
  })
  return width
}
