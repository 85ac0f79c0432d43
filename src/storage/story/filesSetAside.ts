import { join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import type { FileLayer } from '../disk/fileLayer'
import { SET_ASIDE } from '../disk/damaged/setAside'
import { storageErrorFrom } from '../disk/storageError'
import type { SetAside } from '../disk/storyStore'

/** Bytes of one file that was set aside; a larger one is listed without its content. */
const LARGEST_SET_ASIDE = 1_000_000

/** The files of a story that could not be read and were set aside, oldest first. */
export async function filesSetAside(files: FileLayer, folder: string): Promise<readonly SetAside[]> {
  const names = await files.list(folder).catch((error: unknown) => {
    throw storageErrorFrom(error, folder, storageText('safe.nothingChanged'))
  })
  const found: SetAside[] = []
  for (const name of names.filter((other) => SET_ASIDE.test(other))) {
    const path = join(folder, name)
    const { modified, size } = await files.facts(path)
    found.push({
      name,
      at: new Date(modified).toISOString(),
      content: size > LARGEST_SET_ASIDE ? new Uint8Array() : Uint8Array.from(await files.readAll(path)),
    })
  }
  return found.sort((a, b) => (a.at < b.at ? -1 : 1))
}
