/** A backup from before a kill says that the story is published in it. */
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { restoreBackup, type Restored } from '../../../src/storage/backup/restoreBackup'
import { nodeFiles } from '../../../src/storage/disk/fileLayer'
import { NOW } from '../newsDesk'
import { deletionDesk, opened, type DeletionDesk } from './deleting/deletionDesk'

let desk: DeletionDesk
let to: string
let story: string
const above = (): string => dirname(desk.library.folder)
const killed = async (number?: number): Promise<Restored['killed']> =>
  (await restoreBackup({ folder: to, to: join(above(), `restored${number}`), ...(number ? { number } : {}) })).killed

beforeEach(async () => {
  desk = await deletionDesk()
  to = join(above(), 'stick')
  await mkdir(to)
  const bytes = new TextEncoder().encode('Harbour opens\n\nThe harbour is open again, the town says.\n')
  ;({ id: story } = await desk.act('Reporter', 'story.import', { name: 'harbour.txt', bytes }))
  for (const [field, value] of [
    ['slug', 'harbour'],
    ['byline', 'Reporter'],
  ] as const)
    await desk.act('Reporter', 'story.setField', { story, field, value })
  await desk.act('Reporter', 'story.move', { story, to: 'filed' })
  for (const stage of ['inReview', 'cleared', 'published'] as const)
    await desk.act('Editor', 'story.move', {
      story,
      to: stage,
      ...(stage === 'cleared' ? { override: 'A test.' } : {}),
    })
  await desk.room.settleAll()
  await desk.act('Editor', 'library.backUp', { to })
})
afterEach(async () => {
  await desk.room.close()
  await desk.library.remove()
})

it('tells nothing of a story that is not killed', async () => {
  await desk.act('Reporter', 'comment.add', { story, text: 'Still open.' })
  expect(await killed()).toEqual([])
})

it('the library itself knows of the kill', async () => {
  await desk.act('Editor', 'story.move', { story, to: 'killed', reason: 'All wrong' })
  await desk.room.settleAll()
  expect(await killed()).toEqual([{ story, by: 'Editor', at: NOW }])
})

it('a later backup knows of it, when the library is gone, and has nothing to tell itself', async () => {
  await desk.act('Editor', 'story.move', { story, to: 'killed', reason: 'All wrong' })
  await desk.room.settleAll()
  await desk.act('Editor', 'library.backUp', { to })
  await desk.room.close()
  const { folder } = desk.library
  await nodeFiles.rename(folder, `${folder}-gone`)
  expect(await killed(1)).toEqual([{ story, by: 'Editor', at: NOW }])
  expect(await killed(2)).toEqual([])
  await nodeFiles.rename(`${folder}-gone`, folder)
  desk = await opened(desk.library)
})
