import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { Dock } from '../../../../src/renderer/review/dock/Dock'
import { APART } from '../../../../src/renderer/state/stores/attention'
import { BACKUP, storyFrom } from '../../../builders/stories/storyFrom'
import { did, fakeWindow, find, lookAt, put, type Page } from '../../fakeWindow'

Element.prototype.scrollIntoView = () => undefined
vi.stubGlobal('matchMedia', () => ({
  matches: false,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}))
let page: Page | undefined
afterEach(() => {
  page?.unmount()
  vi.restoreAllMocks()
})

const story = storyFrom('Leaders meet\nDeck\nIt ran for {f1:100 minutes}.', { f1: 'figure' }, [
  { kind: 'evidenceAdded', fact: 'f1', evidence: BACKUP },
])

test('the dock is a landmark of the page', async () => {
  page = await put(fakeWindow({ story }).services, <Dock />)
  const toolbar = find('[role=toolbar]', 'Review')
  expect(toolbar.closest('section')?.getAttribute('aria-label')).toBe('Walk and verdicts')
})

test('a button of the dock that is held or hammered signs nothing, however long the fact has been shown', async () => {
  let now = 10_000
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  const fake = fakeWindow({ story, answers: { 'fact.sign': () => did({ entry: 3 }) } })
  fake.services.newsroom.store.getState().session?.navigation.setCurrent('f1')
  page = await put(fake.services, <Dock />)
  const press = async (): Promise<void> =>
    act(async () => {
      find('button', 'VVerified').click()
      await Promise.resolve()
    })
  const signed = (): number => fake.asked.filter(({ action }) => action === 'fact.sign').length
  // The first press comes before anybody could look. Enter is held from then on.
  await press()
  lookAt(fake)
  for (let times = 0; times < 5; times++) {
    now += APART / 10
    await press()
  }
  expect(signed()).toBe(0)
  expect(fake.services.notices.store.getState().list.map(({ text }) => text)).toEqual([
    'The second press came too soon and signed nothing. Press again if you meant it.',
  ])
  now += APART
  await press()
  expect(signed()).toBe(1)
})
