import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Outcome } from '../../../src/ipc/contract'
import { useUnload } from '../../../src/renderer/shell/useUnload'
import { did, fakeWindow, put, refused, type Page } from '../fakeWindow'

let page: Page | undefined
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  page?.unmount()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function Closing() {
  useUnload()
  return null
}

/** A window in which a comment was just sent. Main answers when the test says so. */
async function sending() {
  const close = vi.spyOn(window, 'close').mockImplementation(() => undefined)
  let answer: (outcome: Outcome<never>) => void = () => undefined
  const fake = fakeWindow({ answers: { 'comment.add': () => new Promise((resolve) => (answer = resolve)) } })
  page = await put(fake.services, <Closing />)
  const sent = fake.services.newsroom.act('comment.add', { story: 's1', text: 'Who says so?', mustFix: false })
  /** Whether the window closes at once. */
  const asked = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  return {
    ...{ asked, close, sent },
    answer: async (outcome: Outcome<never>) => {
      answer(outcome)
      await vi.advanceTimersByTimeAsync(0)
    },
  }
}

test('a window that is closed waits for what was just sent', async () => {
  const { asked, close, answer } = await sending()
  expect([asked(), close.mock.calls.length]).toEqual([false, 0])
  await answer(did({} as never))
  expect([close.mock.calls.length, asked()]).toEqual([1, true])
})

test('a window stays open if what was just sent is refused', async () => {
  const { asked, close, answer } = await sending()
  asked()
  await answer(refused('The story is killed.'))
  expect([close.mock.calls.length, asked()]).toEqual([0, true])
})

test('a window does not wait for the end of an import', async () => {
  const { asked, close } = await sending()
  asked()
  await vi.advanceTimersByTimeAsync(1_999)
  expect(close.mock.calls.length).toBe(0)
  await vi.advanceTimersByTimeAsync(1)
  expect([close.mock.calls.length, asked()]).toEqual([1, true])
})

test('a window with nothing under way closes at once', async () => {
  const fake = fakeWindow()
  page = await put(fake.services, <Closing />)
  expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(true)
})
