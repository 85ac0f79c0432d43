import { expect, test, vi } from 'vitest'
import { CurrentTrust } from '../../../src/newsroom/state/currentTrust'
import { readTrust } from '../../../src/newsroom/state/libraryTrust'
import { MemoryStore } from '../../builders/library/memoryStore'
import { newsDesk } from '../newsDesk'

/** What a process that read the library before it had keys says of a story that was written afterwards. */
async function checkedLate(writable: boolean): Promise<{ losses: number; counted: number; learnt: number }> {
  const store = new MemoryStore('Reporter')
  const before = await readTrust(store)
  const desk = await newsDesk(store)
  const { id } = await desk.act('Reporter', 'story.create', {})
  await desk.room.settleAll()
  vi.spyOn(store, 'writable', 'get').mockReturnValue(writable)
  let learnt = 0
  const trust = new CurrentTrust(before, {
    store,
    clock: desk.room.clock,
    failed: (error) => {
      throw error
    },
    learn: () => learnt++,
  })
  const load = () => store.loadStory(id)
  const { losses, ledger } = await trust.check(await load(), load)
  return { losses: losses.length, counted: ledger.length, learnt }
}

test('A reader beside an owner reads keys and heads again before anything of a story counts as lost.', async () => {
  const { losses, counted, learnt } = await checkedLate(false)
  expect([losses, counted > 0, learnt]).toEqual([0, true, 1])
})

test('The owner reads nothing again: what its keys do not know is a loss.', async () => {
  const { losses, counted, learnt } = await checkedLate(true)
  expect([losses > 0, counted, learnt]).toEqual([true, 0, 0])
})
