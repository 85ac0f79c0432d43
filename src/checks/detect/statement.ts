/** A checkable statement in one block's text. */
export type StatementKind = 'quote' | 'superlative' | 'figure' | 'date' | 'name'

export interface Statement {
  readonly kind: StatementKind
  /** The range of the words, in UTF-16 offsets. */
  readonly from: number
  readonly to: number
  /** The range that a tag must cover: "100" of "about 100 minutes". */
  readonly coreFrom: number
  readonly coreTo: number
}

export interface Region {
  readonly from: number
  readonly to: number
}

/** A statement inside one of higher rank is part of it. */
export const RANK: Readonly<Record<StatementKind, number>> = { quote: 4, superlative: 3, figure: 2, date: 1, name: 0 }

/** Order: earlier, then longer, then higher rank. A containing statement precedes the ones it contains. */
export const inReadingOrder = (a: Statement, b: Statement): number =>
  a.from - b.from || b.to - a.to || RANK[b.kind] - RANK[a.kind]

/** Builds a test whether a region overlaps any of the set, with one binary search. */
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
