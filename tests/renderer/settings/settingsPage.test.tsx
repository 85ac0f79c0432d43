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
