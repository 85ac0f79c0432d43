/** Turns what the file system says into words for people. */
import { errorCode } from './fileLayer'
import { StorageError } from './storyStore'
import { messageOf } from '../../story/text/messageOf'

const WORDS: Readonly<Record<string, { readonly what: string; readonly next: string }>> = {
  ENOSPC: { what: 'the disk is full', next: 'Make room on the disk, then save again.' },
  EDQUOT: { what: 'your share of the disk is full', next: 'Make room, then save again.' },
  EIO: { what: 'the disk reports an error', next: 'Copy the library to another disk before you go on.' },
  EROFS: { what: 'the disk is read-only', next: 'Make the disk writable, or copy the library elsewhere.' },
  EACCES: { what: 'Stet is not allowed to use it', next: 'Give your account access to the library folder.' },
  EPERM: { what: 'Stet is not allowed to use it', next: 'Give your account access to the library folder.' },
  ENOENT: { what: 'it is not there', next: 'Plug the drive in again or put the file back from a backup.' },
  ENODEV: { what: 'the drive is gone', next: 'Plug the drive in again.' },
  ENXIO: { what: 'the drive is gone', next: 'Plug the drive in again.' },
  ENOTDIR: { what: 'it is a file, not a folder', next: 'Choose a folder.' },
  EMFILE: { what: 'too many files are open', next: 'Close some windows, then try again.' },
  ENDED: { what: 'the copying of this file has ended', next: 'Start again.' },
  DAMAGED: {
    what: 'it is damaged, and so is the copy before it',
    next: 'Put it back from a backup; run “stet doctor”.',
  },
}

export const NOTHING_CHANGED = 'Nothing was changed.'
export const STATE_BEFORE_HOLDS = 'Everything that was saved before is safe.'

/** Keeps a StorageError as it is; `safe` says what still holds. */
export function storageErrorFrom(error: unknown, path: string, safe: string): StorageError {
  if (error instanceof StorageError) return error
  const code = errorCode(error)
  const words = WORDS[code] ?? {
    what: messageOf(error),
    next: 'Try again; run “stet doctor” if it stays.',
  }
  const shown = new StorageError(path, words.what, safe, words.next, code || undefined)
  shown.cause = error
  return shown
}

export const isStorageError = (error: unknown, code: string): boolean =>
  error instanceof StorageError && error.code === code
