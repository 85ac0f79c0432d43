/** A checkable statement that a detector saw in one block's text. */
export type StatementKind = 'quote' | 'superlative' | 'figure' | 'date' | 'name'

export interface Statement {
  readonly kind: StatementKind
  /** The words to show, UTF-16 offsets. */
  readonly from: number
  readonly to: number
  /** The least that a tag must cover: "100" of "about 100 minutes". Lies inside `from`–`to`. */
  readonly coreFrom: number
  readonly coreTo: number
}

export interface Region {
  readonly from: number
  readonly to: number
}

/** What stands inside a statement of a higher rank is part of it. */
export const RANK: Readonly<Record<StatementKind, number>> = { quote: 4, superlative: 3, figure: 2, date: 1, name: 0 }

/** Earlier first, then longer, then higher: whatever contains a statement stands before it. */
export const inReadingOrder = (a: Statement, b: Statement): number =>
  a.from - b.from || b.to - a.to || RANK[b.kind] - RANK[a.kind]

/** Asks a set of regions whether any of them overlaps another; one search each, however many there are. */
export function overlapAny(regions: readonly Region[]): (region: Region) => boolean {
  const sorted = regions.toSorted((a, b) => a.from - b.from)
  const reach: number[] = []
  for (const { to } of sorted) reach.push(Math.max(to, reach.at(-1) ?? 0))
  return ({ from, to }) => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sorted[middle]?.from ?? 0) < to) low = middle + 1
      else high = middle
    }
    return low > 0 && (reach[low - 1] ?? 0) > from
  }
}
