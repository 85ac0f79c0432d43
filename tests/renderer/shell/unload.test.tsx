import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Outcome } from '../../../src/ipc/contract'
import { ClosingQuestion } from '../../../src/renderer/shell/closing/ClosingQuestion'
import { useUnload } from '../../../src/renderer/shell/closing/useUnload'
import { usePanels } from '../../../src/renderer/state'
import { FormDrafts } from '../../../src/renderer/state/stores/drafts'
import { Panels } from '../../../src/renderer/state/stores/panels'
import { axeFaults, click, did, fakeWindow, find, put, refused, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  page?.unmount()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function Closing() {
  useUnload()
  return usePanels(({ closing }) => closing !== null) ? <ClosingQuestion /> : null
}

/** Whether main was told that the window stays. */
const toldOf = ({ asked }: FakeWindow): readonly string[] =>
  asked.map(({ action }) => action).filter((action) => action === 'stayOpen')

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
    ...{ asked, close, sent, newsroom: fake.services.newsroom, told: () => toldOf(fake) },
    answer: async (outcome: Outcome<never>) => {
      answer(outcome)
      await vi.advanceTimersByTimeAsync(0)
    },
  }
}

test('a window that is closed waits for what was just sent', async () => {
  const { asked, close, answer, told } = await sending()
  expect([asked(), close.mock.calls.length]).toEqual([false, 0])
  await answer(did({} as never))
  expect([close.mock.calls.length, told(), asked()]).toEqual([1, [], true])
})

test('a window stays open if what was just sent is refused', async () => {
  const { asked, close, answer, told } = await sending()
  asked()
  await answer(refused('The story is killed.'))
  expect([close.mock.calls.length, told(), asked()]).toEqual([0, ['stayOpen'], true])
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

/** A window with forms that were begun. */
async function writing() {
  const close = vi.spyOn(window, 'close').mockImplementation(() => undefined)
  const fake = fakeWindow()
  const { panels } = fake.services
  page = await put(fake.services, <Closing />)
  return {
    ...{ close, panels, told: () => toldOf(fake) },
    asked: async (): Promise<boolean> => {
      let closes = false
      await act(async () => {
        closes = window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
        await vi.advanceTimersByTimeAsync(50)
      })
      return closes
    },
    question: () => document.querySelector('[role=alertdialog]')?.textContent,
  }
}

test('a window with words that are not sent asks before it closes, and says what they are', async () => {
  const { asked, close, panels, question, told } = await writing()
  panels.drafts.comment.keep('Kim\n{"story":"s1"}', { text: 'Who says so?', mustFix: false, assignee: '' })
  panels.drafts.reply.keep('Kim\ns1 c1', 'The mayor.')
  panels.drafts.reply.keep('Kim\ns1 c2', 'The port.')
  const closes = await asked()
  vi.useRealTimers()
  expect([closes, close.mock.calls.length, question(), await axeFaults()]).toEqual([
    false,
    0,
    'Close this window?You have not sent these words yet. They are lost when the window closes. What you typed into the story is saved.A comment2 replies to commentsClose without sendingKeep writing',
    [],
  ])
  expect(document.activeElement?.textContent).toBe('Keep writing')
  expect(told()).toEqual([])
  await click(find('button', 'Keep writing'))
  expect([question(), close.mock.calls.length, told(), panels.drafts.reply.get('Kim\ns1 c1')]).toEqual([
    undefined,
    0,
    ['stayOpen'],
    'The mayor.',
  ])
})

test('a window closes when its words may go, and asks again when others are written since', async () => {
  const { asked, close, panels, question, told } = await writing()
  panels.drafts.alert.keep('Kim\n', { headline: 'Ferry aground', slug: '' })
  expect(await asked()).toBe(false)
  await click(find('button', 'Close without sending'))
  expect([question(), close.mock.calls.length, told(), await asked()]).toEqual([undefined, 1, [], true])
  panels.drafts.alert.keep('Kim\n', { headline: 'Ferry aground again', slug: '' })
  expect([await asked(), question()?.includes('An alert')]).toEqual([false, true])
})

test('the form that was open comes back when the window stays', async () => {
  const { asked, panels } = await writing()
  panels.open({ kind: 'alert' })
  panels.drafts.alert.keep('Kim\n', { headline: 'Ferry aground', slug: '' })
  expect([await asked(), await asked()]).toEqual([false, false])
  await click(find('button', 'Keep writing'))
  expect(panels.store.getState().overlay).toEqual({ kind: 'alert' })
})

test('a window that the system ends asks nothing, and a question that is open is over', async () => {
  const { asked, close, panels, question, told } = await writing()
  panels.drafts.alert.keep('Kim\n', { headline: 'Ferry aground', slug: '' })
  panels.holdRecoveryWords('Kim', 'ten words')
  expect([await asked(), question()?.includes('An alert')]).toEqual([false, true])
  await act(async () => panels.endWithSystem())
  expect([question(), close.mock.calls.length, told(), await asked()]).toEqual([undefined, 1, [], true])
  panels.drafts.alert.keep('Kim\n', { headline: 'Ferry aground again', slug: '' })
  expect(await asked()).toBe(true)
})

test('marks and choices without words are nothing to ask about, nor is what was sent or emptied', async () => {
  const { asked, panels } = await writing()
  panels.drafts.comment.keep('Kim\n1', { text: ' ', mustFix: true, assignee: 'Lee' })
  panels.drafts.evidence.keep('Kim\ns1 f1', { locator: '', excerpt: '', stance: 'contradicts', reason: '' })
  panels.drafts.commenting.keep('', { story: 's1', place: { block: 0, from: 1, to: 3, words: 'It ran' } })
  panels.drafts.answers.keep('Kim\ns1', { text: 'Yes.' })
  panels.drafts.answers.forget('Kim\ns1')
  expect(await asked()).toBe(true)
})

test('a window that waited once and stayed open waits for what is sent after that', async () => {
  const { asked, close, newsroom } = await sending()
  asked()
  await vi.advanceTimersByTimeAsync(2_000)
  expect([close.mock.calls.length, asked()]).toEqual([1, true])
  void newsroom.act('comment.add', { story: 's1', text: 'And who else?', mustFix: false })
  expect(asked()).toBe(false)
})

test('a window that waited once and stayed open waits again when it is closed later', async () => {
  const { asked, close } = await sending()
  asked()
  await vi.advanceTimersByTimeAsync(2_000)
  expect([close.mock.calls.length, asked(), asked()]).toEqual([1, true, false])
  await vi.advanceTimersByTimeAsync(2_000)
  expect([close.mock.calls.length, asked()]).toEqual([2, true])
})

test('words from before a reload are asked about, too', async () => {
  vi.spyOn(window, 'close').mockImplementation(() => undefined)
  const fake = fakeWindow()
  const kept = [{ form: 'reply', key: 'Kim\ns1 c1', text: '"The mayor."' }]
  const panels = new Panels(new FormDrafts({ kept, tell: () => undefined }))
  page = await put({ ...fake.services, panels }, <Closing />)
  expect([window.dispatchEvent(new Event('beforeunload', { cancelable: true })), panels.drafts.written()]).toEqual([
    false,
    [{ form: 'reply', person: 'Kim', key: 's1 c1', words: 'The mayor.', stories: [] }],
  ])
})
