import { act } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { QueueButton } from '../../../src/renderer/library/queue/QueueButton'
import { QueuePanel } from '../../../src/renderer/library/queue/QueuePanel'
import type { QueueItem } from '../../../src/story/requests/requests'
import { all, axeFaults, click, did, fakeWindow, find, put, refused, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => {
  page?.unmount()
  vi.useRealTimers()
})

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
  const fake = fakeWindow({ answers: { 'desk.queue': () => did({ items: [], total: 2 }) } })
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
  page = await put(
    fakeWindow({ answers: { 'desk.queue': () => did({ items: QUEUE, total: QUEUE.length }) } }).services,
    <QueuePanel />,
  )
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
  const fake = fakeWindow({ answers: { 'desk.queue': () => did({ items: [...QUEUE, filed], total: 3 }) } })
  page = await put(fake.services, <QueuePanel />)
  const lines = [...document.querySelectorAll('.queue-open .soft')].map(({ textContent }) => textContent)
  expect(lines).toEqual([
    'Editor sent it back, 2026-10-30 09:00 UTC · Harbour closed',
    'You signed it verified · Ferry sails · v1 live, v2 in review',
    'By Kim · v1 live, v2 filed',
  ])
})

it('draws a hundred of a kind, and the next ones when asked, from where the keyboard goes on', async () => {
  const filed = Array.from({ length: 230 }, (_, nth): QueueItem => ({
    ...{ story: `story-${nth}`, headline: `Story ${nth}`, stage: 'filed', version: 1, kind: 'filed' },
    ...{ words: `Story ${nth}`, note: 'By Kim' },
  }))
  const fake = fakeWindow({ answers: { 'desk.queue': () => did({ items: filed, total: 230 }) } })
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
  expect([await more(), await more(), all('button', 'Show more')]).toEqual([
    [200, 'Story 100By Kim'],
    [230, 'Story 200By Kim'],
    [],
  ])
})

it('a queue that cannot be read says why and looks no longer', async () => {
  const why = 'The library is being repaired. Nothing is lost. Try again in a minute.'
  const fake = fakeWindow({ answers: { 'desk.queue': () => refused(why) } })
  page = await put(fake.services, <QueuePanel />)
  expect(document.querySelector('.dialog-body')?.textContent).toBe(why)
})
