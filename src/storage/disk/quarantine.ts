/** What is done with bytes that cannot be read: kept under another name, then taken out of the way. */
import { dirname } from 'node:path'
import { writeNewFile } from './durableFile'
import { errorCode, type FileLayer } from './fileLayer'
import { NOTHING_CHANGED, storageErrorFrom } from './storageError'

/** Keeps damaged bytes for whoever wants to look at them; one that is there already is the same. */
export async function quarantine(files: FileLayer, path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeNewFile(files, path, bytes)
    await files.syncFolder(dirname(path))
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw storageErrorFrom(error, path, NOTHING_CHANGED)
  }
}

export async function cutTo(files: FileLayer, path: string, size: number): Promise<void> {
  const file = await files.open(path, 'change')
  try {
    await file.truncate(size)
    await file.sync()
  } finally {
    await file.close()
  }
}
