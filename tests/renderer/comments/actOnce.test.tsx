/** A second press on a comment's button before the answer does nothing twice. */
import { act } from 'react'
import { afterEach, expect, it } from 'vitest'
import { CommentsPanel } from '../../../src/renderer/comments/CommentsPanel'
import { CommentNote } from '../../../src/renderer/margin/CommentNote'
import type { CommentThread } from '../../../src/story/copy/comment'
import { storyFrom } from '../../builders/stories/storyFrom'
import { click, did, fakeWindow, find, put, type FakeWindow, type Page } from '../fakeWindow'

Element.prototype.scrollIntoView = () => undefined
let page: Page | undefined
afterEach(() => page?.unmount())

const THREAD: CommentThread = {
  ...{ id: 'c1', by: 'Editor', at: '2026-10-30T09:00:00.000Z', text: 'Who says so?' },
  ...{ mustFix: false, assignee: '', replies: [] },
}
let answer: () => void = () => undefined
const windowWith = (): FakeWindow =>
  fakeWindow({
    story: { ...storyFrom('Leaders meet\nDeck\nWords.'), comments: [THREAD] },
    answers: { 'comment.change': () => new Promise((resolve) => (answer = () => resolve(did({})))) },
  })
const changes = ({ asked }: FakeWindow) =>
  asked.filter(({ action }) => action === 'comment.change').map(({ request }) => request)

async function pressTwice(name: string): Promise<void> {
  await click(find('button', name))
  await click(find('button', name))
  await act(async () => answer())
}

it.each([
  ['Resolve', { resolved: true }],
  ['Must fix', { mustFix: true }],
])('“%s” in the panel acts once', async (name, change) => {
  const fake = windowWith()
  page = await put(fake.services, <CommentsPanel />)
  await pressTwice(name)
  expect(changes(fake)).toEqual([{ story: 's1', comment: 'c1', ...change }])
})

it('“Resolve” beside the words acts once', async () => {
  const fake = windowWith()
  const comment = { thread: THREAD, place: 'story' as const, ranges: [] }
  page = await put(fake.services, <CommentNote story={{ id: 's1' }} comment={comment} isSelected />)
  await pressTwice('Resolve')
  expect(changes(fake)).toEqual([{ story: 's1', comment: 'c1', resolved: true }])
})
