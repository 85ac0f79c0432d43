/** Which changes of the library have the open stories read again. */
import { expect, test, vi } from 'vitest'
import { LibraryDesk } from '../../../src/newsroom/state/libraryDesk'
import { busanDesk } from '../newsDesk'

test('an open story is read again after a change of people, sources or settings, and of nothing else', async () => {
  const { act, room, story } = await busanDesk()
  const open = await room.story(story)
  const read = vi.spyOn(open, 'invalidateAssessments')
  const timesAfter = async (change: Promise<unknown>): Promise<number> => {
    await change
    return read.mock.calls.length
  }
  expect([
    await timesAfter(act('Editor', 'words.add', { list: 'name', words: 'Gyeongju', source: 'House style' })),
    // As when words leave by the clipboard: only the library's ledger has it.
    await timesAfter(room.changeDesk('Editor', (facts) => ({ facts, answer: undefined }))),
    await timesAfter(act('Editor', 'roster.add', { name: 'Ana', role: 'checker' })),
    await timesAfter(act('Editor', 'source.add', { name: 'White House', kind: 'pool' })),
    await timesAfter(act('Editor', 'library.settings', { deskOfOne: true })),
  ]).toEqual([0, 0, 1, 2, 3])
})

test('what is found of the library while it is open counts at once, and outlives a change under way', async () => {
  const { room } = await busanDesk()
  const store = { writeRoster: () => Promise.resolve(), recordHeads: () => room.store.recordHeads() } as never
  const loss = { kind: 'libraryLedger', where: 'entries 2-3', detail: 'Entries 2 and 3 are missing.' } as const
  const told: unknown[] = []
  const tell = ({ roster, losses }: typeof room.library): Promise<void> => {
    told.push([roster.at(-1)?.name, losses])
    return Promise.resolve()
  }
  const desk = new LibraryDesk(store, room.ledger, room.ring, room.library, undefined as never, tell)
  const changing = desk.change('Editor', (facts) => ({
    facts: { ...facts, roster: [...facts.roster, { name: 'Ana' }] },
    answer: 'done',
  }))
  await Promise.resolve()
  const learning = desk.learn((facts) => ({ ...facts, losses: [loss] }))
  const atOnce = desk.facts.losses
  await Promise.all([changing, learning])
  expect([atOnce, told, desk.facts.losses]).toEqual([
    [loss],
    [
      ['Ana', []],
      ['Ana', [loss]],
    ],
    [loss],
  ])
})
