import { describe, expect, test } from 'vitest'
import { topOf } from '../../../../../src/renderer/library/list/layout/lineHeights'
import { layOutList, lineAt, lineOfStory, stepFrom } from '../../../../../src/renderer/library/list/layout/listLayout'

const GROUPS = [
  { id: 'inReview' as const, count: 2 },
  { id: 'draft' as const, count: 3 },
  { id: 'published' as const, count: 50_000 },
]
const open = layOutList(GROUPS, new Set())
const folded = layOutList(GROUPS, new Set(['draft' as const]))
const inShort = (layout: typeof open, line: number): string => {
  const found = lineAt(layout, line)
  return found === undefined ? 'nothing' : found.kind === 'heading' ? found.group.id : String(found.offset)
}

describe('the lines of the list', () => {
  test('are headings and stories in their order', () => {
    expect([open.lines, [0, 1, 2, 3, 4, 5, 6, 7, 8, 50_007, 50_008, -1].map((line) => inShort(open, line))]).toEqual([
      50_008,
      ['inReview', '0', '1', 'draft', '2', '3', '4', 'published', '5', '50004', 'nothing', 'nothing'],
    ])
  })
  test('leave out the stories of a folded group, which keep their offsets', () => {
    expect([folded.lines, [2, 3, 4, 5].map((line) => inShort(folded, line))]).toEqual([
      50_005,
      ['1', 'draft', 'published', '5'],
    ])
  })
  test('are found by the offset of a story', () => {
    expect([0, 1, 2, 5, 50_004, 50_005].map((offset) => lineOfStory(open, offset))).toEqual([
      1,
      2,
      4,
      8,
      50_007,
      undefined,
    ])
    expect([1, 2, 5].map((offset) => lineOfStory(folded, offset))).toEqual([2, undefined, 5])
  })
  test('stand one under the other', () => {
    expect([0, 1, 2, 3, 4].map((line) => topOf(open, line))).toEqual([0, 32, 124, 216, 248])
  })
})

describe('a key in the list', () => {
  test('passes over the heading of an open group', () => {
    expect([stepFrom(open, 2, 1), stepFrom(open, 4, -1)]).toEqual([4, 2])
  })
  test('stops at the heading of a folded group', () => {
    expect([stepFrom(folded, 2, 1), stepFrom(folded, 5, -1)]).toEqual([3, 3])
  })
  test('goes to the ends and no further', () => {
    expect([stepFrom(open, 4, -99_999), stepFrom(open, 4, 99_999), stepFrom(open, 1, -1)]).toEqual([1, 50_007, 1])
  })
  test('moves by pages', () => {
    expect([stepFrom(open, 8, 7), stepFrom(open, 15, -7)]).toEqual([15, 8])
  })
  test('in an empty list stays where it is', () => {
    expect(stepFrom(layOutList([], new Set()), 0, 1)).toBe(0)
  })
})
