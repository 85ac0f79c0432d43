import type { KnownBackups } from '../../story/requests/requests'
import { nodeFiles, type FileLayer } from '../disk/fileLayer'
import { archiveMarker } from '../records/archiveMarker'
import { libraryRecords } from '../records/libraryRecords'
import type { UsedFolders } from './usedFolders'

/**
 * What this computer knows of the backups of a library that is not open. Undefined if nobody can tell which library
 * the folder has, and for an archive, which is not backed up.
 */
export async function knownBackups(
  folder: string,
  used: UsedFolders,
  now: string,
  files: FileLayer = nodeFiles,
): Promise<KnownBackups | undefined> {
  const libraryKey = await keyOf(files, folder).catch(() => undefined)
  return libraryKey === undefined ? undefined : used.known(libraryKey, now)
}

async function keyOf(files: FileLayer, folder: string): Promise<string | undefined> {
  if (await archiveMarker(files, folder).readIfThere()) return undefined
  return (await libraryRecords(files, folder).library.survey()).present?.libraryKey
}
