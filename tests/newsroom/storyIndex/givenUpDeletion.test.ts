/** A story whose deletion is given up is in the index, whoever looked while its folder was away. */
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runAction } from '../../../src/newsroom/runAction'
import { headlines, KeptLibrary } from './keptLibrary'

const ALL = ['Harbour strike', 'Ferry talks', 'Budget']

describe('the index of a library with a deletion that is given up', () => {
  let { library, start, three, expectLikeRebuilt, remove } = {} as KeptLibrary
  beforeEach(() => {
    ;({ library, start, three, expectLikeRebuilt, remove } = new KeptLibrary())
  })
  afterEach(() => remove())

  it.each([
    ['asks', true],
    ['asks nothing', false],
  ])('has the story after a crash that a reader came to first, when the next owner %s', async (_what, asks) => {
    await three()
    // As a crash leaves it before the tombstone is written.
    renameSync(join(library, 'stories', 'story-2'), join(library, 'stories', 'story-2.deleting'))
    const reader = await start({ lock: 'none' })
    expect(await headlines(reader)).toEqual(['Harbour strike', 'Budget'])
    await reader.room.close()
    const owner = await start()
    if (asks) expect(await headlines(owner)).toEqual(ALL)
    await owner.room.close()
    const next = await start({ lock: 'none' })
    expect(await headlines(next)).toEqual(ALL)
    await next.room.close()
    await expectLikeRebuilt()
  })

  it('has the story after the ledger could not be written, also when a reader looked meanwhile', async () => {
    await three()
    const owner = await start()
    await owner.act('roster.add', { name: 'Editor', role: 'editor' })
    expect(await headlines(owner)).toEqual(ALL)
    const act = (action: 'story.move' | 'story.delete', request: object) =>
      runAction(owner.room, 'Editor', action, { story: 'story-2', ...request } as never)
    await act('story.move', { to: 'spiked' })
    await owner.room.settleAll()
    const reader = await start({ lock: 'none' })
    const { store } = owner.room
    const deleteStory = store.deleteStory.bind(store)
    store.deleteStory = (id) =>
      deleteStory(id, async () => {
        expect(await headlines(reader)).toEqual(['Harbour strike', 'Budget'])
        throw new Error('The disk is full.')
      })
    await expect(act('story.delete', {})).rejects.toThrow('The disk is full.')
    expect([await headlines(owner), await headlines(reader)]).toEqual([ALL, ALL])
    await reader.room.close()
    await owner.room.close()
    await expectLikeRebuilt()
  })
})
