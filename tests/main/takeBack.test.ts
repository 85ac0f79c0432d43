/** “Take stories back from an archive…” reads the archive that a person chose, and copies stories from there. */
import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CALL_PARSERS } from '../../src/ipc/callParsers'
import { archivedStories, chooseTakeBack, endTakeBack, takeBackStory } from '../../src/main/calls/takeBack'
import type { WindowSession } from '../../src/main/windows/windows'
import { nodeFiles } from '../../src/storage/disk/fileLayer'
import { archiveMarker } from '../../src/storage/records/archiveMarker'
import { deletionDesk, spiked, type DeletionDesk } from '../newsroom/library/deleting/deletionDesk'

const host = vi.hoisted(() => ({ answer: { canceled: false, filePaths: [] as string[] } }))
vi.mock('electron', () => ({ dialog: { showOpenDialog: () => Promise.resolve(host.answer) } }))

let desk: DeletionDesk
let to: string
let session: WindowSession
const choose = (folder: string) => {
  host.answer = { canceled: false, filePaths: [folder] }
  return chooseTakeBack(desk.room, session)
}
const listed = (query = '') => archivedStories(desk.room, 'Editor', session, { query })

beforeEach(async () => {
  desk = await deletionDesk()
  to = join(dirname(desk.library.folder), 'archive')
  session = { window: { isDestroyed: () => false } } as WindowSession
  vi.stubEnv('XDG_CACHE_HOME', join(dirname(desk.library.folder), 'cache'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await endTakeBack(session)
  await desk.room.close()
  await desk.library.remove()
})

/** Two stories in the archive. */
async function archived(): Promise<readonly [string, string]> {
  const stories = [await spiked(desk), await spiked(desk, 'Ferry sails\n\nIt sails at noon.\n')] as const
  await desk.room.settleAll()
  await desk.act('Editor', 'story.archive', { stories, before: '2026-10-31T00:00:00.000Z', to })
  return stories
}

test('the archive lists its stories and those of a query, and a story comes back once', async () => {
  const [busan, ferry] = await archived()
  expect(await choose(to)).toEqual({ folder: to })
  const { stories, ...all } = await listed()
  expect([stories.map(({ id, stage, isHere }) => [id, stage, isHere]).toSorted(), all]).toEqual([
    [[busan, 'spiked', false] as const, [ferry, 'spiked', false] as const].toSorted(),
    { total: 2 },
  ])
  expect((await listed('noon')).stories.map(({ id }) => id)).toEqual([ferry])
  const takeBack = (by: string) => takeBackStory(desk.room, by, session, { story: ferry })
  await expect(takeBack('Reporter')).rejects.toThrow(/^Only an editor can delete a story/u)
  expect(await takeBack('Editor')).toMatchObject({ headline: stories.find(({ id }) => id === ferry)?.headline })
  await expect(takeBack('Editor')).rejects.toThrow(`The story ${ferry} was neither deleted nor moved to an archive.`)
  expect((await listed()).stories.find(({ id }) => id === ferry)?.isHere).toBe(true)
  expect(await readdir(join(desk.library.folder, 'stories'))).toEqual([ferry])
})

test('only an archive of this library opens, and one that was closed lists nothing', async () => {
  await archived()
  await expect(listed()).rejects.toThrow('Choose a folder first.')
  await expect(choose(desk.library.folder)).rejects.toThrow('is not an archive: it has no archive.json.')
  const away = join(dirname(desk.library.folder), 'away')
  await mkdir(away)
  await archiveMarker(nodeFiles, away).write({ id: 'a', of: 'another', made: '2026-10-30T09:00:00.000Z' })
  await expect(choose(away)).rejects.toThrow(`${away} is the archive of another library. Nothing was changed.`)
  host.answer = { canceled: true, filePaths: [] }
  expect([await chooseTakeBack(desk.room, session), session.takesFrom]).toEqual([{}, undefined])
  await choose(to)
  await endTakeBack(session)
  await expect(listed()).rejects.toThrow('Choose a folder first.')
})

test('a window that closes while the archive opens leaves none open', async () => {
  await archived()
  session = { window: { isDestroyed: () => true } } as WindowSession
  expect([await choose(to), session.takesFrom]).toEqual([{}, undefined])
})

test('a page that names a folder is not understood', () => {
  const understood = (name: 'chooseTakeBack' | 'archivedStories' | 'takeBackStory', request: unknown) =>
    CALL_PARSERS[name]().safeParse(request).success
  expect([
    understood('chooseTakeBack', {}),
    understood('chooseTakeBack', { folder: '/old' }),
    understood('archivedStories', { query: '' }),
    understood('archivedStories', { query: '', folder: '/old' }),
    understood('takeBackStory', { story: 's1' }),
    understood('takeBackStory', { story: 's1', from: '/old' }),
  ]).toEqual([true, false, true, false, true, false])
})
