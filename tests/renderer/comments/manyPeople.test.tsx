/** The Comments tab of a library with 2,000 people. */
import { act } from 'react'
import { afterEach, expect, it } from 'vitest'
import { CommentsPanel } from '../../../src/renderer/comments/CommentsPanel'
import type { CommentThread } from '../../../src/story/copy/comment'
import type { Person } from '../../../src/story/desk/roster'
import { storyFrom } from '../../builders/stories/storyFrom'
import {
  all,
  axeFaults,
  DESK,
  did,
  fakeWindow,
  leave,
  press,
  put,
  type,
  type FakeWindow,
  type Page,
} from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const thread = (nth: number): CommentThread => ({
  id: `c${String(nth).padStart(2, '0')}`,
  by: 'Editor',
  at: '2026-10-30T09:00:00.000Z',
  text: 'Who says so?',
  mustFix: false,
  assignee: nth === 0 ? 'Person 7' : nth === 1 ? 'Someone who left' : '',
  replies: [],
})
const rosterOf = (count: number): readonly Person[] => [
  ...DESK.roster,
  ...Array.from({ length: count }, (_, nth) => ({ name: `Person ${nth}` })),
]
async function open(people: number): Promise<FakeWindow> {
  const fake = fakeWindow({
    story: {
      ...storyFrom('Leaders meet\nDeck\nWords.'),
      comments: Array.from({ length: 10 }, (_, nth) => thread(nth)),
    },
    desk: { ...DESK, roster: rosterOf(people) },
    answers: { 'comment.change': () => did({}) },
  })
  page = await put(fake.services, <CommentsPanel />)
  return fake
}
const fields = (): readonly HTMLSelectElement[] => all<HTMLSelectElement>('select', 'Assigned to')
const chosen = (field: HTMLSelectElement | undefined): unknown => [
  field?.options.length,
  field?.selectedOptions[0]?.textContent,
]

it('each comment lists only whom it is assigned to', async () => {
  await open(2000)
  expect([fields().length, fields().slice(0, 3).map(chosen), await axeFaults()]).toEqual([
    10,
    [
      [2, 'Person 7'],
      [2, 'Someone who left'],
      [1, 'Unassigned'],
    ],
    [],
  ])
})

it('a field lists the roster while a person is at it, by keys and by the pointer, and assigns', async () => {
  const fake = await open(2000)
  const [, , first, second] = fields()
  if (!first || !second) throw new Error('There are too few comments.')
  await act(async () => first.focus())
  expect([chosen(first), chosen(second)]).toEqual([
    [2003, 'Unassigned'],
    [1, 'Unassigned'],
  ])
  await press(first, 'ArrowDown')
  await type(first, 'Person 1999')
  expect(fake.asked).toEqual([])
  await press(first, 'Enter')
  expect(fake.asked).toEqual([
    { action: 'comment.change', request: { story: 's1', comment: 'c02', assignee: 'Person 1999' } },
  ])
  await leave(first)
  expect(first.options.length).toBe(1)
  await act(async () => {
    second.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }))
  })
  expect(chosen(second)).toEqual([2003, 'Unassigned'])
})

it('a small roster is listed whole', async () => {
  await open(10)
  expect(fields().slice(0, 3).map(chosen)).toEqual([
    [13, 'Person 7'],
    [14, 'Someone who left'],
    [13, 'Unassigned'],
  ])
})
