import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { FactsPanel } from '../../../src/renderer/facts/list/FactsPanel'
import { storyFrom } from '../../builders/stories/storyFrom'
import { fakeWindow, find, press, put, type FakeWindow, type Page } from '../fakeWindow'

// jsdom has neither.
vi.stubGlobal('CSS', { escape: (text: string) => text })
Element.prototype.scrollIntoView = () => undefined
let page: Page | undefined
afterEach(() => page?.unmount())

const story = storyFrom('Leaders meet\nDeck\nIt ran for {f1:100 minutes}.', { f1: 'figure' })
const row = (): HTMLElement => find('.fact-open', /100 minutes/)
const isOpen = (): string | null => row().getAttribute('aria-expanded')
const shown = async (review: boolean): Promise<FakeWindow> => {
  const fake = fakeWindow({ story })
  fake.services.panels.store.setState({ review })
  page = await put(fake.services, <FactsPanel />)
  row().focus()
  return fake
}
const select = (fake: FakeWindow, fact: string): Promise<void> =>
  act(async () => fake.services.newsroom.store.getState().session?.navigation.setCurrent(fact))

test('the right arrow unfolds the row of a fact, and the left one folds it and keeps the keyboard on it', async () => {
  const fake = await shown(false)
  await press(row(), 'ArrowRight')
  expect(fake.jumps).toEqual([{ kind: 'fact', fact: 'f1' }])
  await select(fake, 'f1')
  expect(isOpen()).toBe('true')
  await press(row(), 'ArrowLeft')
  expect([isOpen(), document.activeElement === row()]).toEqual(['false', true])
})

test('the left arrow folds the row from a button inside it too', async () => {
  const fake = await shown(false)
  await select(fake, 'f1')
  const inside = find('.fact-detail button', 'Evidence')
  inside.focus()
  await press(inside, 'ArrowLeft')
  expect(isOpen()).toBe('false')
})

test('in review the selected fact stays open', async () => {
  const fake = await shown(true)
  await select(fake, 'f1')
  await press(row(), 'ArrowLeft')
  expect(isOpen()).toBe('true')
})
