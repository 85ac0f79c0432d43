import { expect, it } from 'vitest'
import { runAction } from '../../../src/newsroom/runAction'
import { sequentialIds } from '../../../src/newsroom/environment/ids'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { debounceByHand } from '../../builders/time/debounceByHand'
import { MemoryStore } from '../../builders/library/memoryStore'
import type { StoredStory } from '../../../src/storage/disk/storyStore'

class Damaged extends MemoryStore {
  override async loadStory(id: string): Promise<StoredStory> {
    return {
      ...(await super.loadStory(id)),
      updates: [Uint8Array.from([1, 2, 3, 250])],
      repairs: ['changes-1.log: change 3 is damaged; set aside.'],
    }
  }
}

it('a damaged story is decoded in a worker first, and one that cannot be decoded says what to do', async () => {
  const store = new Damaged('Ann')
  const open = (): Promise<Newsroom> =>
    Newsroom.open({
      store,
      clock: { now: () => '2026-10-30T09:00:00Z' },
      ids: sequentialIds,
      debouncer: debounceByHand(),
    })
  const { id } = await runAction(await open(), 'Ann', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('Ferry\n\nIt sails.'),
  })
  const again = await open()
  await expect(again.storyNow(id)).rejects.toMatchObject({
    code: 'DAMAGED',
    safe: 'Its data is unchanged. The other stories are not affected.',
  })
})
