/** Which stories of a backup were deleted after it was made, as far as later backups and the library know. */
import { join } from 'node:path'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { tombstonesOf, type Tombstone } from '../../story/ledger/tombstones'
import type { FileLayer } from '../disk/fileLayer'
import { libraryRecords } from '../records/libraryRecords'
import { entriesOn } from '../story/ledger/ledgerEnds'
import { LEDGER_FILE } from '../story/ledger/ledgerFile'
import type { BackupFolder, BackupList, BackupName } from './backupFolder'

interface Asked {
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
export async function deletedSince({ files, backup, list, later }: Asked): Promise<readonly Tombstone[]> {
  const inBackup = new Set(list.files.flatMap(({ path }) => /^stories\/([^/]+)\//.exec(path)?.[1] ?? []))
  const known = new Map<string, Tombstone>()
  for (const entries of [await ofLibrary(files, list), await ofNewest(files, backup, later)])
    for (const [id, tombstone] of tombstonesOf(entries)) if (inBackup.has(id)) known.set(id, tombstone)
  return [...known.values()]
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

/** The library itself, if it is still where the backup was made. */
async function ofLibrary(files: FileLayer, { place, library }: BackupList): Promise<readonly LedgerEntry[]> {
  try {
    const { present } = await libraryRecords(files, place).library.survey()
    return present?.id === library ? entriesOn(await files.readAll(join(place, LEDGER_FILE))) : []
  } catch {
    return []
  }
}
