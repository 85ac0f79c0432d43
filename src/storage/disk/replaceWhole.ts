import { dirname } from 'node:path'
import { removeLeftover, temporaryName, writeNewFile } from './durableFile'
import type { FileLayer } from './fileLayer'

/**
 * Replaces a file as a whole, and makes its folder. A reader sees the complete old file or the complete new one, also
 * after a power cut.
 */
export async function replaceWhole(files: FileLayer, path: string, bytes: Uint8Array): Promise<void> {
  await files.makeFolder(dirname(path))
  const temporary = temporaryName(path)
  try {
    await writeNewFile(files, temporary, bytes)
    await files.rename(temporary, path)
  } catch (error) {
    await removeLeftover(files, temporary)
    throw error
  }
  await files.syncFolder(dirname(path))
}
