/** A backup never brings a deleted story back unless somebody says so. */
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { GOOD_REPORT } from '../../../builders/library/goodReport'
import { restoreBackup } from '../../../../src/storage/backup/restoreBackup'
import { nodeFiles, type FileLayer } from '../../../../src/storage/disk/fileLayer'
import { deletionDesk, folders, opened, outcome, spiked, type DeletionDesk } from './deletionDesk'

describe('Backups and deleted stories', { timeout: 60_000 }, () => {
  let desk: DeletionDesk
  let to: string
  let story: string
  const restored = (): string => join(dirname(desk.library.folder), 'restored')
  const restore = (options: { readonly number?: number; readonly withDeleted?: boolean } = {}): Promise<string> =>
    outcome(restoreBackup({ folder: to, to: restored(), ...options }))
  const backUp = () => desk.act('Editor', 'library.backUp', { to })

  beforeEach(async () => {
    desk = await deletionDesk()
    to = join(dirname(desk.library.folder), 'stick')
    await mkdir(to)
    story = await spiked(desk)
    await desk.room.settleAll()
    await backUp()
  })
  afterEach(async () => {
    await desk.room.close()
    await desk.library.remove()
  })

  const asks = (who: string): string =>
    `error: ${who}: backup 1 is from before a story was deleted, and would restore it: ` +
    `${story} (by Editor on 30 Oct 2026). Nothing was created, and the backups are unchanged. ` +
    'Restore a newer backup, or add --with-deleted to restore them.'

  it('asks because the library itself knows of the deletion', async () => {
    await desk.act('Editor', 'story.delete', { story })
    expect(await restore()).toBe(asks(to))
    expect(await nodeFiles.list(dirname(desk.library.folder))).not.toContain('restored')
  })

  it('asks because a later backup knows of it, when the library is gone', async () => {
    await desk.act('Editor', 'story.delete', { story })
    await backUp()
    await desk.room.close()
    const { folder } = desk.library
    await nodeFiles.rename(folder, `${folder}-gone`)
    expect(await restore({ number: 1 })).toBe(asks(to))
    expect(await restore()).toBe('done')
    await nodeFiles.rename(`${folder}-gone`, folder)
    desk = await opened(desk.library)
    expect(await folders({ ...desk.library, folder: restored() })).toEqual([])
  })

  it('brings it back alive when somebody says so', async () => {
    await desk.act('Editor', 'story.delete', { story })
    expect(await restore({ withDeleted: true })).toBe('done')
    await desk.room.close()
    const back = await opened({
      ...desk.library,
      open: (options = {}) => desk.library.open({ ...options, folder: restored() }),
    })
    expect((await back.act('Editor', 'story.list', {})).map(({ id }) => id)).toEqual([story])
    expect(await back.act('Editor', 'library.doctor', {})).toEqual(GOOD_REPORT)
    await back.room.close()
    desk = await opened(desk.library)
  })

  it('asks nothing after the story was taken back', async () => {
    await desk.act('Editor', 'story.delete', { story })
    await restore({ withDeleted: true })
    await desk.room.close()
    await nodeFiles.rename(join(restored(), 'stories', story), join(desk.library.folder, 'stories', story))
    await rm(restored(), { recursive: true })
    desk = await opened(desk.library)
    await desk.act('Editor', 'story.takeBack', { story })
    expect(await restore()).toBe('done')
  })

  it('leaves out a story that is deleted while the backup is made', async () => {
    await desk.room.close()
    let other: string | undefined
    const files: FileLayer = {
      ...nodeFiles,
      readAll: async (path) => {
        // The first story is copied, the second is being read.
        if (other !== undefined && path.includes(`${other}/`)) {
          other = undefined
          await desk.act('Editor', 'story.delete', { story })
        }
        return nodeFiles.readAll(path)
      },
    }
    desk = await opened(desk.library, files)
    const second = await spiked(desk)
    await desk.room.settleAll()
    other = second
    const { number } = await backUp()
    expect(other).toBe(undefined)
    expect(await outcome(restoreBackup({ folder: to, to: restored(), number }))).toBe('done')
    expect(await folders({ ...desk.library, folder: restored() })).toEqual([second])
  })

  it('keeps a story whose deletion is given up while the backup is made', async () => {
    await desk.room.close()
    let reads = 0
    const files: FileLayer = {
      ...nodeFiles,
      readAll: async (path) => {
        // Another person’s deletion has begun, and takes the folder away for a moment.
        if (!path.startsWith(desk.library.folder) || !path.includes(`${story}/`) || reads++ > 0)
          return nodeFiles.readAll(path)
        const folder = join(desk.library.folder, 'stories', story)
        await nodeFiles.rename(folder, `${folder}.deleting`)
        giveUp = () => nodeFiles.rename(`${folder}.deleting`, folder)
        return nodeFiles.readAll(path)
      },
      list: async (path) => {
        const names = await nodeFiles.list(path)
        if (path === join(desk.library.folder, 'stories')) {
          await giveUp()
          giveUp = () => Promise.resolve()
        }
        return names
      },
    }
    let giveUp = (): Promise<void> => Promise.resolve()
    desk = await opened(desk.library, files)
    const { number } = await backUp()
    expect(reads).toBeGreaterThan(1)
    expect(await outcome(restoreBackup({ folder: to, to: restored(), number }))).toBe('done')
    expect(await folders({ ...desk.library, folder: restored() })).toEqual([story])
  })
})
