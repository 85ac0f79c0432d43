/** Folders that somebody puts into the library by hand bring no deleted story back. */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copyOf, deletionDesk, folders, opened, outcome, spiked, type DeletionDesk } from './deletionDesk'

describe('The folder of a deleted story that somebody puts back', { timeout: 60_000 }, () => {
  let desk: DeletionDesk
  let id: string
  const putBack = async (name: string): Promise<void> => {
    await desk.room.close()
    await copyOf(join(desk.library.folder, '..', 'backup'), join(desk.library.folder, 'stories', name))
    desk = await opened(desk.library)
  }

  beforeEach(async () => {
    desk = await deletionDesk()
    id = await spiked(desk)
    await desk.room.settleAll()
    await copyOf(join(desk.library.folder, 'stories', id), join(desk.library.folder, '..', 'backup'))
    await desk.act('Editor', 'story.delete', { story: id })
  })
  afterEach(async () => {
    await desk.room.close()
    await desk.library.remove()
  })

  it.each([['STORY-1'], ['another-story']])('under another name (%s) is no story, and says so', async (name) => {
    await putBack(name)
    const folder = join(desk.library.folder, 'stories', name)
    const what = `it contains the story “${id}”, but the folder has another name`
    const why =
      `${folder}: ${what}. Nothing was changed. ` +
      `Move it out of the library. If that story is missing, rename the folder “${id}” instead.`
    expect((await desk.act('Editor', 'story.list', {})).map((row) => [row.id, row.headline, row.unavailable])).toEqual([
      [name, '', why],
    ])
    expect(await outcome(desk.act('Editor', 'story.show', { story: name }))).toContain(why)
    expect(await desk.act('Editor', 'library.doctor', {})).toMatchObject({
      ok: false,
      problems: [{ path: folder, what }],
    })
  })

  it('is not offered to anybody but an editor', async () => {
    await putBack(id)
    const why = async (by: string): Promise<readonly (string | undefined)[]> =>
      (await desk.act(by, 'story.deletion', { stories: [id] })).stories.map((line) => line.why)
    expect([await why('Editor'), await why('Reporter')]).toEqual([
      [undefined],
      ['Only an editor can delete a story; Reporter is a reporter on the roster.'],
    ])
  })

  it('is not removed by one person while another takes it back', async () => {
    await putBack(id)
    const [back, removed] = await Promise.all([
      outcome(desk.act('Editor', 'story.takeBack', { story: id })),
      outcome(desk.act('Editor', 'story.delete', { story: id })),
    ])
    expect([back, removed]).toEqual([
      'done',
      `refused: Someone is restoring or deleting the story ${id} now. Look again in a moment.`,
    ])
    expect(await folders(desk.library)).toEqual([id])
    expect((await desk.act('Editor', 'story.list', {})).map((row) => row.id)).toEqual([id])
  })
})
