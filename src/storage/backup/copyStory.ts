/** Copies the folder of a story, and captured files, between a library and its archive. Everything is read back. */
import { join } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import { removeLeftover, TEMPORARY, temporaryName } from '../disk/durableFile'
import { errorCode, isMissing, type FileLayer } from '../disk/fileLayer'
import { hashFile } from '../disk/crypto/hashFile'
import { IGNORED_FILES } from '../disk/ignoredFiles'
import { severalAtOnce } from '../disk/severalAtOnce'
import { StorageError } from '../disk/storageError'
import { isLockFile } from '../owner/libraryLock'
import { SNAPSHOT_FOLDER } from '../story/snapshotFiles'
import { bytesToRead, writeVerified } from './backupFolder'

export type FoundFiles = ReadonlyMap<string, Uint8Array>

/** The files in a folder by name, not those in folders below it. */
export async function filesIn(
  files: FileLayer,
  folder: string,
  wanted: (name: string) => boolean = () => true,
): Promise<FoundFiles> {
  const found = new Map<string, Uint8Array>()
  for (const name of [...(await files.list(folder))].sort()) {
    if (name.endsWith(TEMPORARY) || isLockFile(name) || IGNORED_FILES.has(name) || !wanted(name)) continue
    const bytes = await files.readAll(join(folder, name)).catch((error: unknown) => {
      // A folder, or a file that was removed since its folder was listed.
      if (errorCode(error) === 'EISDIR' || isMissing(error)) return undefined
      throw error
    })
    if (bytes) found.set(name, bytes)
  }
  return found
}

/**
 * A story is there with all its files or not at all. One that is there already is replaced. The files are on the disk,
 * the name of the story's folder is not: call syncFolder on the one around it, once for many stories.
 */
export async function placeStory(
  files: FileLayer,
  path: string,
  { still, snapshots }: { readonly still: FoundFiles; readonly snapshots: FoundFiles },
): Promise<void> {
  const filling = temporaryName(path)
  const inner = join(filling, SNAPSHOT_FOLDER)
  await files.addFolder(filling)
  await files.addFolder(inner)
  const wanted = [[filling, still] as const, [inner, snapshots] as const].flatMap(([folder, found]) =>
    [...found].map(([name, bytes]) => ({ to: join(folder, name), bytes })),
  )
  await severalAtOnce(wanted, ({ to, bytes }) => writeVerified(files, to, bytesToRead(bytes)))
  await files.syncFolder(inner)
  await files.syncFolder(filling)
  if (await hasFolder(files, path)) {
    const old = temporaryName(path)
    await files.rename(path, old)
    await files.removeFolder(old)
  }
  await files.rename(filling, path)
}

const hasFolder = (files: FileLayer, path: string): Promise<boolean> =>
  files.list(path).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false
      throw error
    },
  )

/** `safe`: what to say of a captured file that is not what was captured. It is not copied: a backup may help. */
export async function copyCaptured(
  files: FileLayer,
  {
    from,
    to,
    sha256,
    safe,
  }: { readonly from: string; readonly to: string; readonly sha256: string; readonly safe: string },
): Promise<void> {
  const path = join(to, sha256)
  const there = await hashFile(files, path).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  if (there?.sha256 === sha256) return
  const temporary = temporaryName(path)
  const file = await files.open(join(from, sha256), 'read')
  try {
    const written = await writeVerified(files, temporary, { read: (start, length) => file.readAt(start, length) })
    if (written.sha256 !== sha256)
      throw new StorageError(
        join(from, sha256),
        storageText('doctor.captureChanged'),
        safe,
        storageText('doctor.captureAgain'),
        'DAMAGED',
      )
    await files.rename(temporary, path)
  } catch (error) {
    await removeLeftover(files, temporary)
    throw error
  } finally {
    await file.close()
  }
  await files.syncFolder(to)
}
