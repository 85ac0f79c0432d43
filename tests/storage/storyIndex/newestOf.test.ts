import { describe, expect, it } from 'vitest'
import { newestOf } from '../../../src/storage/storyIndex/sqlite/newestOf'
import { numberAt } from '../../../src/storage/storyIndex/rowNumber'

const [EARLY, MOMENT, LATE] = [numberAt(5000), numberAt(6000), numberAt(7000)]
/** Hits in falling order of their numbers, with when the story was made. Three are of one moment. */
const HITS = new Map([
  [LATE, '2026-01-02'],
  [MOMENT + 2, '2026-01-01'],
  [MOMENT + 1, '2026-01-03'],
  [MOMENT, '2026-01-05'],
  [EARLY, '2026-01-04'],
])
const RIGHT = [LATE, MOMENT, MOMENT + 1, MOMENT + 2, EARLY]

describe('a page of the newest hits', () => {
  /** As the index asks: with the hit before the page and the one after it. */
  const page = (offset: number, limit: number): readonly number[] => {
    const skip = Math.max(0, offset - 1)
    return newestOf(
      [...HITS.keys()].slice(skip, offset + limit + 1),
      { from: offset - skip, limit },
      {
        ofMoment: ({ from, to }) => [...HITS.keys()].filter((n) => n >= from && n <= to),
        age: (n) => HITS.get(n) ?? '',
      },
    )
  }

  it('has the newest change first, and of one moment the newest story', () => {
    expect(page(0, 9)).toEqual(RIGHT)
  })

  it('is the same part of the whole wherever it begins and ends, also inside a moment', () => {
    const pages = RIGHT.flatMap((_n, offset) => [1, 2, 3].map((limit) => [offset, limit] as const))
    expect(pages.map(([offset, limit]) => page(offset, limit))).toEqual(
      pages.map(([offset, limit]) => RIGHT.slice(offset, offset + limit)),
    )
  })

  it('is empty past the end', () => {
    expect([page(5, 2), page(9, 1)]).toEqual([[], []])
  })
})
