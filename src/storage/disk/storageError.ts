/** The error that storage tells people, and how what the file system says becomes one. */
import { storageText } from '../../catalogue/rooms/storage'
import { errorCode } from './fileLayer'
import { messageOf } from '../../story/text/messageOf'

/** An error for people: which file, what went wrong, what is safe, what to do next. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
  constructor(
    readonly path: string,
    /** What went wrong, one clause: "the disk is full". */
    readonly what: string,
    /** What is safe. */
    readonly safe: string,
    /** What to do next. */
    readonly next: string,
    readonly code?: string,
  ) {
    super(`${path}: ${what}. ${safe} ${next}`)
  }
}

/** Codes that have words of their own: of Node, and ENDED and DAMAGED of this room. */
const KNOWN = [
  'ENOSPC',
  'EDQUOT',
  'EIO',
  'EROFS',
  'EACCES',
  'ENOENT',
  'ENODEV',
  'ENOTDIR',
  'EMFILE',
  'ENDED',
  'DAMAGED',
] as const
type Known = (typeof KNOWN)[number]
const ALIASES: Readonly<Record<string, Known>> = {
  EPERM: 'EACCES',
  ENXIO: 'ENODEV',
  // A drive of the network that does not answer.
  ESTALE: 'ENODEV',
  EHOSTDOWN: 'ENODEV',
  EHOSTUNREACH: 'ENODEV',
  ENETDOWN: 'ENODEV',
  ENETUNREACH: 'ENODEV',
  ENOTCONN: 'ENODEV',
  ETIMEDOUT: 'ENODEV',
}

/** The code that has words of its own and means the same. */
export const knownCode = (code: string): Known | undefined => ALIASES[code] ?? KNOWN.find((one) => one === code)

/** A StorageError for `error`, or `error` itself if it is one. `safe`: one sentence on what still holds. */
export function storageErrorFrom(error: unknown, path: string, safe: string): StorageError {
  if (error instanceof StorageError) return error
  const code = errorCode(error)
  const said = knownCode(code)
  const what = said ? storageText(`cause.${said}`) : messageOf(error)
  const next = said ? storageText(`cure.${said}`) : storageText('next.tryAgain')
  const shown = new StorageError(path, what, safe, next, code || undefined)
  shown.cause = error
  return shown
}

export const isStorageError = (error: unknown, code: string): boolean =>
  error instanceof StorageError && error.code === code
