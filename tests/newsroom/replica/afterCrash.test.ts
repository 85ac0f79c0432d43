import { expect, onTestFinished, test } from 'vitest'
import { runAction } from '../../../src/newsroom/runAction'
import { clockFrom } from '../../../src/newsroom/environment/clock'
import { sequentialIds } from '../../../src/newsroom/environment/ids'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { debounceByHand } from '../../builders/time/debounceByHand'
import { throwawayLibrary } from '../../storage/throwawayLibrary'

test('after a crash, list and search have the saved words, not those of the last story file', async () => {
  const library = await throwawayLibrary()
  onTestFinished(() => library.remove())
  const open = async (): Promise<Newsroom> =>
    Newsroom.open({
      store: await library.open(),
      clock: clockFrom('2026-10-30T09:00:00Z'),
      ids: sequentialIds,
      debouncer: debounceByHand(),
    })
  const first = await open()
  const { id } = await runAction(first, 'Reporter', 'story.import', {
    name: 'ferry.txt',
    bytes: Buffer.from('Ferry sails again\n\nIt left at noon.\n'),
  })
  await first.settleAll()
  await runAction(first, 'Reporter', 'copy.replace', { story: id, replace: 'Ferry sails', with: 'Harbour closed' })
  // The process ends here, before anything settles.
  await first.store.close()

  const second = await open()
  expect((await runAction(second, 'Reporter', 'story.list', {})).map(({ headline }) => headline)).toEqual([
    'Harbour closed again',
  ])
  expect(await runAction(second, 'Reporter', 'story.search', { query: 'harbour' })).toHaveLength(1)
  expect(await runAction(second, 'Reporter', 'story.search', { query: 'ferry' })).toEqual([])
  await second.close()
  const third = await open()
  expect((await third.store.readStoryFile(id))?.stale).toBeUndefined()
  await third.close()
})
