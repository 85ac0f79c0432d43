/** The library says how many stories a search finds, also to those who do not see the list. */
import { act } from 'react'
import { afterEach, expect, it } from 'vitest'
import { LibraryRoom } from '../../../src/renderer/library/LibraryRoom'
import { fakeWindow, put, type Page } from '../fakeWindow'

// jsdom does not scroll.
Element.prototype.scrollTo = () => undefined
let page: Page | undefined
afterEach(() => page?.unmount())

it('tells the number of stories once the list answers the search', async () => {
  const { services } = fakeWindow()
  const { storyList } = services.newsroom
  const shown = storyList.store.getState().shown
  const said = (): string | null | undefined =>
    document.querySelector('.library > .visually-hidden[aria-live="polite"]')?.textContent
  const answer = async (query: string, total: number): Promise<void> =>
    act(async () =>
      storyList.store.setState({ query: 'stage:draft', shown: { ...shown, query, total, groups: [] } as never }),
    )
  page = await put(services, <LibraryRoom />)
  const heard = [said()]
  for (const [query, total] of [
    ['', 1234],
    ['stage:draft', 1234],
    ['stage:draft', 0],
  ] as const) {
    await answer(query, total)
    heard.push(said())
  }
  expect(heard).toEqual(['', '', '1,234 stories', 'No story matches.'])
})
