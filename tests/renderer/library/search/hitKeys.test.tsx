/** The keys of the list work in the results of a search, too. */
import { act } from 'react'
import { afterEach, expect, it } from 'vitest'
import { Hits } from '../../../../src/renderer/library/search/Hits'
import { fakeWindow, press, put, type FakeWindow, type Page } from '../../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const HITS = ['Alpha', 'Bravo', 'Charlie'].map((headline) => ({ id: headline, headline, snippet: 'harbour' }))
const row = (at: number): HTMLElement => {
  const found = document.querySelectorAll<HTMLElement>('.story-open')[at]
  if (!found) throw new Error(`There is no row ${at}.`)
  return found
}

/** The results, with the keyboard in one of them. */
async function results(at: number): Promise<FakeWindow['services']> {
  const { services } = fakeWindow()
  const found = { query: 'harbour', hits: HITS, isStale: false, showMore: undefined }
  page = await put(services, <Hits found={found} query="harbour" />)
  row(at).focus()
  return services
}
const withShift = (key: string) =>
  act(async () => {
    const event = new KeyboardEvent('keydown', { key, shiftKey: true, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  })

it('Shift and arrows select from where they began', async () => {
  const { newsroom } = await results(1)
  const chosen = () => newsroom.selection.stories.map(({ id }) => id)
  await withShift('ArrowDown')
  expect([chosen(), document.activeElement]).toEqual([['Bravo', 'Charlie'], row(2)])
  await withShift('Home')
  expect([chosen(), document.activeElement]).toEqual([['Alpha', 'Bravo'], row(0)])
})

it('Delete asks about the focused story, or about the selected ones', async () => {
  const { newsroom, panels } = await results(1)
  await press(row(1), 'Delete')
  expect(panels.store.getState().overlay).toEqual({ kind: 'delete', stories: [{ id: 'Bravo', headline: 'Bravo' }] })
  panels.dismiss()
  await withShift('ArrowUp')
  await press(row(0), 'Delete')
  expect(panels.store.getState().overlay).toEqual({ kind: 'delete', stories: newsroom.selection.stories })
  expect(newsroom.selection.stories.map(({ id }) => id)).toEqual(['Alpha', 'Bravo'])
})
