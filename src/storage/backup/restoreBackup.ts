/** Makes a library from a backup in a new folder. It overwrites nothing. */
import { dirname, join, resolve, sep } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import { BackupFolder, writeVerified, type BackupList, type BackupName } from './backupFolder'
import type { Tombstone } from '../../story/ledger/tombstones'
import { deletedSince } from './deletedSince'
import { killedSince, type KilledSince } from './killedSince'
import { defined } from '../../story/text/defined'
import { IGNORED_FILES } from '../disk/ignoredFiles'
import { temporaryName } from '../disk/durableFile'
import { errorCode, isMissing, nodeFiles, type FileLayer } from '../disk/fileLayer'
import { StorageError, storageErrorFrom } from '../disk/storageError'
import { libraryRecords } from '../records/libraryRecords'
import { backupsError, newFolderError, nothingMade } from './restoreErrors'
import { localDay } from '../../story/text/format/localMinute'

export interface RestoreOptions {
  /** The folder that was chosen for backups. */
  readonly folder: string
  /** Folder of the new library. It is missing or empty. */
  readonly to: string
  /** Number of the backup. Absent: the newest. */
  readonly number?: number
  /** Restores even if stories come back that were deleted after the backup was made. */
  readonly withDeleted?: boolean
  readonly files?: FileLayer
  readonly progress?: (progress: { readonly done: number; readonly of: number }) => void
  /** Aborted to stop: what was copied is deleted again. */
  readonly stopped?: AbortSignal
}

export interface Restored {
  readonly library: string
  readonly number: number
  readonly made: string
  readonly files: number
  /** Numbers of all backups in the folder. */
  readonly all: readonly number[]
  /** Ids of stories that were deleted after the backup was made, and are back. */
  readonly deleted: readonly string[]
  /** Stories that were killed after the backup was made, and are not killed here. */
  readonly killed: readonly KilledSince[]
  /** Folder of the library that was backed up, if it is still in its place. There are two of it now. */
  readonly original?: string
}

/**
 * Resolves when every file was read back and is as it was backed up. Rejects with StorageError, and then made
 * nothing.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { files = nodeFiles, number } = options
  const folder = resolve(options.folder)
  const library = resolve(options.to)
  const backup = await BackupFolder.at(files, folder).catch((error: unknown) => {
    throw backupsError(error, folder)
  })
  const all = await backup.backups().catch((error: unknown) => {
    throw backupsError(error, backup.home)
  })
  const name = number === undefined ? all.at(-1) : all.find((one) => one.number === number)
  if (!name)
    throw new StorageError(
      folder,
      number === undefined ? storageText('restore.noBackup') : storageText('restore.noSuchBackup', { number }),
      nothingMade(),
      all.length === 0
        ? storageText('restore.plugInOrNameFolder')
        : storageText('restore.thereAre', { numbers: numbersOf(all) }),
      'ENOENT',
    )
  const list = await backup.list(name).catch((error: unknown) => {
    throw damaged(error, all, name)
  })
  const later = all.filter((one) => one.number > name.number)
  const asked = { files, backup, list, later }
  const deleted = await deletedSince(asked)
  if (deleted.length > 0 && options.withDeleted !== true) throw bringsBack(backup.home, name, deleted)
  if (library === backup.home || library.startsWith(backup.home + sep)) throw insideBackups(library)
  await mustBeFree(files, library)
  const filling = temporaryName(library)
  try {
    await fill(files, backup, list, filling, options)
    options.stopped?.throwIfAborted()
    // Some systems do not rename over an empty folder.
    await files.removeEmptyFolder(library).catch((error: unknown) => {
      if (!isMissing(error)) throw error
    })
    await files.rename(filling, library)
    await files.syncFolder(dirname(library))
  } catch (error) {
    await files.removeFolder(filling).catch(() => undefined)
    if (options.stopped?.aborted && error === options.stopped.reason) throw stoppedBy(library)
    if (error instanceof StorageError && error.code === 'ROTTEN') throw damaged(error, all, name)
    throw NOT_EMPTY.has(errorCode(error)) ? notEmpty(library) : newFolderError(error, library)
  }
  const original = await stillThere(files, list, library)
  return {
    library,
    number: name.number,
    made: list.made,
    files: list.files.length,
    all: all.map((one) => one.number),
    deleted: deleted.map(({ story }) => story),
    killed: await killedSince(asked),
    ...defined({ original }),
  }
}

/** What systems say of a folder that has something in it. */
const NOT_EMPTY: ReadonlySet<string> = new Set(['ENOTEMPTY', 'EEXIST'])

const refusal = (path: string, what: string, next: string, code: string): StorageError =>
  new StorageError(path, what, nothingMade(), next, code)

const notEmpty = (library: string): StorageError =>
  refusal(library, storageText('restore.notEmpty'), storageText('restore.nameNewFolder'), 'NOTEMPTY')

/** The drive that loses one would lose the other. */
const insideBackups = (library: string): StorageError =>
  refusal(library, storageText('restore.insideBackups'), storageText('restore.nameElsewhere'), 'INSIDE')

const stoppedBy = (library: string): StorageError =>
  refusal(library, storageText('restore.stopped'), storageText('restore.runAgain'), 'STOPPED')

/** The folder of the library that was backed up, if it is still there. */
async function stillThere(
  files: FileLayer,
  { place, library: id }: BackupList,
  restored: string,
): Promise<string | undefined> {
  if (place === restored) return undefined
  const { present } = await libraryRecords(files, place)
    .library.survey()
    .catch(() => ({ present: undefined }))
  return present?.id === id ? place : undefined
}

/** Stories named in the error, so that it stays readable. */
const NAMED = 20

/** A deleted story comes back only if a person says so. */
function bringsBack(place: string, { number }: BackupName, deleted: readonly Tombstone[]): StorageError {
  const lines = deleted
    .slice(0, NAMED)
    .map(({ story, by, at }) => storageText('restore.deletedStory', { story, by, at: localDay(at) }))
  const more = deleted.length > NAMED ? [storageText('restore.moreDeleted', { count: deleted.length - NAMED })] : []
  return new StorageError(
    place,
    storageText('restore.bringsBack', {
      number,
      count: deleted.length,
      stories: [...lines, ...more].join(', '),
    }),
    nothingMade(),
    storageText('restore.withDeleted'),
    'DELETED',
  )
}

async function fill(
  files: FileLayer,
  backup: BackupFolder,
  list: BackupList,
  filling: string,
  { progress, stopped }: RestoreOptions,
): Promise<void> {
  const folders = new Set([filling, join(filling, 'stories'), join(filling, 'evidence')])
  for (const { path } of list.files)
    for (let above = dirname(join(filling, path)); above.length > filling.length; above = dirname(above))
      folders.add(above)
  for (const story of [...folders].filter((path) => dirname(path) === join(filling, 'stories')))
    folders.add(join(story, 'versions'))
  // One folder at a time: the error of the first one says what is wrong with the disk.
  for (const path of [...folders].sort()) await files.addFolder(path)
  let done = 0
  for (const { path, sha256 } of list.files) {
    const content = backup.contentPath(sha256)
    const rotten = (why: 'missing' | 'damaged'): StorageError =>
      new StorageError(
        content,
        storageText(why === 'missing' ? 'restore.contentMissing' : 'restore.contentDamaged', { path }),
        nothingMade(),
        storageText('restore.useOlder'),
        'ROTTEN',
      )
    const from = await files.open(content, 'read').catch((error: unknown) => {
      throw isMissing(error) ? rotten('missing') : backupsError(error, content)
    })
    const read = (start: number, length: number): Promise<Uint8Array> =>
      from.readAt(start, length).catch((error: unknown) => {
        throw backupsError(error, content)
      })
    try {
      const written = await writeVerified(files, join(filling, path), { read }, () => stopped?.throwIfAborted())
      if (written.sha256 !== sha256) throw rotten('damaged')
    } finally {
      await from.close()
    }
    progress?.({ done: ++done, of: list.files.length })
  }
  for (const path of folders) await files.syncFolder(path)
}

async function mustBeFree(files: FileLayer, library: string): Promise<void> {
  try {
    await files.list(dirname(library))
    const names = (await files.list(library)).filter((name) => !IGNORED_FILES.has(name))
    if (names.length > 0) throw notEmpty(library)
  } catch (error) {
    if (isMissing(error)) {
      await files.list(dirname(library)).catch((above: unknown) => {
        throw newFolderError(above, dirname(library))
      })
      return
    }
    throw newFolderError(error, library)
  }
}

function damaged(error: unknown, all: readonly BackupName[], { number }: BackupName): StorageError {
  const found = storageErrorFrom(error, '', nothingMade())
  const older = all.filter((one) => one.number < number)
  return new StorageError(
    found.path,
    found.what,
    nothingMade(),
    older.length === 0
      ? storageText('restore.noOlder')
      : storageText('restore.olderOnes', { numbers: numbersOf(older) }),
    found.code,
  )
}

const numbersOf = (backups: readonly BackupName[]): string => backups.map(({ number }) => number).join(', ')
