/** Keeps bytes that cannot be read under another name. */
import { dirname } from 'node:path'
import { storageText } from '../../../catalogue/rooms/storage'
import { writeNewFile } from '../durableFile'
import { errorCode, type FileLayer } from '../fileLayer'
import { storageErrorFrom } from '../storageError'

/**
 * Writes damaged bytes to a new file. A file of that name holds these bytes already, or it stays and the new one gets a
 * number.
 */
export async function quarantine(files: FileLayer, path: string, bytes: Uint8Array): Promise<void> {
  for (let place = path, number = 2; ; place = `${path}.${number++}`)
    try {
      return await addFile(files, place, bytes)
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw storageErrorFrom(error, place, storageText('safe.nothingChanged'))
      if (Buffer.compare(await files.readAll(place), bytes) === 0) return
    }
}

async function addFile(files: FileLayer, path: string, bytes: Uint8Array): Promise<void> {
  await writeNewFile(files, path, bytes)
  await files.syncFolder(dirname(path))
}

/** Cuts a file to its first `size` bytes, on the disk when it resolves. */
export async function cutTo(files: FileLayer, path: string, size: number): Promise<void> {
  const file = await files.open(path, 'change')
  try {
    await file.truncate(size)
    await file.sync()
  } finally {
    await file.close()
  }
}
