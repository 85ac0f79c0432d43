/** Which changes of the library have the open stories read again. */
import { expect, test, vi } from 'vitest'
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
