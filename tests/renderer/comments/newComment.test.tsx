import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { CommentsPanel } from '../../../src/renderer/comments/CommentsPanel'
import type { CommentAsked } from '../../../src/renderer/state/stores/drafts'
import { storyFrom } from '../../builders/storyFrom'
import { click, did, fakeWindow, find, put, type, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const askedOn = (words: string, block: number): CommentAsked => ({
  story: 's1',
  place: { block, from: 0, to: words.length, words },
})

test('a comment that is sent leaves one open that was begun meanwhile, with its words', async () => {
  let arrive: () => void = () => undefined
  const arrived = new Promise<void>((done) => (arrive = done))
  const fake = fakeWindow({
    story: storyFrom('Leaders meet\nDeck\nIt ran 100 minutes.'),
    answers: {
      'comment.add': async () => {
        await arrived
        return did({ id: 'c1' })
      },
    },
  })
  const {
    store,
    drafts: { comment },
  } = fake.services.panels
  const ask = (commenting: CommentAsked): Promise<void> =>
    act(async () => {
      store.setState({ commenting })
      await Promise.resolve()
    })
  page = await put(fake.services, <CommentsPanel />)
  await ask(askedOn('Leaders', 0))
  await type(find('textarea', 'Comment'), 'Which ones?')
  await click(find('button', 'Add comment'))
  const next = askedOn('It ran', 2)
  await ask(next)
  await type(find('textarea', 'Comment'), 'Or 90?')
  await act(async () => {
    arrive()
    await arrived
  })
  // What was sent is no draft any more. What was begun since stays as it is.
  await vi.waitFor(() => expect(comment.keys().filter((key) => key.includes('Leaders'))).toEqual([]))
  expect([store.getState().commenting, find<HTMLTextAreaElement>('textarea', 'Comment').value]).toEqual([
    next,
    'Or 90?',
  ])
})
