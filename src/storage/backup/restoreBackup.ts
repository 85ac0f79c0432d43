/** Makes a library out of a backup, in a new place: nothing that exists is written over. */
import { dirname, join, resolve } from 'node:path'
import { BackupFolder, writeVerified, type BackupList, type BackupName } from './backupFolder'
import { IGNORED_FILES } from '../disk/ignoredFiles'
import { temporaryName } from '../disk/durableFile'
import { isMissing, nodeFiles, type FileLayer } from '../disk/fileLayer'
import { StorageError } from '../disk/storyStore'
import { storageErrorFrom } from '../disk/storageError'

export interface RestoreOptions {
  /** Where the backups lie, as it was chosen for them. */
  readonly folder: string
  /** The new library's folder: not there yet, or empty. */
  readonly to: string
  /** Which backup; absent: the newest. */
  readonly number?: number
  readonly files?: FileLayer
  readonly progress?: (progress: { readonly done: number; readonly of: number }) => void
}

export interface Restored {
  readonly library: string
  readonly number: number
  readonly made: string
  readonly files: number
  /** Numbers of all backups there. */
  readonly all: readonly number[]
}

const NOTHING_MADE = 'Nothing was made, and the backups are untouched.'

/** Rejects with StorageError; then nothing was made. Resolves when every file was read back and is as it was backed up. */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { files = nodeFiles, number } = options
  const folder = resolve(options.folder)
  const library = resolve(options.to)
  const backup = await BackupFolder.at(files, folder).catch((error: unknown) => {
    throw storageErrorFrom(error, folder, NOTHING_MADE)
  })
  const all = await backup.backups().catch((error: unknown) => {
    throw storageErrorFrom(error, folder, NOTHING_MADE)
  })
  const name = number === undefined ? all.at(-1) : all.find((one) => one.number === number)
  if (!name)
    throw new StorageError(
      folder,
      number === undefined ? 'there is no backup here' : `there is no backup ${number} here`,
      NOTHING_MADE,
      all.length === 0
        ? 'Plug the drive in again, or name the folder that was chosen for backups.'
        : `There are: ${all.map((one) => one.number).join(', ')}.`,
      'ENOENT',
    )
  const list = await backup.list(name).catch((error: unknown) => {
    throw damaged(error, all, name)
  })
  await mustBeFree(files, library)
  const filling = temporaryName(library)
  try {
    await fill(files, backup, list, filling, options.progress)
    // An empty folder in its place: some systems do not rename over it.
    await files.removeEmptyFolder(library).catch((error: unknown) => {
      if (!isMissing(error)) throw error
    })
    await files.rename(filling, library)
    await files.syncFolder(dirname(library))
  } catch (error) {
    await files.removeFolder(filling).catch(() => undefined)
    throw error instanceof StorageError && error.code === 'ROTTEN'
      ? damaged(error, all, name)
      : storageErrorFrom(error, library, NOTHING_MADE)
  }
  return { library, number: name.number, made: list.made, files: list.files.length, all: all.map((one) => one.number) }
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
    const rotten = (why: string): StorageError =>
      new StorageError(content, `${path} ${why}`, NOTHING_MADE, 'Restore an older backup.', 'ROTTEN')
    const from = await files.open(content, 'read').catch((error: unknown) => {
      throw isMissing(error) ? rotten('is missing from the backup') : error
    })
    try {
      const written = await writeVerified(files, join(filling, path), {
        read: (start, length) => from.readAt(start, length),
      })
      if (written.sha256 !== sha256) throw rotten('is damaged in the backup')
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
        'there is something here already',
        NOTHING_MADE,
        'Name a folder that is not there yet.',
        'NOTEMPTY',
      )
  } catch (error) {
    if (isMissing(error)) {
      await files.list(dirname(library)).catch((above: unknown) => {
        throw storageErrorFrom(above, dirname(library), NOTHING_MADE)
      })
      return
    }
    throw storageErrorFrom(error, library, NOTHING_MADE)
  }
}

function damaged(error: unknown, all: readonly BackupName[], { number }: BackupName): StorageError {
  const found = storageErrorFrom(error, '', NOTHING_MADE)
  const older = all.filter((one) => one.number < number).map((one) => one.number)
  return new StorageError(
    found.path,
    found.what,
    NOTHING_MADE,
    older.length === 0 ? 'There is no older backup here.' : `Restore an older one with --number: ${older.join(', ')}.`,
    found.code,
  )
}
