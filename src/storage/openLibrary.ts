/** Opens the library in a folder, or makes a new one. */
import { dirname, join, resolve } from 'node:path'
import { storageText } from '../catalogue/rooms/storage'
import { ContentFiles } from './disk/contentFiles'
import { FileStore } from './fileStore'
import type { Ownership } from './owner/libraryAccess'
import { archiveMarker } from './records/archiveMarker'
import { libraryRecords, type LibraryRecords } from './records/libraryRecords'
import { errorCode, isMissing, nodeFiles, type FileLayer } from './disk/fileLayer'
import { libraryState, libraryStateError } from './doctor/libraryState'
import { isKnownToLive, isLockFile, mayBeOwned, newToken, takeLock } from './owner/libraryLock'
import { answersBusy, NO_SOCKET, openOwnerSocket } from './owner/ownerSocket'
import { libraryStamp } from './storyIndex/file/libraryStamp'
import { TEMPORARY } from './disk/durableFile'
import { StorageError, storageErrorFrom } from './disk/storageError'
import { defined } from '../story/text/defined'

export interface OpenLibraryOptions {
  readonly folder: string
  /**
   * Makes a new library when the folder is missing or empty. Otherwise such a folder is an error: a drive may be
   * unplugged.
   */
  readonly create?: boolean
  /** 'take' (default): become the only writer, or reject with LibraryInUse. 'none': only read, beside any writer. */
  readonly lock?: 'take' | 'none'
  /** The first person on the roster of a new library, and its editor. */
  readonly person?: string
  /** ISO 8601 instant. */
  readonly now: () => string
  readonly newId: (kind: string) => string
  readonly files?: FileLayer
  /** A command: it owns the library for a moment and answers no requests. Other processes try again. */
  readonly brief?: boolean
}

/** Rejects with LibraryInUse or StorageError, and then has not changed the folder. */
export async function openLibrary(options: OpenLibraryOptions): Promise<FileStore> {
  const files = options.files ?? nodeFiles
  const folder = resolve(options.folder)
  const records = libraryRecords(files, folder)
  const takes = options.lock !== 'none'
  const found = libraryStamp(files, folder)
  const isNew = await mustBeMade(files, folder, options.create === true && takes)
  // Rejects a library of a newer Stet before anything is written.
  if (!isNew) await records.library.file.look()
  if (!takes) {
    mustHaveStories(files, folder)
    // Beside an owner, stories change under the same stamp.
    return new FileStore(files, folder, records, undefined, (await mayBeOwned(files, folder)) ? '' : found)
  }
  if (!isNew && (await archiveMarker(files, folder).readIfThere())) throw isArchive(folder)
  if (isNew) await makeFolder(files, folder)
  const ownership = await own(files, folder, options)
  let names: readonly string[]
  try {
    // Asked again under the lock: another process may have made the library meanwhile.
    if (isNew && (await mustBeMade(files, folder, true))) await fillLibrary(files, folder, records, options)
    names = await sweep(files, folder)
  } catch (error) {
    await ownership.socket?.stop()
    await ownership.lock.release()
    throw storageErrorFrom(error, folder, storageText('safe.nothingChanged'))
  }
  return new FileStore(files, folder, records, ownership, found, names)
}

/** The process that takes the library lists its stories. */
function mustHaveStories(files: FileLayer, folder: string): void {
  const stories = join(folder, 'stories')
  try {
    if (files.factsNow(stories) === undefined) throw Object.assign(new Error(stories), { code: 'ENOENT' })
  } catch (error) {
    throw storageErrorFrom(error, stories, storageText('safe.nothingChanged'))
  }
}

/** Nobody writes to an archive: what it says of people and sources stays what the library said. */
const isArchive = (folder: string): StorageError =>
  new StorageError(
    folder,
    storageText('archive.isOne'),
    storageText('safe.nothingChanged'),
    storageText('archive.takeOut'),
    'ARCHIVE',
  )

async function own(files: FileLayer, folder: string, options: OpenLibraryOptions): Promise<Ownership> {
  const token = newToken()
  // Where the system does not say whether a process is alive, its socket does.
  const socket = options.brief && isKnownToLive() ? undefined : await openOwnerSocket(token)
  try {
    const lock = await takeLock(files, folder, { token, socket: socket?.address ?? NO_SOCKET, at: options.now() })
    if (options.brief) socket?.answerWith(answersBusy)
    return { lock, ...defined({ socket }) }
  } catch (error) {
    await socket?.stop()
    throw error
  }
}

/** True: a new library has to be made, or its making finished. False: library.json is there. */
async function mustBeMade(files: FileLayer, folder: string, create: boolean): Promise<boolean> {
  const state = await libraryState(files, folder)
  if (state === 'made') return false
  if (create && (state === 'empty' || state === 'begun')) return true
  throw libraryStateError(state, folder)
}

async function makeFolder(files: FileLayer, folder: string): Promise<void> {
  try {
    await files.makeFolder(folder)
    await files.syncFolder(dirname(folder))
  } catch (error) {
    // A parent folder without read permission cannot be opened for fsync.
    if (errorCode(error) === 'EACCES' && !(await isMissingFolder(files, folder))) return
    throw storageErrorFrom(error, folder, storageText('safe.nothingChanged'))
  }
}

const isMissingFolder = (files: FileLayer, folder: string): Promise<boolean> =>
  files.list(folder).then(() => false, isMissing)

/**
 * Writes library.json last: its presence makes the folder a library. The stories' folder is first: a folder that has
 * anything else without it is not taken for one that was begun.
 */
async function fillLibrary(
  files: FileLayer,
  folder: string,
  records: LibraryRecords,
  options: OpenLibraryOptions,
): Promise<void> {
  await files.makeFolder(join(folder, 'stories'))
  await files.syncFolder(folder)
  await files.makeFolder(join(folder, 'evidence'))
  await records.roster.write({ people: options.person ? [{ name: options.person, role: 'editor' }] : [] })
  await records.sources.write({ sources: [] })
  await records.library.write({ id: options.newId('library'), created: options.now(), settings: { deskOfOne: false } })
}

/** Deletes what a crash left half-written. Resolves with the names in the folder of the stories. */
async function sweep(files: FileLayer, folder: string): Promise<readonly string[]> {
  await files.makeFolder(join(folder, 'evidence'))
  await new ContentFiles(files, join(folder, 'evidence')).sweep()
  for (const name of await files.list(folder)) {
    // Not those of locks: another process may be writing one at this moment.
    if (name.startsWith('.') && name.endsWith(TEMPORARY) && !isLockFile(name)) await files.remove(join(folder, name))
  }
  const stories = join(folder, 'stories')
  const names = await files.list(stories)
  for (const name of names) {
    if (name.startsWith('.') && name.endsWith(TEMPORARY)) await files.removeFolder(join(stories, name))
  }
  return names
}
