/** A key that signs, pressed right after another one, signs nothing and says so. */
import { afterEach, expect, test, vi } from 'vitest'
import { useReviewKeys } from '../../../src/renderer/review/useReviewKeys'
import { useShortcuts } from '../../../src/renderer/shell/keys/useShortcuts'
import { APART } from '../../../src/renderer/state/stores/attention'
import { lookKey } from '../../../src/renderer/verdicts/lookKey'
import { BACKUP, storyFrom } from '../../builders/stories/storyFrom'
import { did, fakeWindow, find, pressAt, put, type Page } from '../fakeWindow'

Element.prototype.scrollIntoView = () => undefined
let page: Page | undefined
afterEach(() => {
  page?.unmount()
  vi.restoreAllMocks()
})

const story = storyFrom('Leaders meet\nDeck\nIt ran for {f1:100 minutes}.', { f1: 'figure' }, [
  { kind: 'evidenceAdded', fact: 'f1', evidence: BACKUP },
])
const TOO_SOON = 'The second press came too soon and signed nothing. Press again if you meant it.'

function Room() {
  useReviewKeys()
  return <p>Beside</p>
}

test('a key pressed too soon after a verdict is said once, however often it is hammered, and never while it is held', async () => {
  let now = 10_000
  // The window is busy and hears each key much later than it was pressed.
  vi.spyOn(performance, 'now').mockImplementation(() => now * 100)
  const fake = fakeWindow({ story, answers: { 'fact.sign': () => did({ entry: 3 }) } })
  fake.services.panels.setReview(true)
  fake.services.newsroom.store.getState().session?.navigation.setCurrent('f1')
  page = await put(fake.services, <Room />)
  const [fact] = fake.services.newsroom.store.getState().session?.store.getState().view.assessments ?? []
  fake.services.panels.attention.detail.store.setState({ shown: fact ? lookKey(fact) : null, ready: true })
  const { notices } = fake.services
  /** How often it was said. */
  let said = 0
  notices.store.subscribe(({ list }, before) => {
    const last = list.at(-1)
    if (last?.text === TOO_SOON && last.id !== before.list.at(-1)?.id) said += 1
  })
  const type = async (afterMs: number, repeat = false): Promise<void> => {
    now += afterMs
    await pressAt(find('p', 'Beside'), now, { key: 'a', code: 'KeyA', repeat })
  }
  const signed = (): number => fake.asked.filter(({ action }) => action === 'fact.sign').length

  await type(0)
  await type(APART / 10, true)
  expect([signed(), said]).toEqual([1, 0])
  for (let times = 0; times < 5; times++) await type(APART / 10)
  expect([signed(), said]).toEqual([1, 1])
  await type(APART)
  expect(signed()).toBe(2)
  await type(APART / 10)
  expect([signed(), said]).toEqual([2, 2])
})

test('Enter goes to the words, but not as the second press of the one that sent a form', async () => {
  const fake = fakeWindow({ story })
  fake.services.panels.setReview(true)
  const { navigation } = fake.services.newsroom.store.getState().session ?? {}
  navigation?.setCurrent('f1')
  const gone = vi.spyOn(navigation as NonNullable<typeof navigation>, 'jump')
  function Window() {
    useShortcuts('linux')
    useReviewKeys()
    return (
      <>
        <input aria-label="Question to the author" />
        <p>Beside</p>
      </>
    )
  }
  page = await put(fake.services, <Window />)
  gone.mockClear()
  const times: number[] = []
  const enter = async (element: HTMLElement, at: number): Promise<void> => {
    await pressAt(element, at, { key: 'Enter', code: 'Enter' })
    times.push(gone.mock.calls.length)
  }
  await enter(find('input', 'Question to the author'), 1000)
  await enter(find('p', 'Beside'), 1200)
  await enter(find('p', 'Beside'), 2000)
  expect(times).toEqual([0, 0, 1])
})
