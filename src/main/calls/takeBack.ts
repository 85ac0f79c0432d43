/** Stories come back from an archive that a person chose: it is opened here for reading, and lists its stories. */
import { resolve } from 'node:path'
import { dialog } from 'electron'
import { mainText } from '../../catalogue/rooms/main'
import type { Calls } from '../../ipc/contract'
import { clockFrom } from '../../newsroom/environment/clock'
import { randomIds } from '../../newsroom/environment/ids'
import { runAction } from '../../newsroom/runAction'
import { Newsroom } from '../../newsroom/state/newsroom'
import { nodeFiles } from '../../storage/disk/fileLayer'
import { openLibrary } from '../../storage/openLibrary'
import { archiveMarker } from '../../storage/records/archiveMarker'
import { libraryRecords } from '../../storage/records/libraryRecords'
import { indexFolder } from '../../storage/storyIndex/file/indexFolder'
import { NewsroomError } from '../../story/requests/requests'
import { defined } from '../../story/text/defined'
import type { WindowSession } from '../windows/windows'

/** Stories that one answer lists. */
const LISTED = 100

/**
 * Asks the person for the folder of an archive of this library, and opens it for reading. A page never names a folder.
 * Rejects with StorageError or NewsroomError if it is none or cannot be read; the archive of before is closed then.
 */
export async function chooseTakeBack(
  newsroom: Newsroom,
  session: WindowSession,
): Promise<Calls['chooseTakeBack']['answer']> {
  const {
    canceled,
    filePaths: [chosen],
  } = await dialog.showOpenDialog(session.window, {
    title: mainText('openArchive.title'),
    buttonLabel: mainText('openArchive.open'),
    properties: ['openDirectory'],
  })
  if (canceled || chosen === undefined) return {}
  await endTakeBack(session)
  const folder = resolve(chosen)
  const marker = await archiveMarker(nodeFiles, folder).readIfThere()
  if (!marker) throw new NewsroomError('refused', mainText('openArchive.none', { folder }))
  const { id } = await libraryRecords(nodeFiles, newsroom.store.place).library.read()
  if (marker.of !== id) throw new NewsroomError('refused', mainText('takeBack.otherLibrary', { folder }))
  const archive = await openToRead(folder)
  // Another archive was chosen, or the window closed, while this one opened.
  if (session.takesFrom || session.window.isDestroyed()) {
    await archive.close()
    return {}
  }
  session.takesFrom = { folder, archive }
  return { folder }
}

async function openToRead(folder: string): Promise<Newsroom> {
  const clock = clockFrom(process.env['STET_NOW'])
  const now = (): string => clock.now()
  const store = await openLibrary({ folder, lock: 'none', now, newId: () => '' })
  try {
    const index = { folder: indexFolder(store.place), ahead: true }
    return await Newsroom.open({ store, clock, ids: randomIds, index })
  } catch (error) {
    await store.close()
    throw error
  }
}

/** The stories of the chosen archive, newest change first, and whether the library has each of them again. */
export async function archivedStories(
  newsroom: Newsroom,
  by: string,
  { takesFrom }: WindowSession,
  { query }: Calls['archivedStories']['request'],
): Promise<Calls['archivedStories']['answer']> {
  const { archive } = chosen(takesFrom)
  const request = { offset: 0, limit: LISTED, flat: true, ...defined({ query: query || undefined }) }
  const { rows, total, indexing, problem } = await runAction(archive, by, 'story.page', request)
  return {
    stories: rows.map(({ id, headline, slug, stage, updated, unavailable }) => ({
      ...{ id, headline, slug, stage, updated },
      isHere: !newsroom.deleted.has(id),
      ...defined({ unavailable }),
    })),
    total,
    ...defined({ indexing, problem }),
  }
}

/** Copies one story of the chosen archive back, as `stet take-back --from` does. */
export function takeBackStory(
  newsroom: Newsroom,
  by: string,
  { takesFrom }: WindowSession,
  { story }: Calls['takeBackStory']['request'],
): Promise<Calls['takeBackStory']['answer']> {
  return runAction(newsroom, by, 'story.takeBack', { story, from: chosen(takesFrom).folder })
}

/** Closes the archive that was chosen in this window, if one was. Its drive can be unplugged then. */
export async function endTakeBack(session: WindowSession): Promise<Record<string, never>> {
  const { takesFrom } = session
  delete session.takesFrom
  await takesFrom?.archive.close()
  return {}
}

function chosen(takesFrom: WindowSession['takesFrom']): NonNullable<WindowSession['takesFrom']> {
  if (!takesFrom) throw new NewsroomError('usage', mainText('saveToFolder.noFolder'))
  return takesFrom
}
