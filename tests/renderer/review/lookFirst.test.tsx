/** C on a changed sentence: what is on the screen, and what the key says before the person has looked. */
import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { ReviewHead } from '../../../src/renderer/review/ReviewHead'
import { ReviewRoom } from '../../../src/renderer/review/ReviewRoom'
import { useReviewKeys } from '../../../src/renderer/review/useReviewKeys'
import { signedOn, storyFrom } from '../../builders/stories/storyFrom'
import { did, fakeWindow, lookAt, pressAt, put, type FakeWindow, type Page } from '../fakeWindow'

Element.prototype.scrollIntoView = () => undefined
let page: Page | undefined
afterEach(() => {
  page?.unmount()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const THEN = 'Leaders meet\nDeck\nIt rose for {f1:100 minutes} on Monday.'
const NOW = 'Leaders meet\nDeck\nIt fell for {f1:100 minutes} on Monday.'
const story = storyFrom(NOW, { f1: 'figure' }, signedOn(THEN, 'f1', 'verified', []))

function Room() {
  useReviewKeys()
  return (
    <>
      <ReviewRoom />
      <ReviewHead />
    </>
  )
}

/** `backup`: whether the backup is drawn beside the words, or was put away. */
async function review(backup: 'drawn' | 'away' = 'drawn'): Promise<FakeWindow> {
  vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue(
    (backup === 'drawn' ? [new DOMRect()] : []) as unknown as DOMRectList,
  )
  // However slow the machine is, nothing has been on the screen long enough before the test says so.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const fake = fakeWindow({
    story,
    answers: { 'fact.acceptContext': () => did({ accepted: ['f1'], refused: [] }) },
  })
  fake.services.newsroom.store.getState().session?.navigation.setCurrent('f1')
  fake.services.panels.setReview(true)
  page = await put(fake.services, <Room />)
  return fake
}
/** A press of C, long after the one before. */
let now = 0
async function c(): Promise<void> {
  now += 10_000
  await pressAt(document.body, now, { key: 'c', code: 'KeyC' })
}
const said = ({ services }: FakeWindow) => services.notices.store.getState().list.map(({ text }) => text)
const accepted = ({ asked }: FakeWindow) =>
  asked
    .filter(({ action }) => action === 'fact.acceptContext')
    .map(({ request }) => (request as { facts: [] }).facts.length)

test('shows the status with its key, the words, and the sentence once: as it was and as it is', async () => {
  await review()
  const head = document.querySelector('.review-head')
  expect(head?.querySelector('.review-status')?.textContent).toContain('Re-check')
  expect(head?.querySelector('.review-words')?.textContent).toBe('100 minutes')
  expect(head?.querySelector('.review-sentence')).toBeNull()
  expect(
    [...(head?.querySelectorAll('.fact-changed del, .fact-changed ins') ?? [])].map((one) => one.textContent),
  ).toEqual(['rose', 'fell'])
  expect(head?.querySelector('.review-line .review-acts')?.textContent).toContain('Accept')
})

test('pressed at once it accepts nothing, says why, brings the words into sight and stays on the fact', async () => {
  const fake = await review()
  const head = document.querySelector('.review-head')
  if (head) head.scrollTop = 90
  await c()
  expect([accepted(fake), said(fake), head?.scrollTop]).toEqual([
    [],
    ['This has only just appeared. Look at it, then press the key again.'],
    0,
  ])
  expect(fake.services.newsroom.store.getState().session?.store.getState().current).toBe('f1')
})

test('pressed again once the fact was on the screen long enough, it accepts', async () => {
  const fake = await review()
  await c()
  await act(async () => void lookAt(fake))
  await c()
  expect(accepted(fake)).toEqual([1])
})

test('while the backup is put away, the key brings it back and says so', async () => {
  const fake = await review('away')
  await act(async () => void lookAt(fake))
  await c()
  expect([accepted(fake), said(fake), fake.services.panels.store.getState().drawer]).toEqual([
    [],
    ['Here is its evidence. Press the same key again to sign.'],
    'library',
  ])
})
