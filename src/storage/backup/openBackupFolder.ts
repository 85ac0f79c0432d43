import { basename, dirname, resolve, sep } from 'node:path'
import { storageText } from '../../catalogue/rooms/storage'
import type { FileLayer } from '../disk/fileLayer'
import { StorageError, isStorageError } from '../disk/storageError'
import type { BackUpRequest } from '../disk/storyStore'
import { BackupFolder, backupError, type BackupList } from './backupFolder'

/** Finds or makes the folder of backups, and the newest list that can be read in it. */
export async function openBackupFolder({
  files,
  folder,
  library,
  to,
  make = false,
  known = false,
}: BackUpRequest & { readonly files: FileLayer; readonly folder: string; readonly library: string }): Promise<{
  readonly backup: BackupFolder
  readonly last: BackupList | undefined
}> {
  const chosen = resolve(to)
  if (chosen === folder || chosen.startsWith(folder + sep))
    throw new StorageError(
      chosen,
      storageText('backup.insideLibrary'),
      storageText('backup.nothingChanged'),
      storageText('backup.chooseElsewhere'),
      'INSIDE',
    )
  try {
    // On some systems an unplugged drive takes its folder along.
    if (make && !known) await makeOne(files, chosen)
    const backup = await BackupFolder.at(files, chosen)
    const names = await backup.backups()
    if (known && names.length === 0)
      throw new StorageError(
        chosen,
        storageText('backup.gone'),
        storageText('backup.goneSafe'),
        storageText('backup.goneNext'),
        'GONE',
      )
    const last = await lastList(backup, names)
    if (last !== undefined && last.library !== library)
      throw new StorageError(
        backup.home,
        storageText('backup.otherLibrary', { place: last.place }),
        storageText('backup.nothingChanged'),
        storageText('next.otherFolder'),
        'OTHER',
      )
    await backup.prepare()
    return { backup, last }
  } catch (error) {
    throw backupError(error, chosen)
  }
}

/** Makes only the last folder of the path: the ones above may belong to an unplugged drive. */
async function makeOne(files: FileLayer, folder: string): Promise<void> {
  if ((await files.list(dirname(folder))).includes(basename(folder))) return
  await files.makeFolder(folder)
}

/** The list of the newest backup that can be read. */
async function lastList(
  backup: BackupFolder,
  names: Awaited<ReturnType<BackupFolder['backups']>>,
): Promise<BackupList | undefined> {
  for (const name of [...names].reverse()) {
    try {
      return await backup.list(name)
    } catch (error) {
      if (!isStorageError(error, 'DAMAGED') && !isStorageError(error, 'SHAPE')) throw error
    }
  }
  return undefined
}
