/** The library says how many stories a search finds, also to those who do not see the list. */
import { act } from 'react'
import { afterEach, expect, it } from 'vitest'
import { LibraryRoom } from '../../../src/renderer/library/LibraryRoom'
import { fakeWindow, put, type Page } from '../fakeWindow'

// jsdom does not scroll.
Element.prototype.scrollTo = () => undefined
let page: Page | undefined
afterEach(() => page?.unmount())

interface Answer {
  readonly asked?: string
  readonly query: string
  readonly total: number
  readonly indexing?: { readonly done: number; readonly of: number }
}

/** What is read out after each answer of the list. */
async function heardAfter(...answers: readonly Answer[]): Promise<readonly (string | null | undefined)[]> {
  const { services } = fakeWindow()
  const { storyList } = services.newsroom
  const heard: (string | null | undefined)[] = []
  const listen = (): void =>
    void heard.push(document.querySelector('.library > .visually-hidden[aria-live="polite"]')?.textContent)
  page = await put(services, <LibraryRoom />)
  listen()
  for (const { asked = 'stage:draft', ...answer } of answers) {
    await act(async () => storyList.store.setState({ query: asked, shown: { ...answer, groups: [] } as never }))
    listen()
  }
  return heard
}

it('tells the number of stories once the list answers the search', async () => {
  expect(
    await heardAfter(
      { query: '', total: 1234 },
      { query: 'stage:draft', total: 1234 },
      { asked: 'stage:filed', query: 'stage:draft', total: 1234 },
      { asked: 'stage:filed', query: 'stage:filed', total: 0 },
    ),
  ).toEqual(['', '', '1,234 stories', '', 'No story matches.'])
})

it('tells it once for each search, also when other people change stories', async () => {
  expect(
    await heardAfter(
      { query: 'stage:draft', total: 12 },
      { query: 'stage:draft', total: 13 },
      { query: 'stage:draft', total: 0 },
    ),
  ).toEqual(['', '12 stories', '12 stories', '12 stories'])
})

it('waits until the index is built', async () => {
  expect(
    await heardAfter(
      { query: 'stage:draft', total: 0, indexing: { done: 1, of: 9 } },
      { query: 'stage:draft', total: 4, indexing: { done: 8, of: 9 } },
      { query: 'stage:draft', total: 5 },
    ),
  ).toEqual(['', '', '', '5 stories'])
})
