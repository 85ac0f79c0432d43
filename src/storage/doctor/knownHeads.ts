/** Where each ledger ended when it was last written, by the signed table of heads. For the doctor. */
import { join } from 'node:path'
import { hashEntry } from '../../story/ledger/hash'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { SealedLedger } from '../../story/ledger/libraryEvent'
import { readHeads } from '../../story/trust/heads'
import { readLibraryLedger } from '../../story/trust/keyHistory'
import { checkSignature } from '../disk/ed25519'
import { isMissing, type FileLayer } from '../disk/fileLayer'
import { isLedgerEntry } from '../story/ledgerChain'
import { LEDGER_FILE } from '../story/ledgerFile'
import { HEADS_FILE, HEADS_TWIN } from '../story/headsFile'

/** Story → its head. Empty for a library from before keys. What is wrong with the table itself, its reading says. */
export async function readKnownHeads(files: FileLayer, folder: string): Promise<ReadonlyMap<string, SealedLedger>> {
  const lines = [
    ...(await entriesIn(files, join(folder, HEADS_FILE))),
    ...(await entriesIn(files, join(folder, HEADS_TWIN))),
  ]
  const table = [...new Map(lines.map((entry) => [entry.hash, entry])).values()].sort((a, b) => lineOf(a) - lineOf(b))
  const { history } = readLibraryLedger(await entriesIn(files, join(folder, LEDGER_FILE)), checkSignature)
  return readHeads(table, history, checkSignature).heads
}

const lineOf = (entry: LedgerEntry): number =>
  entry.kind === 'head' || entry.kind === 'headsCompacted' ? entry.line : 0

async function entriesIn(files: FileLayer, path: string): Promise<readonly LedgerEntry[]> {
  let bytes: Uint8Array
  try {
    bytes = await files.readAll(path)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('utf8')
    .split('\n')
    .flatMap((line) => entryOf(line) ?? [])
}

function entryOf(line: string): LedgerEntry | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isLedgerEntry(value) && hashEntry(value) === value.hash ? value : undefined
  } catch {
    return undefined
  }
}
