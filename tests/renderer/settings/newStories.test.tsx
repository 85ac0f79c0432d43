/** What new stories begin with is saved however its field is left. */
import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Outcome } from '../../../src/ipc/contract'
import { OpenOverlay } from '../../../src/renderer/shell/overlays/OpenOverlay'
import { useUnload } from '../../../src/renderer/shell/closing/useUnload'
import type { StoryDefaults } from '../../../src/story/desk/storyDefaults'
import { DESK, did, fakeWindow, find, leave, press, put, refused, type, type Page } from '../fakeWindow'

let page: Page | undefined
beforeEach(() => void vi.spyOn(window, 'close').mockImplementation(() => undefined))
afterEach(() => {
  page?.unmount()
  vi.restoreAllMocks()
})

function Window() {
  useUnload()
  return <OpenOverlay />
}

const answering = (answer: (request: { readonly defaults?: StoryDefaults }) => Outcome<never>) => ({
  'library.settings': answer,
})

/** A library whose settings only this window changes. */
const library = (kept: StoryDefaults = {}) => {
  let defaults = kept
  return ({ defaults: change }: { readonly defaults?: StoryDefaults }): Outcome<never> =>
    did({ deskOfOne: false, defaults: (defaults = { ...defaults, ...change }) } as never)
}

async function open(answer: Parameters<typeof answering>[0] = library(), defaults: StoryDefaults = {}) {
  const withDefaults = (next: StoryDefaults) => ({ ...DESK, settings: { ...DESK.settings, defaults: next } })
  const fake = fakeWindow({ desk: withDefaults(defaults), answers: answering(answer) })
  const { panels, newsroom, notices } = fake.services
  panels.open({ kind: 'settings', section: 'newStories' })
  page = await put(fake.services, <Window />)
  return {
    panels,
    undo: () => act(() => newsroom.undoList.undoNewest()),
    sent: () => fake.asked.map(({ request }) => request),
    notices: () => notices.store.getState().list.map(({ text }) => text),
    changed: (next: StoryDefaults) => act(async () => newsroom.store.setState({ desk: withDefaults(next) })),
  }
}
const line = (): HTMLInputElement => find('input', 'Copyright line')
const AP = { defaults: { copyrightLine: '© AP' } }

test('a default that is typed is saved when Esc closes the settings', async () => {
  const { panels, sent } = await open()
  await type(line(), '© AP')
  expect(sent()).toEqual([])
  await press(line(), 'Escape')
  expect([panels.store.getState().overlay, sent()]).toEqual([null, [AP]])
})

test('a default that is typed is saved before the window closes', async () => {
  const { sent } = await open()
  await type(line(), '© AP')
  let closes = true
  await act(async () => {
    closes = window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  })
  await act(() => vi.waitFor(() => expect(vi.mocked(window.close).mock.calls).toHaveLength(1)))
  expect([closes, sent()]).toEqual([false, [AP]])
})

test('a default is saved once by Enter and by leaving the field, which keeps the keyboard and follows the desk', async () => {
  const { sent, changed } = await open()
  await type(line(), ' © AP ')
  const field = line()
  await press(field, 'Enter')
  await changed({ copyrightLine: '© AP' })
  expect([document.activeElement === field, line() === field, field.value]).toEqual([true, true, '© AP'])
  await leave(field)
  await changed({ copyrightLine: '© Reuters' })
  expect([sent(), field.value]).toEqual([[AP], '© Reuters'])
})

test('what is being typed stays when another person changes the default', async () => {
  const { changed } = await open()
  await type(line(), '© A')
  await changed({ copyrightLine: '© Reuters' })
  expect(line().value).toBe('© A')
})

test('a default that was only looked at is not saved', async () => {
  const { panels, sent } = await open(undefined, { copyrightLine: '© AP' })
  act(() => line().focus())
  await act(async () => panels.close())
  expect(sent()).toEqual([])
})

test('a default that is refused after the settings are closed is shown in a notice with its words', async () => {
  const { sent, notices } = await open(() => refused('Only an editor may.'))
  await type(line(), '© AP')
  await press(line(), 'Escape')
  expect([sent(), notices()]).toEqual([[AP], ['Copyright line: “© AP” was not saved. Only an editor may.']])
})

test('undoing a default sends that one back, and none that another person changed since', async () => {
  const { sent, undo } = await open(library({ copyrightLine: '© AP', place: 'SEOUL' }), {
    copyrightLine: '© AP',
    place: 'BUSAN',
  })
  await type(line(), '© Reuters')
  await leave(line())
  await undo()
  expect(sent()).toEqual([{ defaults: { copyrightLine: '© Reuters' } }, {}, AP])
})

test('a default that another person changed since is not undone, and a notice says so', async () => {
  const answer = library()
  const { sent, undo, notices } = await open(answer)
  await type(line(), '© AP')
  await leave(line())
  answer({ defaults: { copyrightLine: '© Reuters' } })
  await undo()
  expect([sent(), notices()]).toEqual([
    [AP, {}],
    ['Not undone: What new stories begin with was changed: Copyright line. Someone has changed it since.'],
  ])
})
