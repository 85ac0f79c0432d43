export interface ClockRange {
  readonly from: number
  readonly to: number
}

/** A set of characters, identified by client and clock in a Y.Doc. */
export class CharacterSet {
  private readonly ranges = new Map<number, readonly ClockRange[]>()

  add(client: number, from: number, to: number): void {
    const ranges = this.ranges.get(client) ?? []
    const touching = ranges.filter((range) => range.from <= to && range.to >= from)
    const [only] = touching
    if (touching.length === 1 && only && only.from <= from && only.to >= to) return
    const merged = {
      from: Math.min(from, ...touching.map((range) => range.from)),
      to: Math.max(to, ...touching.map((range) => range.to)),
    }
    this.ranges.set(
      client,
      [...ranges.filter((range) => !touching.includes(range)), merged].sort((a, b) => a.from - b.from),
    )
  }

  /** The parts of a stretch that are in the set, in order. */
  within(client: number, from: number, to: number): ClockRange[] {
    return (this.ranges.get(client) ?? [])
      .map((range) => ({ from: Math.max(from, range.from), to: Math.min(to, range.to) }))
      .filter((range) => range.from < range.to)
  }

  /** The parts of a stretch that are not in the set, in order. */
  missing(client: number, from: number, to: number): ClockRange[] {
    const gaps: ClockRange[] = []
    let start = from
    for (const range of this.within(client, from, to)) {
      if (range.from > start) gaps.push({ from: start, to: range.from })
      start = range.to
    }
    if (start < to) gaps.push({ from: start, to })
    return gaps
  }
}
