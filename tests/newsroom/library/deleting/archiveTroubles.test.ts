/** What is wrong with one story, one file or the archive itself neither stops a move nor passes unseen. */
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sequentialIds } from '../../../../src/newsroom/environment/ids'
import { runAction } from '../../../../src/newsroom/runAction'
import { Newsroom } from '../../../../src/newsroom/state/newsroom'
import { readKnownTrust } from '../../../../src/storage/doctor/knownHeads'
import { nodeFiles } from '../../../../src/storage/disk/fileLayer'
import { openLibrary } from '../../../../src/storage/openLibrary'
import { NOW } from '../../newsDesk'
import { deletionDesk, opened, outcome, spiked, withFile, type DeletionDesk } from './deletionDesk'

const HEADLINE = 'Trump and Xi hold first talks in six years'

describe('An archive in trouble', { timeout: 60_000 }, () => {
  let desk: DeletionDesk
  let to: string
  const archive = (stories: readonly string[]) =>
    desk.act('Editor', 'story.archive', { stories, before: '2026-10-31T00:00:00.000Z', to })
  const archived = async (): Promise<readonly string[]> => {
    const store = await openLibrary({ folder: to, lock: 'none', now: () => NOW, newId: () => '' })
    const room = await Newsroom.open({ store, clock: { now: () => NOW }, ids: sequentialIds })
    const ids = (await runAction(room, '', 'story.list', {})).map(({ id }) => id).toSorted()
    await room.close()
    return ids
  }

  beforeEach(async () => {
    desk = await deletionDesk()
    to = join(dirname(desk.library.folder), 'archive')
  })
  afterEach(async () => {
    await desk.room.close()
    await desk.library.remove()
  })

  it('takes the other stories when one of them cannot be read', async () => {
    const [bad, good] = [await spiked(desk), await spiked(desk)]
    await desk.room.settleAll()
    await desk.room.close()
    const state = join(desk.library.folder, 'stories', bad, 'state.yjs')
    await writeFile(state, 'damaged')
    desk = await opened(desk.library)
    const { moved, stayed } = await archive([bad, good])
    expect([moved, stayed]).toEqual([
      [{ id: good, headline: HEADLINE }],
      [{ id: bad, headline: '', why: expect.stringContaining(`${state}: it is damaged`) }],
    ])
    expect(await archived()).toEqual([good])
  })

  it('takes the other stories when a captured file of one is not what was captured', async () => {
    const [bad, good] = [await spiked(desk), await spiked(desk)]
    const file = await withFile(desk, bad, 'one hundred minutes')
    await desk.room.settleAll()
    const path = join(desk.library.folder, 'evidence', file)
    await writeFile(path, 'ONE hundred minutes')
    const { moved, stayed } = await archive([bad, good])
    expect([moved, stayed]).toEqual([
      [{ id: good, headline: HEADLINE }],
      [
        {
          id: bad,
          headline: HEADLINE,
          why: expect.stringContaining(`${path}: the captured file is not as it was captured.`),
        },
      ],
    ])
    expect([await archived(), await readdir(join(to, 'evidence'))]).toEqual([[good], []])
  })

  it('gives the stories of before their heads again when the archive has lost its table', async () => {
    const [first, second] = [await spiked(desk), await spiked(desk)]
    await archive([first])
    const { heads } = await readKnownTrust(nodeFiles, to, 'archive-1')
    for (const name of ['heads.jsonl', 'heads.twin.jsonl']) await writeFile(join(to, name), '')
    await archive([second])
    expect((await readKnownTrust(nodeFiles, to, 'archive-1')).heads.get(first)).toEqual(heads.get(first))
    expect(heads.get(first)).toBeDefined()
  })

  it('is never made in the folder of a library, by whatever path', async () => {
    const story = await spiked(desk)
    const mine = join(desk.library.folder, 'mine')
    await mkdir(mine)
    const link = join(dirname(desk.library.folder), 'link')
    await symlink(mine, link)
    for (const place of [link, join(link, 'archive')]) {
      to = place
      expect(await outcome(archive([story]))).toBe(
        `refused: ${to} is inside a library. An archive needs its own folder. Nothing was moved.`,
      )
    }
    expect(await readdir(mine)).toEqual([])
    expect(await readdir(join(desk.library.folder, 'stories'))).toEqual([story])
  })

  it('is read when one copy of its marker is damaged', async () => {
    const [first, second] = [await spiked(desk), await spiked(desk)]
    await archive([first])
    const marker = join(to, 'archive.json')
    await writeFile(marker, (await readFile(marker, 'utf8')).replace('archive-1', 'archive-2'))
    expect(await archived()).toEqual([first])
    expect((await archive([second])).archive).toBe('archive-1')
    expect(await archived()).toEqual([first, second])
  })
})
