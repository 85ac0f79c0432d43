/**
 * The errors of a restore in words for people: each says what to do next on its side, the backups or the new folder.
 */
import { storageText } from '../../catalogue/rooms/storage'
import { StorageError, knownCode, storageErrorFrom } from '../disk/storageError'

/** What holds after every error of a restore. */
export const nothingMade = (): string => storageText('restore.nothingMade')

/** An error about the folder of backups. */
export const backupsError = (error: unknown, path: string): StorageError => said(error, path, nextForBackups)

/** An error about the folder of the new library. */
export const newFolderError = (error: unknown, path: string): StorageError => said(error, path, nextForNewFolder)

/** An error that has words already keeps them. */
function said(error: unknown, path: string, nextFor: (code: string) => string | undefined): StorageError {
  if (error instanceof StorageError) return error
  const { what, next, code } = storageErrorFrom(error, path, nothingMade())
  const shown = new StorageError(path, what, nothingMade(), nextFor(code ?? '') ?? next, code)
  shown.cause = error
  return shown
}

function nextForBackups(code: string): string | undefined {
  switch (knownCode(code)) {
    case 'EACCES':
      return storageText('restore.giveAccess')
    case 'EIO':
      return storageText('restore.copyBackups')
    case 'ENOENT':
    case 'ENODEV':
      return storageText('restore.plugInOrNameFolder')
    default:
      return undefined
  }
}

function nextForNewFolder(code: string): string | undefined {
  switch (knownCode(code)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return storageText('restore.makeRoom')
    case 'EROFS':
    case 'EACCES':
    case 'EIO':
      return storageText('restore.otherFolder')
    case 'ENOENT':
    case 'ENODEV':
      return storageText('restore.makeFolderFirst')
    default:
      return undefined
  }
}
