/** Which stories of a backup were killed after it was made, as far as later backups and the library know. */
import { join } from 'node:path'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { FileLayer } from '../disk/fileLayer'
import { entriesOn } from '../story/ledger/ledgerEnds'
import { LEDGER_FILE } from '../story/ledger/ledgerFile'
import type { BackedUpFile } from './backupFolder'
import { isInItsPlace, newestOf, type SinceBackup } from './deletedSince'

/** A story that readers were told to forget, and that is not killed in the restored library. */
export interface KilledSince {
  readonly story: string
  readonly by: string
  /** ISO 8601 instant. */
  readonly at: string
}

/**
 * Reads only ledgers that changed after the backup. The entries are read and not verified: they only lead to a notice.
 * What cannot be read tells nothing, since the backup is what is left then.
 */
export async function killedSince(asked: SinceBackup): Promise<readonly KilledSince[]> {
  const { files, backup, list, later } = asked
  const newest = new Map((await newestOf(backup, later))?.files.map(({ path, sha256 }) => [path, sha256]))
  const isThere = await isInItsPlace(asked)
  const killed: KilledSince[] = []
  for (const file of list.files) {
    const story = STORY_LEDGER.exec(file.path)?.[1]
    if (story === undefined) continue
    const sha256 = newest.get(file.path) ?? file.sha256
    const kill =
      (isThere && hasGrown(files, join(list.place, file.path), file)
        ? await killIn(files, join(list.place, file.path))
        : undefined) ?? (sha256 === file.sha256 ? undefined : await killIn(files, backup.contentPath(sha256)))
    if (kill && !(await killIn(files, backup.contentPath(file.sha256))))
      killed.push({ story, by: kill.by, at: kill.at })
  }
  return killed
}

/** `stories/<id>/ledger.jsonl` */
const STORY_LEDGER = new RegExp(`^stories/([^/]+)/${LEDGER_FILE.replace('.', '\\.')}$`)

/** A ledger only grows. */
const hasGrown = (files: FileLayer, path: string, { size }: BackedUpFile): boolean =>
  (files.factsNow(path)?.size ?? size) !== size

type Moved = Extract<LedgerEntry, { kind: 'moved' }>

async function killIn(files: FileLayer, path: string): Promise<Moved | undefined> {
  const ledger = await files.readAll(path).catch(() => undefined)
  // To check the hashes of all entries costs more than to look for the word.
  if (ledger === undefined || !Buffer.from(ledger).includes('"killed"')) return undefined
  return entriesOn(ledger).find((entry): entry is Moved => entry.kind === 'moved' && entry.to === 'killed')
}
