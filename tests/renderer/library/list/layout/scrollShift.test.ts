import { describe, expect, test } from 'vitest'
import { followActive } from '../../../../../src/renderer/library/list/layout/activeLine'
import { layOutList } from '../../../../../src/renderer/library/list/layout/listLayout'
import { scrollShift } from '../../../../../src/renderer/library/list/layout/scrollShift'
import type { ShownStories } from '../../../../../src/renderer/state/stores/stories/storyList'
import type { StorySummary } from '../../../../../src/story/requests/requests'

const story = (id: string): StorySummary => ({
  id,
  slug: '',
  headline: id,
  stage: 'draft',
  version: 1,
  facts: {},
  words: 0,
  wordTarget: 0,
  embargo: '',
  updated: '',
})
/** A list with one page of drafts. */
const shownOf = (ids: readonly string[], more: Partial<ShownStories> = {}): ShownStories => ({
  query: '',
  sort: 'updated',
  groups: [{ id: 'draft', count: ids.length }],
  total: ids.length,
  pages: new Map([[0, ids.map(story)]]),
  ...more,
})
const drawing = (ids: readonly string[]) => {
  const shown = shownOf(ids)
  return { shown, layout: layOutList(shown.groups, new Set()) }
}

describe('after a change the list scrolls along', () => {
  test('by the rows that came in above', () => {
    expect(scrollShift(drawing(['a', 'b', 'c', 'd']), drawing(['x', 'y', 'a', 'b', 'c', 'd']), [1, 2])).toBe(184)
  })
  test('by the rows that went above', () => {
    expect(scrollShift(drawing(['a', 'b', 'c', 'd']), drawing(['c', 'd']), [2, 3])).toBe(-184)
  })
  test('by no row of its own that moved to the top', () => {
    expect(scrollShift(drawing(['a', 'b', 'c', 'd']), drawing(['d', 'a', 'b', 'c']), [1, 2, 3])).toBe(92)
  })
  test('not at all when none of its rows is left', () => {
    expect(scrollShift(drawing(['a', 'b']), drawing(['x', 'y']), [0, 1])).toBe(0)
  })
})

describe('the active line', () => {
  const at = (offset: number, id?: string) => ({ kind: 'story' as const, offset, id })
  test('follows its story', () => {
    expect(followActive(at(2, 'c'), shownOf(['c', 'a', 'b']))).toEqual(at(0, 'c'))
  })
  test('follows its story out of the pages that are there', () => {
    expect(followActive(at(2, 'c'), shownOf(['a', 'b'], { total: 900, found: { id: 'c', at: 700 } }))).toEqual(
      at(700, 'c'),
    )
  })
  test('takes the story that comes in the place of one that has gone', () => {
    expect(followActive(at(1, 'b'), shownOf(['a', 'c']))).toEqual(at(1, 'c'))
    expect(followActive(at(2, 'c'), shownOf(['a', 'b']))).toEqual(at(1, 'b'))
  })
  test('learns its story when the page comes', () => {
    expect(followActive(at(1), shownOf(['a', 'b']))).toEqual(at(1, 'b'))
    expect(followActive(at(150), shownOf(['a', 'b'], { total: 300 }))).toEqual(at(150))
  })
  test('ends with the list and with its group', () => {
    expect([
      followActive(at(0, 'a'), shownOf([])),
      followActive({ kind: 'heading', id: 'filed' }, shownOf(['a'])),
      followActive({ kind: 'heading', id: 'draft' }, shownOf(['a'])),
    ]).toEqual([null, null, { kind: 'heading', id: 'draft' }])
  })
})
