/** How far the making of a library has come, told by what is in its folder. */
import { join } from 'node:path'
import { IGNORED_FILES } from '../disk/ignoredFiles'
import { DurableFile, TEMPORARY } from '../disk/durableFile'
import { isMissing, type FileLayer } from '../disk/fileLayer'
import { isLockFile } from '../owner/libraryLock'
import { DurableRecord } from '../records/durableRecord'
import { isRosterRecord, isSourcesRecord } from '../records/shapes'
import { StorageError } from '../disk/storyStore'
import { NOTHING_CHANGED, storageErrorFrom } from '../disk/storageError'

/**
 * 'made': library.json is there. 'empty': nothing is. 'begun': the making was cut off, and nobody wrote anything into it since.
 * 'unmarked': a library that lost its library.json. 'other': things that are no part of a library.
 */
export type LibraryState = 'made' | 'empty' | 'begun' | 'unmarked' | 'other'

const MARKERS: readonly string[] = ['library.json', 'library.json.prev']
/** What stands in a folder before library.json does. */
const MADE_BEFORE: readonly string[] = ['stories', 'evidence', 'roster.json', 'sources.json']

/** Rejects with StorageError when the folder or one of its records cannot be read; a missing folder is empty. */
export async function libraryState(files: FileLayer, folder: string): Promise<LibraryState> {
  const names = (await namesIn(files, folder)).filter(
    (name) => !IGNORED_FILES.has(name) && !isLockFile(name) && !name.endsWith(TEMPORARY),
  )
  if (names.some((name) => MARKERS.includes(name))) return 'made'
  if (names.length === 0) return 'empty'
  if (await isBegun(files, folder, names)) return 'begun'
  return names.some((name) => name !== 'evidence' && MADE_BEFORE.includes(name)) ? 'unmarked' : 'other'
}

/** Its folders are empty, and nobody but whoever made it is on the roster. */
async function isBegun(files: FileLayer, folder: string, names: readonly string[]): Promise<boolean> {
  if (!names.includes('stories') || names.some((name) => !MADE_BEFORE.includes(name))) return false
  for (const inner of ['stories', 'evidence']) if ((await namesIn(files, join(folder, inner))).length > 0) return false
  const roster = await new DurableRecord(
    new DurableFile(files, join(folder, 'roster.json'), 'json', 'roster'),
    isRosterRecord,
  ).readIfThere()
  const sources = await new DurableRecord(
    new DurableFile(files, join(folder, 'sources.json'), 'json', 'sources'),
    isSourcesRecord,
  ).readIfThere()
  return (roster?.people.length ?? 0) <= 1 && (sources?.sources.length ?? 0) === 0
}

/** Those that make a library where there is none. */
export const CREATING_COMMANDS = '“stet import FILE” or “stet roster add NAME”'

/** Why such a folder is not opened as it stands. */
export const LIBRARY_STATE_ERRORS: Readonly<Record<Exclude<LibraryState, 'made'>, (folder: string) => StorageError>> = {
  empty: (folder) =>
    new StorageError(
      folder,
      'there is no library here',
      NOTHING_CHANGED,
      'Plug the drive in again, or choose where a new library is to be made.',
      'ENOENT',
    ),
  begun: (folder) =>
    new StorageError(
      folder,
      'the making of this library was interrupted, and it is not finished',
      'Nothing is lost: nothing was written into it yet.',
      `Start Stet on it, or run ${CREATING_COMMANDS}: that finishes it.`,
      'UNFINISHED',
    ),
  unmarked: (folder) =>
    new StorageError(
      folder,
      'library.json is missing, so this library cannot be opened',
      'The stories in it are untouched.',
      'Put library.json back from a backup; run “stet doctor”.',
      'NOMARKER',
    ),
  other: (folder) =>
    new StorageError(
      folder,
      'the folder holds other things and is no library',
      NOTHING_CHANGED,
      'Choose an empty folder, or a new name.',
      'NOTEMPTY',
    ),
}

async function namesIn(files: FileLayer, folder: string): Promise<readonly string[]> {
  try {
    return await files.list(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw storageErrorFrom(error, folder, NOTHING_CHANGED)
  }
}
