import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { SettingsPage } from '../../../src/renderer/settings/SettingsPage'
import { OpenOverlay } from '../../../src/renderer/shell/overlays/OpenOverlay'
import { usePanels } from '../../../src/renderer/state'
import { PLACES } from '../../../src/renderer/state/focusPlaces'
import { afterDrawing, focusPlace } from '../../../src/renderer/ui/focus/focusService'
import { NoticeStrip } from '../../../src/renderer/shell/frame/NoticeStrip'
import { all, click, fakeWindow, find, press, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

test.each([
  ['Done', async () => click(find('button', /^Done/))],
  ['Escape', async () => press(find('.settings', /./), 'Escape')],
])('%s closes the settings also after a click on the section that is shown', async (_how, close) => {
  const { services } = fakeWindow()
  services.panels.open({ kind: 'settings', section: 'appearance' })
  page = await put(services, <SettingsPage />)
  await click(find('nav button', 'Appearance and writing'))
  await act(close)
  expect(services.panels.store.getState().overlay).toBe(null)
})

test('says that a chosen language waits for a new start, also after the page was left and as long as it does', async () => {
  const { services } = fakeWindow()
  const said = (): string | undefined => document.querySelector('.option[role=status] .option-about')?.textContent
  const look = async (): Promise<void> => {
    page?.unmount()
    services.panels.open({ kind: 'settings', section: 'appearance' })
    page = await put(services, <SettingsPage />)
  }
  await look()
  expect(said()).toBe(undefined)
  act(() => services.newsroom.store.setState({ language: 'ko' }))
  await look()
  expect(said()).toBe('Stet uses the new language after a restart.')
  act(() => services.newsroom.store.setState({ language: 'en' }))
  await look()
  expect(said()).toBe(undefined)
})

function Overlay() {
  const isOpen = usePanels(({ overlay }) => overlay !== null)
  return isOpen ? <OpenOverlay /> : null
}

test('the page shows the notices that it covers, and their Undo leaves the keyboard on the page', async () => {
  const { services } = fakeWindow()
  const { panels, notices } = services
  const undone: string[] = []
  page = await put(
    services,
    <>
      <textarea ref={focusPlace(PLACES.sheetAtRest)} aria-label="Words" />
      <NoticeStrip />
      <Overlay />
    </>,
  )
  await act(async () => panels.open({ kind: 'settings', section: 'appearance' }))
  await act(
    async () => void notices.offer('2 changed keys were reset.', { label: 'Undo', run: () => undone.push('keys') }),
  )
  const lists = (): readonly (string | undefined)[] =>
    all('[aria-label="Notices"]', /./).map((list) => list.closest<HTMLElement>('.settings')?.className)
  expect(lists()).toEqual(['settings'])
  const undo = find('.settings .notice button', 'Undo')
  undo.focus()
  await click(undo)
  await act(() => new Promise<void>((done) => afterDrawing(() => afterDrawing(done))))
  expect([undone, lists(), document.activeElement?.closest('.settings')?.className]).toEqual([['keys'], [], 'settings'])
  await act(async () => notices.showAlert('The disk is full.'))
  await act(async () => panels.close())
  expect(lists()).toEqual([undefined])
})
