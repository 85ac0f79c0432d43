import { afterEach, expect, test } from 'vitest'
import { LibraryMenu } from '../../../src/renderer/shell/LibraryMenu'
import { fakeWindow, find, put, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

test('the title bar says “archive” before the name of the folder, which is cut when it is long', async () => {
  const library = '/old/Stories of the years before 2025'
  page = await put(fakeWindow({ startup: { library, archive: true } }).services, <LibraryMenu />)
  expect(find('button', /^Library/).textContent).toBe('archive · Stories of the years before 2025')
})
