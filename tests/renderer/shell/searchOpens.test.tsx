/** The commands of the library’s search, while the search is not on the page. */
import { act, useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { SearchField } from '../../../src/renderer/library/search/SearchField'
import { SearchOpens } from '../../../src/renderer/shell/SearchOpens'
import { runCommand, usePanels } from '../../../src/renderer/state'
import { all, fakeWindow, find, press, put, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const frames = async (count: number): Promise<void> =>
  act(async () => {
    for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame)
  })

let showLibrary: () => void = () => undefined

/** The library is drawn a moment after the sheet, as in a window that has just opened. */
function Window() {
  const [isThere, setThere] = useState(false)
  showLibrary = () => setThere(true)
  const isFolded = usePanels(({ libraryFolded, review }) => libraryFolded || review)
  return (
    <>
      <textarea aria-label="Story" />
      {isThere && !isFolded ? <SearchField onKeyDown={() => undefined} /> : null}
      <SearchOpens />
    </>
  )
}

async function opened(): Promise<FakeWindow> {
  const fake = fakeWindow()
  page = await put(fake.services, <Window />)
  find('textarea', 'Story').focus()
  return fake
}

const libraryCame = async (count = 6): Promise<void> => {
  act(() => showLibrary())
  await frames(count)
}

/** Types into whatever has the keyboard, as a person does. */
const write = (text: string): void => {
  const at = document.activeElement
  if (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) at.setRangeText(text)
}
const run = (id: 'library.search' | 'library.filter'): void => {
  act(() => void runCommand(id))
}
const copy = (): string => find<HTMLTextAreaElement>('textarea', 'Story').value
const field = (): HTMLInputElement | undefined => all<HTMLInputElement>('input[type="search"]', 'Search')[0]

test('what is typed after the command goes into the search that comes, and not into the copy', async () => {
  const fake = await opened()
  expect(field()).toBeUndefined()
  run('library.search')
  write('ferry')
  await libraryCame()
  expect([field()?.value, copy(), document.activeElement === field()]).toEqual(['ferry', '', true])
  expect(fake.services.newsroom.storyList.store.getState().query).toBe('ferry')
})

test('the filters open for their command in the same way, and take no letters', async () => {
  await opened()
  run('library.filter')
  write('ferry')
  await libraryCame()
  expect(document.activeElement?.closest('form')?.getAttribute('aria-label')).toBe('Filters')
  expect([field()?.value, copy()]).toEqual(['', ''])
})

test('a folded library unfolds, and review, where a letter is a verdict, is left', async () => {
  const { panels } = (await opened()).services
  await libraryCame()
  for (const away of [() => panels.setLibraryFolded(true), () => panels.setReview(true)]) {
    act(away)
    expect(field()).toBeUndefined()
    run('library.search')
    await frames(6)
    expect(document.activeElement).toBe(field())
    expect(panels.store.getState()).toMatchObject({ libraryFolded: false, review: false, seeking: null })
  }
})

test('Escape, or a click elsewhere, gives the keyboard back, and the search does not take it later', async () => {
  const { panels } = (await opened()).services
  for (const leave of [
    async () => press(document.activeElement as HTMLElement, 'Escape'),
    async () => act(async () => void document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))),
  ]) {
    run('library.search')
    await leave()
    expect(panels.store.getState().seeking).toBeNull()
  }
  find('textarea', 'Story').focus()
  await libraryCame(40)
  expect(document.activeElement).toBe(find('textarea', 'Story'))
})
