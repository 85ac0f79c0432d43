/** Nothing is called settled or open before the facts and the copy have been read. */
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { Dock } from '../../../src/renderer/review/dock/Dock'
import { ReviewHead } from '../../../src/renderer/review/ReviewHead'
import { ReviewRoom } from '../../../src/renderer/review/ReviewRoom'
import { storyFrom } from '../../builders/stories/storyFrom'
import { fakeWindow, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

async function shown(known: { readonly assessed: boolean; readonly judged: boolean }) {
  const fake = fakeWindow({ story: storyFrom('Leaders meet\nDeck\nIt went on.') })
  page = await put(
    fake.services,
    <>
      <ReviewRoom />
      <ReviewHead />
      <Dock />
    </>,
  )
  const { session } = fake.services.newsroom.store.getState()
  const view = session?.store.getState().view
  await act(async () => {
    if (view) session?.store.setState({ view: { ...view, ...known } })
  })
  return ['.review-scroll', '.review-head .review-line', '.dock-place'].map(
    (one) => document.querySelector(one)?.textContent,
  )
}

test('while the facts are read, review says so in each place', async () => {
  const reading = 'Reading the facts…'
  expect(await shown({ assessed: false, judged: false })).toEqual([reading, reading, reading])
})

test('while the copy is read, nobody is told that no statement is open', async () => {
  const [room, head, dock] = await shown({ assessed: true, judged: false })
  expect([room?.includes('Every fact is settled'), head, dock]).toEqual([true, 'Reading the copy…', '0 open'])
})

test('once both are read, nothing is open', async () => {
  const [, head] = await shown({ assessed: true, judged: true })
  expect(head).toBe('no open facts')
})
