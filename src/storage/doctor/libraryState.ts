/** Tells from the files in a folder whether it holds a library. */
import { join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import { IGNORED_FILES } from '../disk/ignoredFiles'
import { TEMPORARY } from '../disk/durableFile'
import type { FileLayer } from '../disk/fileLayer'
import { isLockFile } from '../owner/libraryLock'
import { libraryRecords } from '../records/libraryRecords'
import { StorageError } from '../disk/storageError'
import { namesInFolder } from './namesInFolder'

/**
 * 'made': library.json is there. 'empty': no file is. 'begun': making it was interrupted, and nobody wrote into it
 * since. 'unmarked': a library that lost its library.json. 'other': files that are no part of a library.
 */
export type LibraryState = 'made' | 'empty' | 'begun' | 'unmarked' | 'other'

const MARKERS: readonly string[] = ['library.json', 'library.json.twin', 'library.json.prev']
/** What a new library has before library.json is written. */
const MADE_BEFORE: readonly string[] = [
  'stories',
  'evidence',
  'roster.json',
  'roster.json.twin',
  'sources.json',
  'sources.json.twin',
]

/** A missing folder is 'empty'. Rejects with StorageError when the folder or one of its records cannot be read. */
export async function libraryState(files: FileLayer, folder: string): Promise<LibraryState> {
  const names = (await namesInFolder(files, folder)).filter(
    (name) => !IGNORED_FILES.has(name) && !isLockFile(name) && !name.endsWith(TEMPORARY),
  )
  if (names.some((name) => MARKERS.includes(name))) return 'made'
  if (names.length === 0) return 'empty'
  if (await isBegun(files, folder, names)) return 'begun'
  return names.some((name) => name !== 'evidence' && MADE_BEFORE.includes(name)) ? 'unmarked' : 'other'
}

/** True when its folders are empty, and at most the person who made it is on the roster. */
async function isBegun(files: FileLayer, folder: string, names: readonly string[]): Promise<boolean> {
  if (!names.includes('stories') || names.some((name) => !MADE_BEFORE.includes(name))) return false
  for (const inner of ['stories', 'evidence'])
    if ((await namesInFolder(files, join(folder, inner))).length > 0) return false
  const records = libraryRecords(files, folder)
  const [roster, sources] = [await records.roster.readIfThere(), await records.sources.readIfThere()]
  return (roster?.people.length ?? 0) <= 1 && (sources?.sources.length ?? 0) === 0
}

const CODES = { empty: 'ENOENT', begun: 'UNFINISHED', unmarked: 'NOMARKER', other: 'NOTEMPTY' } as const

/** Why a folder in this state is not opened. */
export const libraryStateError = (state: Exclude<LibraryState, 'made'>, folder: string): StorageError =>
  new StorageError(
    folder,
    storageText(`libraryState.${state}.what`),
    storageText(`libraryState.${state}.safe`),
    storageText(`libraryState.${state}.next`),
    CODES[state],
  )
