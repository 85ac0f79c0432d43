/** The keys of a library, and where each ledger ended when it was last written. For the doctor. */
import { join } from 'node:path'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { HeadsOfStories } from '../../story/trust/storyHeads'
import { NO_HEADS, readHeads } from '../../story/trust/heads'
import { readLibraryLedger, type LibraryReading } from '../../story/trust/keys/keyHistory'
import { checkSignature } from '../disk/crypto/ed25519'
import { isMissing, type FileLayer } from '../disk/fileLayer'
import { defined } from '../../story/text/defined'
import { entriesOn } from '../story/ledger/ledgerEnds'
import { LEDGER_FILE } from '../story/ledger/ledgerFile'
import { HEADS_FILE, HEADS_TWIN, headLineOf } from '../story/ledger/headsFile'

export interface KnownTrust {
  /** What the library's own ledger says. Absent: it cannot be read, so nobody knows which signatures are good. */
  readonly library?: LibraryReading
  /** Id of the archive that the library is. */
  readonly archive?: string
  /** Story → its head. Empty for a library from before keys. What is wrong with the table, its reading says. */
  readonly heads: HeadsOfStories
}

export const NO_TRUST: KnownTrust = { heads: NO_HEADS.heads }

/**
 * `archive`: id of the archive that the library is (examineArchive).
 * The heads before the ledgers of the stories: one that grows meanwhile is ahead of its head, never behind.
 */
export async function readKnownTrust(
  files: FileLayer,
  folder: string,
  archive: string | undefined,
): Promise<KnownTrust> {
  const lines = [
    ...(await entriesIn(files, join(folder, HEADS_FILE))),
    ...(await entriesIn(files, join(folder, HEADS_TWIN))),
  ]
  const table = [...new Map(lines.map((entry) => [entry.hash, entry])).values()].sort(
    (a, b) => headLineOf(a) - headLineOf(b),
  )
  const library = readLibraryLedger(await entriesIn(files, join(folder, LEDGER_FILE)), checkSignature)
  return { library, heads: readHeads(table, library.history, checkSignature).heads, ...defined({ archive }) }
}

/** The entries of one file whose hashes are right. Empty: the file is missing. */
export async function entriesIn(files: FileLayer, path: string): Promise<readonly LedgerEntry[]> {
  try {
    return entriesOn(await files.readAll(path))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
