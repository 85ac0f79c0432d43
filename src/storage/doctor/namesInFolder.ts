import { storageText } from '../../catalogue/rooms/storage'
import { isMissing, type FileLayer } from '../disk/fileLayer'
import { storageErrorFrom } from '../disk/storageError'

/** The names in a folder. Empty: the folder is missing. Throws a StorageError when it cannot be read. */
export async function namesInFolder(files: FileLayer, folder: string): Promise<readonly string[]> {
  try {
    return await files.list(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw storageErrorFrom(error, folder, storageText('safe.nothingChanged'))
  }
}
