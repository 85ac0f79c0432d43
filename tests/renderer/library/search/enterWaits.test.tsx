/** Enter in the search field of the library waits for the answer to what was typed. */
import { act } from 'react'
import { afterEach, expect, it } from 'vitest'
import { LibraryRoom } from '../../../../src/renderer/library/LibraryRoom'
import { did, fakeWindow, press, put, type Page } from '../../fakeWindow'

// jsdom does not scroll.
Element.prototype.scrollTo = () => undefined
let page: Page | undefined
afterEach(() => page?.unmount())

/** Types a word, does something before the answer comes, and returns which element has the keyboard afterwards. */
type SetQuery = (query: string) => Promise<void>
async function keyboardAfter(
  before: (field: HTMLElement, setQuery: SetQuery) => Promise<void>,
): Promise<string | null | undefined> {
  let answer: (() => void) | undefined
  const asked = new Promise<void>((done) => (answer = done))
  const { services } = fakeWindow({
    answers: {
      'story.search': () => asked.then(() => did([{ id: 's7', headline: 'Harbour file', snippet: 'Zürich' }])),
    },
  })
  page = await put(services, <LibraryRoom />)
  const field = document.querySelector<HTMLElement>('input[type=search]')
  if (!field) throw new Error('There is no search field.')
  field.focus()
  const setQuery: SetQuery = (query) => act(async () => services.newsroom.storyList.store.setState({ query }))
  await setQuery('zurich')
  await before(field, setQuery)
  answer?.()
  while (!document.querySelector('.story-row')) await act(() => new Promise<void>((done) => setTimeout(done)))
  return document.activeElement?.closest('.story-row') ? 'the story' : document.activeElement?.tagName
}

it('opens the first story when the answer comes', async () => {
  expect(await keyboardAfter((field) => press(field, 'Enter'))).toBe('the story')
})

it('opens none after another key', async () => {
  expect(
    await keyboardAfter(async (field) => {
      await press(field, 'Enter')
      await press(field, 'Backspace')
    }),
  ).toBe('INPUT')
})

it('opens none for another query', async () => {
  expect(
    await keyboardAfter(async (field, setQuery) => {
      await press(field, 'Enter')
      await setQuery('zurich pilot')
    }),
  ).toBe('INPUT')
})

it('opens none once the keyboard has left the field', async () => {
  expect(
    await keyboardAfter(async (field) => {
      await press(field, 'Enter')
      await act(async () => field.blur())
    }),
  ).toBe('BODY')
})
