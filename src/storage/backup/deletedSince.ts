/** Which stories of a backup were deleted after it was made, as far as later backups and the library know. */
import { join } from 'node:path'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { tombstonesOf, type Tombstone } from '../../story/ledger/tombstones'
import type { FileLayer } from '../disk/fileLayer'
import { libraryRecords } from '../records/libraryRecords'
import { entriesOn } from '../story/ledger/ledgerEnds'
import { LEDGER_FILE } from '../story/ledger/ledgerFile'
import type { BackupFolder, BackupList, BackupName } from './backupFolder'

export interface SinceBackup {
  readonly files: FileLayer
  readonly backup: BackupFolder
  readonly list: BackupList
  /** Backups that were made later, oldest first. */
  readonly later: readonly BackupName[]
}

/**
 * The tombstones are read and not verified: they only lead to a question. What cannot be read asks nothing, since the
 * backup is what is left then.
 */
export async function deletedSince(asked: SinceBackup): Promise<readonly Tombstone[]> {
  const { files, backup, list, later } = asked
  const inBackup = new Set(list.files.flatMap(({ path }) => /^stories\/([^/]+)\//.exec(path)?.[1] ?? []))
  const known = new Map<string, Tombstone>()
  for (const entries of [await ofLibrary(asked), await ofNewest(files, backup, later)])
    for (const [id, tombstone] of tombstonesOf(entries)) if (inBackup.has(id)) known.set(id, tombstone)
  return [...known.values()]
}

/** The list of the newest of these backups that has a readable one. */
export async function newestOf(backup: BackupFolder, later: readonly BackupName[]): Promise<BackupList | undefined> {
  for (const name of later.toReversed()) {
    const list = await backup.list(name).catch(() => undefined)
    if (list) return list
  }
  return undefined
}

/** Whether the library itself is still where the backup was made. */
export const isInItsPlace = async ({ files, list: { place, library } }: SinceBackup): Promise<boolean> => {
  const { present } = await libraryRecords(files, place)
    .library.survey()
    .catch(() => ({ present: undefined }))
  return present?.id === library
}

async function ofNewest(
  files: FileLayer,
  backup: BackupFolder,
  later: readonly BackupName[],
): Promise<readonly LedgerEntry[]> {
  for (const name of later.toReversed()) {
    const found = await backup.list(name).then(
      async (list) => {
        const ledger = list.files.find(({ path }) => path === LEDGER_FILE)
        return ledger ? entriesOn(await files.readAll(backup.contentPath(ledger.sha256))) : []
      },
      () => undefined,
    )
    if (found) return found
  }
  return []
}

async function ofLibrary(asked: SinceBackup): Promise<readonly LedgerEntry[]> {
  if (!(await isInItsPlace(asked))) return []
  const bytes = await asked.files.readAll(join(asked.list.place, LEDGER_FILE)).catch(() => undefined)
  return bytes ? entriesOn(bytes) : []
}
