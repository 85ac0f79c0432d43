import { storageText } from '../../catalogue/rooms/storage'
import { TEMPORARY } from '../disk/durableFile'
import type { FileLayer } from '../disk/fileLayer'
import { storageErrorFrom } from '../disk/storageError'

/** Names in the folder `stories`, without those of stories that are being made or deleted. */
export async function storyNames(files: Pick<FileLayer, 'list'>, folder: string): Promise<readonly string[]> {
  try {
    return (await files.list(folder)).filter((name) => !name.endsWith(TEMPORARY))
  } catch (error) {
    throw storageErrorFrom(error, folder, storageText('safe.nothingChanged'))
  }
}
