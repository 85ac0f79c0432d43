/** What windows are told of the desk: only the parts that changed, and nothing twice. */
import { expect, test } from 'vitest'
import type { DeskNews, DeskFacts } from '../../src/ipc/deskFacts'
import { DeskFeed } from '../../src/main/calls/desk/deskFeed'
import { newsDesk } from '../newsroom/newsDesk'

const ANA = { name: 'Ana', role: 'checker' } as const
const POOL = { name: 'Pool report 3', kind: 'pool' } as const
const NAME = { list: 'name', words: 'Busan', source: 'House style' } as const

/** A desk, and all that its windows are told from now on. */
async function told() {
  const desk = await newsDesk()
  const feed = new DeskFeed(desk.room)
  const events: (DeskNews | undefined)[] = []
  desk.room.on('deskChanged', () => events.push(feed.news()))
  return { ...desk, feed, events }
}
const names = (change: DeskNews | undefined): readonly string[] | undefined => change && Object.keys(change.parts)

test('a change of roster, source book, words or settings tells that part alone', async () => {
  const { act, events, room } = await told()
  await act('Editor', 'roster.add', ANA)
  await act('Editor', 'source.add', POOL)
  await act('Editor', 'words.add', NAME)
  await act('Editor', 'library.settings', { historyLimit: 5_000_000 })
  const { roster, sources, words, settings } = room.library
  expect(events).toEqual([
    { since: 0, at: 1, parts: { roster }, gone: [] },
    { since: 1, at: 2, parts: { sources }, gone: [] },
    { since: 2, at: 3, parts: { words }, gone: [] },
    { since: 3, at: 4, parts: { settings }, gone: [] },
  ])
})

test('an event of the library’s ledger alone is no change of the desk', async () => {
  const { room, events } = await told()
  await room.changeDesk('Editor', (facts) => ({ facts, answer: undefined }))
  expect(events).toEqual([undefined])
})

test('a part that goes is named', async () => {
  const { act, events } = await told()
  await act('Editor', 'pin.set', { pin: '4711' })
  expect(events.flatMap((change) => change?.gone ?? [])).toEqual(['beforeFirstPin'])
})

test('a window that missed changes gets every part that changed since, as it is now', async () => {
  const { act, feed, room } = await told()
  await act('Editor', 'roster.add', ANA)
  const { desk, deskAt } = feed.whole()
  await act('Editor', 'source.add', POOL)
  await act('Editor', 'words.add', NAME)
  const missed = feed.since(deskAt)
  expect([names(missed), names(feed.since(missed.at))]).toEqual([['sources', 'words'], []])
  const whole: DeskFacts = { ...desk, ...missed.parts }
  expect(whole).toEqual(feed.whole().desk)
  expect(whole.sources).toBe(room.library.sources)
})

test('what a window saw first at its start is told to the others all the same', async () => {
  const { room } = await newsDesk()
  const stand = { ring: room.ring, library: room.library }
  const feed = new DeskFeed(stand)
  const roster = [...room.library.roster, ANA]
  stand.library = { ...room.library, roster }
  expect([feed.whole().deskAt, feed.news(), feed.news()]).toEqual([
    1,
    { since: 0, at: 1, parts: { roster }, gone: [] },
    undefined,
  ])
})
