import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { useChangeComment, type CommentChange } from '../../../src/renderer/comments/useChangeComment'
import type { CommentThread } from '../../../src/story/copy/comment'
import type { LedgerEntry, LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { AnswerOf } from '../../../src/story/requests/requests'
import { defined } from '../../../src/story/text/defined'
import { ledgerFrom } from '../../builders/stories/storyFrom'
import { click, did, fakeWindow, find, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const THREAD: CommentThread = {
  id: 'c1',
  by: 'Reporter',
  at: '2026-10-30T09:00:00.000Z',
  text: 'Who says so?',
  mustFix: false,
  assignee: 'Reporter',
  replies: [],
}
const RESOLVED = { by: 'Editor', at: '2026-10-30T10:00:00.000Z' }

function Change({ change }: { readonly change: CommentChange }) {
  const changeComment = useChangeComment('s1')
  return <button onClick={() => void changeComment(THREAD, change)}>Change</button>
}

/** Changes the comment in the window, then undoes that when the owner has the comment as `since`. */
async function undone(change: CommentChange, since: CommentThread | undefined, entries: readonly LedgerEntry[] = []) {
  const fake = fakeWindow({
    answers: {
      'comment.change': () => did(defined({ entry: entries[0]?.hash })),
      'story.history': () => did(entries),
      'story.show': () => did({ comments: since ? [since] : [] } as unknown as AnswerOf<'story.show'>),
    },
  })
  page = await put(fake.services, <Change change={change} />)
  await click(find('button', 'Change'))
  await act(() => fake.services.newsroom.undoList.undoNewest())
  return {
    changes: fake.asked.filter(({ action }) => action === 'comment.change').map(({ request }) => request),
    notices: fake.services.notices.store.getState().list.map(({ text }) => text),
  }
}

test.each<[CommentChange, Partial<CommentThread>, CommentChange]>([
  [{ assignee: 'Editor' }, { assignee: 'Editor' }, { assignee: 'Reporter' }],
  [{ mustFix: true }, { mustFix: true }, { mustFix: false }],
  [{ resolved: true }, { resolved: RESOLVED }, { resolved: false }],
])('a change of a comment is taken back if it still holds: %o', async (change, since, back) => {
  const { changes, notices } = await undone(change, { ...THREAD, ...since })
  expect([changes, notices]).toEqual([
    [
      { story: 's1', comment: 'c1', ...change },
      { story: 's1', comment: 'c1', ...back },
    ],
    [],
  ])
})

test.each<[string, CommentChange, Partial<CommentThread> | undefined, string]>([
  ['was assigned again', { assignee: 'Editor' }, { assignee: 'Ida' }, 'Comment assigned to Editor.'],
  ['may stay again', { mustFix: true }, {}, 'This comment must be fixed before clearing.'],
  ['was reopened', { resolved: true }, {}, 'Comment resolved.'],
  ['was deleted', { resolved: true }, undefined, 'Comment resolved.'],
])('a comment that %s since is left as it is, and a notice says so', async (_what, change, since, said) => {
  const { changes, notices } = await undone(change, since && { ...THREAD, ...since })
  expect([changes, notices]).toEqual([
    [{ story: 's1', comment: 'c1', ...change }],
    [`Not undone: ${said} Someone has changed it since.`],
  ])
})

/** What the ledger notes of comments, the change of this window first. */
const marked = (...says: readonly Extract<LedgerEvent, { kind: 'commentMarked' }>['says'][]): readonly LedgerEntry[] =>
  ledgerFrom(says.map((one) => ({ kind: 'commentMarked', comment: 'c1', says: one, text: THREAD.text })))

test.each<[string, CommentChange, Partial<CommentThread>, readonly LedgerEntry[], string]>([
  [
    'reopened and resolved',
    { resolved: true },
    { resolved: RESOLVED },
    marked('resolved', 'reopened', 'resolved'),
    'Comment resolved.',
  ],
  [
    'marked as one that may stay, and as one that must be fixed',
    { mustFix: true },
    { mustFix: true },
    marked('mustFix', 'notMustFix', 'mustFix'),
    'This comment must be fixed before clearing.',
  ],
])('a comment that was %s again by somebody else stays as it is', async (_what, change, since, entries, said) => {
  const { changes, notices } = await undone(change, { ...THREAD, ...since }, entries)
  expect([changes, notices]).toEqual([
    [{ story: 's1', comment: 'c1', ...change }],
    [`Not undone: ${said} Someone has changed it since.`],
  ])
})

test('a comment that somebody else said something in, or marked otherwise, is taken back', async () => {
  const since = { ...THREAD, resolved: RESOLVED }
  const { changes } = await undone({ resolved: true }, since, marked('resolved', 'said', 'mustFix'))
  expect(changes.at(-1)).toEqual({ story: 's1', comment: 'c1', resolved: false })
})
