/** Makes a library from a backup in a new folder. It overwrites nothing. */
import { dirname, join, resolve } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import { BackupFolder, writeVerified, type BackupList, type BackupName } from './backupFolder'
import type { Tombstone } from '../../story/ledger/tombstones'
import { deletedSince } from './deletedSince'
import { IGNORED_FILES } from '../disk/ignoredFiles'
import { temporaryName } from '../disk/durableFile'
import { isMissing, nodeFiles, type FileLayer } from '../disk/fileLayer'
import { StorageError } from '../disk/storyStore'
import { storageErrorFrom } from '../disk/storageError'

export interface RestoreOptions {
  /** The folder that was chosen for backups. */
  readonly folder: string
  /** Folder of the new library. It is missing or empty. */
  readonly to: string
  /** Number of the backup. Absent: the newest. */
  readonly number?: number
  /** Also when stories come back with it that were deleted after it was made. */
  readonly withDeleted?: boolean
  readonly files?: FileLayer
  readonly progress?: (progress: { readonly done: number; readonly of: number }) => void
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
}

const nothingMade = (): string => storageText('restore.nothingMade')

/**
 * Resolves when every file was read back and is as it was backed up. Rejects with StorageError, and then made
 * nothing.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { files = nodeFiles, number } = options
  const folder = resolve(options.folder)
  const library = resolve(options.to)
  const backup = await BackupFolder.at(files, folder).catch((error: unknown) => {
    throw storageErrorFrom(error, folder, nothingMade())
  })
  const all = await backup.backups().catch((error: unknown) => {
    throw storageErrorFrom(error, folder, nothingMade())
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
  const deleted = await deletedSince({ files, backup, list, later })
  if (deleted.length > 0 && options.withDeleted !== true) throw bringsBack(backup.home, name, deleted)
  await mustBeFree(files, library)
  const filling = temporaryName(library)
  try {
    await fill(files, backup, list, filling, options.progress)
    // Some systems do not rename over an empty folder.
    await files.removeEmptyFolder(library).catch((error: unknown) => {
      if (!isMissing(error)) throw error
    })
    await files.rename(filling, library)
    await files.syncFolder(dirname(library))
  } catch (error) {
    await files.removeFolder(filling).catch(() => undefined)
    throw error instanceof StorageError && error.code === 'ROTTEN'
      ? damaged(error, all, name)
      : storageErrorFrom(error, library, nothingMade())
  }
  return {
    library,
    number: name.number,
    made: list.made,
    files: list.files.length,
    all: all.map((one) => one.number),
    deleted: deleted.map(({ story }) => story),
  }
}

/** Stories named in the error, so that it stays readable. */
const NAMED = 20

/** A deleted story comes back only if a person says so. */
function bringsBack(place: string, { number }: BackupName, deleted: readonly Tombstone[]): StorageError {
  const lines = deleted
    .slice(0, NAMED)
    .map(({ story, by, at }) => storageText('restore.deletedStory', { story, by, at: at.slice(0, 10) }))
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
  progress: RestoreOptions['progress'],
): Promise<void> {
  const folders = new Set([filling, join(filling, 'stories'), join(filling, 'evidence')])
  for (const { path } of list.files)
    for (let above = dirname(join(filling, path)); above.length > filling.length; above = dirname(above))
      folders.add(above)
  for (const story of [...folders].filter((path) => dirname(path) === join(filling, 'stories')))
    folders.add(join(story, 'versions'))
  for (const path of folders) await files.makeFolder(path)
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
      throw isMissing(error) ? rotten('missing') : error
    })
    try {
      const written = await writeVerified(files, join(filling, path), {
        read: (start, length) => from.readAt(start, length),
      })
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
    if (names.length > 0)
      throw new StorageError(
        library,
        storageText('restore.notEmpty'),
        nothingMade(),
        storageText('restore.nameNewFolder'),
        'NOTEMPTY',
      )
  } catch (error) {
    if (isMissing(error)) {
      await files.list(dirname(library)).catch((above: unknown) => {
        throw storageErrorFrom(above, dirname(library), nothingMade())
      })
      return
    }
    throw storageErrorFrom(error, library, nothingMade())
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
