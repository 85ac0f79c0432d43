import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FileHandlePool } from '../../../src/storage/disk/appendFile'
import { nodeFiles } from '../../../src/storage/disk/fileLayer'
import type { FileStore } from '../../../src/storage/fileStore'
import { StoryFolders } from '../../../src/storage/story/storyFolders'
import { HEADER, typing } from '../../contracts/storyStore'
import { throwawayLibrary, type Throwaway } from '../throwawayLibrary'

describe('The folders of stories', () => {
  let library: Throwaway
  let store: FileStore
  let folders: StoryFolders
  beforeEach(async () => {
    library = await throwawayLibrary()
    store = await library.open()
    await store.createStory(HEADER, typing('Busan').state())
    folders = new StoryFolders(nodeFiles, library.folder, new FileHandlePool(), true)
  })
  afterEach(async () => {
    await folders.close()
    await store.close()
    await library.remove()
  })
  /** Visits the story. `meanwhile`: what happens during the visit. Resolves with the folder that was visited. */
  const visited = (meanwhile: () => unknown = () => undefined) =>
    folders.visit('busan', async (folder) => {
      await meanwhile()
      return folder
    })

  it('forget one that was only visited', async () => {
    await visited()
    expect(folders.used('busan')).toBeUndefined()
  })

  it('forget one whose visit failed', async () => {
    await expect(folders.visit('busan', () => Promise.reject(new Error('no space')))).rejects.toThrow('no space')
    expect(folders.used('busan')).toBeUndefined()
    await expect(folders.visit('seoul', () => Promise.resolve())).rejects.toThrow()
    expect(folders.used('seoul')).toBeUndefined()
  })

  it('keep one that was used before the visit or meanwhile: there is one that writes', async () => {
    const before = await folders.story('busan')
    expect(await visited()).toBe(before)
    expect(await folders.used('busan')).toBe(before)
    folders.letGo('busan')
    const meanwhile = await visited(() => folders.story('busan'))
    expect(meanwhile).not.toBe(before)
    expect(await folders.used('busan')).toBe(meanwhile)
  })

  it('let one go that was let go during its visit only afterwards, and not when it is used again', async () => {
    const first = await folders.story('busan')
    const opened = await visited(async () => {
      folders.letGo('busan')
      expect(await folders.story('busan')).toBe(first)
    })
    expect(opened).toBe(first)
    expect(await folders.used('busan')).toBe(first)
    await visited(() => folders.letGo('busan'))
    expect(folders.used('busan')).toBeUndefined()
  })

  it('of a library that was backed up are kept only for stories that are used', async () => {
    await store.createStory({ ...HEADER, id: 'seoul' }, typing('Seoul').state())
    await store.appendUpdate('busan', typing('Busan').type('!'))
    const to = join(dirname(library.folder), 'stick')
    await mkdir(to)
    await store.backUp({ to, at: '2026-10-30T09:00:00.000Z' })
    const { stories } = store as unknown as { readonly stories: StoryFolders }
    expect([stories.used('busan') === undefined, stories.used('seoul')]).toEqual([false, undefined])
  })
})
