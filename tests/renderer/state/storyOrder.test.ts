import { describe, expect, test } from 'vitest'
import { keepsItsPlace } from '../../../src/renderer/state/stores/stories/storyOrder'
import type { StorySort, StorySummary } from '../../../src/story/requests/requests'

const story = (id: string, more: Partial<StorySummary> = {}): StorySummary => ({
  id,
  slug: id,
  headline: id,
  stage: 'draft',
  version: 1,
  facts: {},
  words: 0,
  wordTarget: 0,
  embargo: '',
  updated: '5',
  ...more,
})

/** Two filed stories, then three drafts, of which the last is not known. */
const ROWS = [
  story('a', { stage: 'filed', updated: '9' }),
  story('b', { stage: 'filed', updated: '2' }),
  story('c', { updated: '8' }),
  story('d', { updated: '6' }),
]
const keeps = (offset: number, change: Partial<StorySummary>, sort: StorySort = 'updated'): boolean => {
  const row = ROWS[offset]
  if (!row) throw new Error('There is no such row.')
  const groups = [
    { id: 'filed' as const, count: 2 },
    { id: 'draft' as const, count: 3 },
  ]
  return keepsItsPlace({ sort, groups, rowAt: (at) => ROWS[at] }, offset, { ...row, ...change })
}

describe('a changed row keeps its place', () => {
  test('when what it is sorted by is the same', () => {
    expect([keeps(2, { words: 9 }), keeps(3, { updated: '9' }, 'created'), keeps(2, { updated: '9' }, 'slug')]).toEqual(
      [true, true, true],
    )
  })
  test('as the first of its group, when it changed last', () => {
    expect([keeps(2, { updated: '99' }), keeps(0, { updated: '99' })]).toEqual([true, true])
  })
  test('between two neighbours, when it stays in order', () => {
    expect([keeps(2, { updated: '7' }), keeps(2, { updated: '1' }), keeps(1, { updated: '99' })]).toEqual([
      true,
      false,
      false,
    ])
  })
  test('never beside a neighbour that is not known', () => {
    expect(keeps(3, { updated: '7' })).toBe(false)
  })
  test('never beside a neighbour of the same moment: which story is newer is not known', () => {
    expect([keeps(2, { updated: '6' }), keeps(2, { headline: 'd' }, 'headline')]).toEqual([false, false])
  })
  test('never in another stage, and not when it can no longer be read', () => {
    expect([keeps(2, { stage: 'filed' }), keeps(2, { unavailable: 'torn' })]).toEqual([false, false])
  })
  test('not where it stood before it changed, though the row says the change already', () => {
    const known = (at: number): StorySummary | undefined => (at === 3 ? story('d', { updated: '99' }) : ROWS[at])
    const groups = [
      { id: 'filed' as const, count: 2 },
      { id: 'draft' as const, count: 3 },
    ]
    const inOrderOf = (sort: StorySort, offset: number, row: StorySummary): boolean =>
      keepsItsPlace({ sort, groups, rowAt: (at) => (at === offset ? row : known(at)) }, offset, row)
    expect([
      inOrderOf('updated', 3, story('d', { updated: '99' })),
      inOrderOf('updated', 2, story('c', { stage: 'filed', updated: '8' })),
      inOrderOf('created', 2, story('c', { stage: 'filed', updated: '8' })),
    ]).toEqual([false, false, false])
  })
  test('beside a neighbour with the same, when it had the same before', () => {
    const same = ['a', 'b', 'c'].map((id) => story(id, { slug: '' }))
    const groups = [{ id: 'draft' as const, count: 3 }]
    expect(
      keepsItsPlace({ sort: 'slug', groups, rowAt: (at) => same[at] }, 1, story('b', { slug: '', words: 9 })),
    ).toBe(true)
  })
  test('by headline and slug in the order of the letters', () => {
    expect([keeps(2, { headline: 'cc' }, 'headline'), keeps(2, { headline: 'e' }, 'headline')]).toEqual([true, false])
  })
})
