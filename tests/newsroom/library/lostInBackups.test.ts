/** A backup never hides that the library has lost something. */
import { cp, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { examineLibrary } from '../../../src/storage/doctor/examineLibrary'
import { restoreBackup } from '../../../src/storage/backup/restoreBackup'
import { deletionDesk, opened, spiked, withFile, type DeletionDesk } from './deleting/deletionDesk'

describe('A backup of a library that lost something', { timeout: 60_000 }, () => {
  let desk: DeletionDesk
  let to: string
  let story: string
  let file: string
  const beside = (name: string): string => join(dirname(desk.library.folder), name)
  const inLibrary = (...names: readonly string[]): string => join(desk.library.folder, ...names)
  const backUp = () => desk.act('Editor', 'library.backUp', { to })
  /** What the doctor says of the newest backup after it is restored. */
  const problems = async (): Promise<readonly string[]> => {
    const folder = beside('restored')
    await rm(folder, { recursive: true, force: true })
    await restoreBackup({ folder: to, to: folder })
    return (await examineLibrary({ folder })).problems.map(({ path, what }) => `${path.slice(folder.length)}: ${what}`)
  }

  beforeEach(async () => {
    desk = await deletionDesk()
    to = beside('stick')
    await mkdir(to)
    story = await spiked(desk)
    await desk.room.settleAll()
    file = await withFile(desk, await spiked(desk), 'Pool report')
    await desk.room.settleAll()
    expect((await backUp()).notes).toEqual([])
  })
  afterEach(async () => {
    await desk.room.close()
    await desk.library.remove()
  })

  it('names a story whose folder is gone, each time, and its table of heads goes on naming it', async () => {
    await rm(inLibrary('stories', story), { recursive: true })
    const note =
      `A story is gone from the library, and no one deleted it: ${story}. ` +
      'Earlier backups may have it. Run “stet doctor”.'
    expect([(await backUp()).notes, (await backUp()).notes]).toEqual([[note], [note]])
    expect(await problems()).toEqual([expect.stringContaining(`/stories/${story}: `)])
  })

  it('names a story whose older folder was put back, and the restored copy is behind its head', async () => {
    await cp(inLibrary('stories', story), beside('older'), { recursive: true })
    await desk.act('Editor', 'story.move', { story, to: 'draft' })
    await desk.room.close()
    await rm(inLibrary('stories', story), { recursive: true })
    await cp(beside('older'), inLibrary('stories', story), { recursive: true })
    desk = await opened(desk.library)
    const note =
      `The history of a story ends earlier than before: ${story}. ` +
      'Earlier backups may have the rest. Run “stet doctor”.'
    expect((await backUp()).notes).toEqual([note])
    expect(await problems()).toEqual([expect.stringContaining(`/stories/${story}/ledger.jsonl: `)])
  })

  it('keeps a captured file that is gone while a story names it, and says so each time', async () => {
    await rm(inLibrary('evidence', file))
    const note =
      `${inLibrary('evidence', file)} is gone from the library, and stories still name it. ` +
      'The backup keeps it as it was captured. Restore the file from the backup.'
    expect([(await backUp()).notes, (await backUp()).notes]).toEqual([[note], [note]])
    expect(await problems()).toEqual([])
  })

  it('says nothing of a story that was deleted, nor of its file that was tidied away', async () => {
    const { files } = await desk.act('Editor', 'story.delete', { story: (await lastStory()) ?? '' })
    expect(files).toEqual([file])
    await desk.act('Editor', 'library.tidy', { only: files })
    expect((await backUp()).notes).toEqual([])
    expect(await problems()).toEqual([])
  })

  const lastStory = async (): Promise<string | undefined> =>
    (await desk.act('Editor', 'story.list', {})).map(({ id }) => id).find((id) => id !== story)
})
