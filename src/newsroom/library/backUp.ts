import { dirname } from 'node:path'
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { NewsroomError, type BackupMade, type RequestOf } from '../../story/requests/requests'
import { messageOf } from '../../story/text/messageOf'
import { libraryAround } from '../files/libraryAround'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'

/**
 * Copies the library through the process that owns it, so that the files of each story belong together. A folder that
 * has lost the backups that were made in it is refused: its drive may be unplugged.
 */
export const backUpLibrary: Action<'library.backUp'> = (room, _by, request) => backUp(room, request)

/**
 * Makes a backup that is due, to the folder that a person chose once. No person acts, so it is made even after that
 * person left the desk or lost the PIN. Rejects as `backUpLibrary` does.
 */
export const backUpByItself = (room: Newsroom, request: RequestOf<'library.backUp'>): Promise<BackupMade> =>
  room.during(() => backUp(room, request))

async function backUp(room: Newsroom, { begin = false, ...request }: RequestOf<'library.backUp'>): Promise<BackupMade> {
  await refuseInsideLibrary(request.to)
  const { libraryKey } = room.library
  const used = libraryKey === undefined ? undefined : room.usedFolders
  const known = request.known === true || (await used?.has(libraryKey ?? '', request.to)) === true
  const made = await room.backUp({ ...request, known: known && !begin })
  try {
    await used?.add(libraryKey ?? '', request.to, made)
    return made
  } catch (error) {
    // The backup is whole. Only the guard of the next one is missing.
    return { ...made, notes: [...made.notes, newsroomText('backup.notRemembered', { why: messageOf(error) })] }
  }
}

/**
 * Follows links. A backup inside the library would be lost with it, and its file lists would make every captured file
 * look used.
 */
async function refuseInsideLibrary(to: string): Promise<void> {
  if ((await libraryAround(to)) !== undefined || (await libraryAround(dirname(to))) !== undefined)
    throw new NewsroomError('failed', newsroomText('backup.insideLibrary', { folder: to }))
}
