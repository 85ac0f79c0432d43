/** Recovery words come once. The window holds them until the person says that they are written down. */
import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Outcome } from '../../../src/ipc/contract'
import { ClosingQuestion } from '../../../src/renderer/shell/closing/ClosingQuestion'
import { OpenOverlay } from '../../../src/renderer/shell/overlays/OpenOverlay'
import { useUnload } from '../../../src/renderer/shell/closing/useUnload'
import { usePanels } from '../../../src/renderer/state'
import { all, axeFaults, click, did, fakeWindow, find, put, refused, type, type Page } from '../fakeWindow'

const WORDS = 'anchor basil cedar'
let page: Page | undefined
beforeEach(() => void vi.spyOn(window, 'close').mockImplementation(() => undefined))
afterEach(() => {
  page?.unmount()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function Window() {
  useUnload()
  const isClosing = usePanels(({ closing }) => closing !== null)
  return (
    <>
      <OpenOverlay />
      {isClosing ? <ClosingQuestion /> : null}
    </>
  )
}

/** An editor sets the first PIN of the library. The words come when the test says so. */
async function settingTheFirstPin() {
  let give: (outcome: Outcome<never>) => void = () => undefined
  const fake = fakeWindow({
    answers: {
      'pin.set': () => new Promise<Outcome<never>>((resolve) => (give = resolve)),
      'pin.ends': () => did({ isFirst: true, people: [] }),
    },
  })
  const { panels, newsroom } = fake.services
  panels.open({ kind: 'settings', section: 'you' })
  page = await put(fake.services, <Window />)
  await type(find('input', 'New PIN'), '4711')
  await type(find('input', 'Repeat the PIN'), '4711')
  await click(find('button', 'Set my PIN'))
  return {
    ...{ fake, panels, newsroom },
    answer: (outcome = did({ roster: [], words: WORDS }) as Outcome<never>) => act(async () => give(outcome)),
    /** Lets two seconds pass, the longest wait of a window. */
    wait: () => act(async () => void (await vi.advanceTimersByTimeAsync(2_000))),
    open: (section: 'you' | 'about') => act(async () => panels.open({ kind: 'settings', section })),
    close: () => act(async () => panels.close()),
  }
}
const shown = (): string | undefined => {
  const words = [...document.querySelectorAll('.recovery-list li')].map((word) => word.textContent)
  return words.length > 0 ? words.join(' ') : undefined
}
const closes = async (): Promise<boolean> => {
  let is = false
  await act(async () => {
    is = window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  })
  return is
}

test('recovery words are shown in every section of the settings until the person has written them down', async () => {
  const { answer, open, close } = await settingTheFirstPin()
  await answer()
  expect([shown(), await axeFaults()]).toEqual([WORDS, []])
  await open('about')
  expect(shown()).toBe(WORDS)
  await close()
  expect(shown()).toBe(undefined)
  await open('you')
  expect(shown()).toBe(WORDS)
  await click(find('button', 'I have written them down'))
  expect(shown()).toBe(undefined)
  await close()
  await open('you')
  expect([shown(), await closes()]).toEqual([undefined, true])
})

test('recovery words that come after their form was closed are shown when the settings open again', async () => {
  const { answer, open, close } = await settingTheFirstPin()
  await close()
  await answer()
  expect(shown()).toBe(undefined)
  await open('you')
  expect(shown()).toBe(WORDS)
})

test('recovery words are shown to the person who got them only', async () => {
  const { answer, newsroom } = await settingTheFirstPin()
  await answer()
  await act(async () => newsroom.store.setState({ person: 'Reporter' }))
  expect(shown()).toBe(undefined)
  await act(async () => newsroom.store.setState({ person: 'Editor', asks: 'Editor' }))
  expect(shown()).toBe(undefined)
  await act(async () => newsroom.store.setState({ asks: undefined }))
  expect(shown()).toBe(WORDS)
})

test('a window asks before recovery words go with it, and closes when they may go', async () => {
  const { answer, panels } = await settingTheFirstPin()
  await answer()
  expect(await closes()).toBe(false)
  expect([document.querySelector('[role=alertdialog]')?.textContent, await axeFaults()]).toEqual([
    'Close this window?Recovery words are lost when the window closes. Write them down first: Settings shows them until you press “I have written them down”.The recovery words of EditorClose the windowKeep the window open',
    [],
  ])
  await click(find('button', 'Keep the window open'))
  expect([shown(), panels.store.getState().overlay]).toEqual([WORDS, { kind: 'settings', section: 'you' }])
  expect(await closes()).toBe(false)
  await click(find('button', 'Close the window'))
  expect([vi.mocked(window.close).mock.calls.length, await closes()]).toEqual([1, true])
})

test('a window that is closed while a PIN is set waits for its recovery words, however long that takes', async () => {
  vi.useFakeTimers()
  const { answer, wait, fake } = await settingTheFirstPin()
  expect(await closes()).toBe(false)
  await wait()
  await wait()
  expect([
    vi.mocked(window.close).mock.calls,
    fake.services.notices.store.getState().list.map(({ text }) => text),
  ]).toEqual([[], ['The window waits until your PIN is set: recovery words that come with it are shown only once.']])
  await answer()
  expect([vi.mocked(window.close).mock.calls.length, await closes(), shown()]).toEqual([1, false, WORDS])
})

test('a window that waits for a PIN stays open if the PIN is refused', async () => {
  vi.useFakeTimers()
  const { answer, wait } = await settingTheFirstPin()
  await closes()
  await wait()
  await answer(refused('Take a longer PIN.'))
  expect([vi.mocked(window.close).mock.calls, await closes()]).toEqual([[], true])
})

test('recovery words are named beside words that are not sent', async () => {
  const { answer, panels } = await settingTheFirstPin()
  await answer()
  panels.drafts.reply.keep('Editor\ns1 c1', 'The mayor.')
  expect([await closes(), all('[role=alertdialog] li', /./).map(({ textContent }) => textContent)]).toEqual([
    false,
    ['A reply to a comment', 'The recovery words of Editor'],
  ])
  expect(all('button', 'Close without sending')).toHaveLength(1)
})
