/** Order statistics of plain numbers. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const low = sorted[below]
  const high = sorted[Math.ceil(place)]
  return low + (high - low) * (place - below)
}

export const median = (values) => quantile(values, 0.5)

/** Returns the median, the least and the greatest of some rounds. */
export const overRounds = (values) => ({
  median: median(values),
  least: Math.min(...values),
  greatest: Math.max(...values),
})

/** Returns a generator of numbers in [0, 1), the same for the same seed. */
export function randomFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Formats rows of cells as columns. Aligns the first column left, the others right. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
        .join('  '),
    )
    .join('\n')
}
