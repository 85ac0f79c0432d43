import { act } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { QueueButton } from '../../../src/renderer/library/queue/QueueButton'
import { QueuePanel } from '../../../src/renderer/library/queue/QueuePanel'
import type { Queue, QueueItem, QueueKind, QueueKinds } from '../../../src/story/requests/requests'
import { all, axeFaults, click, did, fakeWindow, find, put, refused, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => {
  page?.unmount()
  vi.useRealTimers()
})

/** An answer with these items. `more`: of each kind, how many there are besides. */
const queueOf = (items: readonly QueueItem[], more: QueueKinds = {}): Queue => {
  const kinds: Partial<Record<QueueKind, number>> = { ...more }
  for (const { kind } of items) kinds[kind] = (kinds[kind] ?? 0) + 1
  return { items, kinds, total: Object.values(kinds).reduce((sum, count) => sum + count, 0) }
}

const QUEUE: readonly QueueItem[] = [
  {
    story: 'story-1',
    headline: 'Ferry sails',
    stage: 'inReview',
    version: 2,
    kind: 'lapsed',
    fact: 'fact-1',
    words: '300 people',
    note: 'You signed it verified',
  },
  {
    story: 'story-2',
    headline: 'Harbour closed',
    stage: 'draft',
    version: 1,
    kind: 'sentBack',
    words: 'Who says so?',
    note: 'Editor sent it back, 2026-10-30 09:00 UTC',
  },
]

it('a button in the library counts the queue and removes no notice', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const fake = fakeWindow({ answers: { 'desk.queue': () => did(queueOf([], { filed: 2 })) } })
  fake.services.notices.say('State 3 is back.')
  page = await put(fake.services, <QueueButton />)
  expect(find('button', 'My queue').getAttribute('title')).toBe('My queue (Ctrl+J)')
  // The number has its room before it is counted.
  expect(find('button', 'My queue').querySelector('.library-count')?.textContent).toBe('')
  await act(() => vi.advanceTimersByTimeAsync(1000))
  expect([
    find('button', /^My queue/).textContent,
    fake.asked,
    fake.services.notices.store.getState().list.map(({ text }) => text),
    await settled(axeFaults),
  ]).toEqual(['My queue 2', [{ action: 'desk.queue', request: { limit: 0 } }], ['State 3 is back.'], []])
})

it('there is no queue before a person acts', async () => {
  page = await put(fakeWindow({ startup: { person: undefined } }).services, <QueueButton />)
  expect(all('button', /queue/)).toEqual([])
})

it('returned stories come first, with the reason and who sent them back', async () => {
  page = await put(fakeWindow({ answers: { 'desk.queue': () => did(queueOf(QUEUE)) } }).services, <QueuePanel />)
  expect([[...document.querySelectorAll('section')].map((section) => section.textContent), await axeFaults()]).toEqual([
    [
      'Sent back to you 1Who says so?Editor sent it back, 2026-10-30 09:00 UTC · Harbour closed',
      'Check again 1300 peopleYou signed it verified · Ferry sails · v1 live, v2 in review',
    ],
    [],
  ])
})

const settled = async <T,>(work: () => Promise<T>): Promise<T> => {
  vi.useRealTimers()
  return work()
}

it('says beside each thing what readers have of the story', async () => {
  const filed: QueueItem = {
    ...{ story: 'story-3', headline: 'Port opens', stage: 'filed', version: 2, kind: 'filed' },
    ...{ words: 'Port opens', note: 'By Kim' },
  }
  const fake = fakeWindow({ answers: { 'desk.queue': () => did(queueOf([...QUEUE, filed])) } })
  page = await put(fake.services, <QueuePanel />)
  const lines = [...document.querySelectorAll('.queue-open .soft')].map(({ textContent }) => textContent)
  expect(lines).toEqual([
    'Editor sent it back, 2026-10-30 09:00 UTC · Harbour closed',
    'You signed it verified · Ferry sails · v1 live, v2 in review',
    'By Kim · v1 live, v2 filed',
  ])
})

const filedStory = (nth: number): QueueItem => ({
  ...{ story: `story-${nth}`, headline: `Story ${nth}`, stage: 'filed', version: 1, kind: 'filed' },
  ...{ words: `Story ${nth}`, note: 'By Kim' },
})

it('asks for a hundred of a kind, and for the next ones on a press, from where the keyboard goes on', async () => {
  const filed = Array.from({ length: 230 }, (_, nth) => filedStory(nth))
  const fake = fakeWindow({
    answers: {
      'desk.queue': ({ perKind = 0 }) => did(queueOf(filed.slice(0, perKind), { filed: filed.slice(perKind).length })),
    },
  })
  page = await put(fake.services, <QueuePanel />)
  const seen = (): unknown => [document.querySelectorAll('.queue-open').length, document.activeElement?.textContent]
  expect([find('section', 'Filed to the desk').querySelector('h3')?.textContent, seen()]).toEqual([
    'Filed to the desk 230',
    [100, 'Story 0By Kim'],
  ])
  const more = async (): Promise<unknown> => {
    find('button', 'Show more').focus()
    await click(find('button', 'Show more'))
    return seen()
  }
  expect([await more(), await more(), all('button', 'Show more'), fake.asked.map(({ request }) => request)]).toEqual([
    [200, 'Story 100By Kim'],
    [230, 'Story 200By Kim'],
    [],
    [{ perKind: 100 }, { perKind: 200 }, { perKind: 300 }],
  ])
})

it('leaves the keyboard where a person moved it before the next ones came', async () => {
  const filed = Array.from({ length: 130 }, (_, nth) => filedStory(nth))
  let give = (): void => undefined
  const fake = fakeWindow({
    answers: {
      'desk.queue': async ({ perKind = 0 }) => {
        if (perKind > 100) await new Promise<void>((resolve) => (give = resolve))
        return did(queueOf(filed.slice(0, perKind), { filed: filed.slice(perKind).length }))
      },
    },
  })
  page = await put(fake.services, <QueuePanel />)
  await click(find('button', 'Show more'))
  const [, second] = document.querySelectorAll<HTMLElement>('.queue-open')
  second?.focus()
  await act(async () => give())
  expect([document.querySelectorAll('.queue-open').length, document.activeElement?.textContent]).toEqual([
    130,
    'Story 1By Kim',
  ])
})

it('asks once when it is opened, and at most every two seconds while stories change', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const fake = fakeWindow({ answers: { 'desk.queue': () => did(queueOf(QUEUE)) } })
  page = await put(fake.services, <QueuePanel />)
  const asked = async (after: number): Promise<number> => {
    await act(() => vi.advanceTimersByTimeAsync(after))
    return fake.asked.length
  }
  const change = (): Promise<void> =>
    act(async () => {
      fake.services.newsroom.store.setState(({ storyChanges }) => ({ storyChanges: storyChanges + 1 }))
    })
  const counts = [await asked(5000)]
  for (let at = 0; at < 5000; at += 100) {
    await change()
    counts.push(await asked(100))
  }
  expect([counts.filter((count, at) => count !== counts[at - 1]), await asked(60_000)]).toEqual([[1, 2, 3, 4], 5])
})

it('a queue that cannot be read says why and looks no longer', async () => {
  const why = 'The library is being repaired. Nothing is lost. Try again in a minute.'
  const fake = fakeWindow({ answers: { 'desk.queue': () => refused(why) } })
  page = await put(fake.services, <QueuePanel />)
  expect(document.querySelector('.dialog-body')?.textContent).toBe(why)
})
