import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { SettingsPage } from '../../../src/renderer/settings/SettingsPage'
import { click, fakeWindow, find, press, put, type Page } from '../fakeWindow'

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
