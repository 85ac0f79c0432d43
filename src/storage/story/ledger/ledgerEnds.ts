/** Where the ledgers of a library end, read from their last lines. For the seal: docs/decisions/entries.md. */
import { join } from 'node:path'
import { storageText } from '../../../catalogue/rooms/storage'
import { hashEntry } from '../../../story/ledger/hash'
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import type { LedgerEnd, LedgerEnds } from '../../../story/ledger/events/libraryEvent'
import { isMissing, type FileLayer } from '../../disk/fileLayer'
import { storageErrorFrom } from '../../disk/storageError'
import { isStoryId } from '../../disk/storyId'
import { isLedgerEntry } from './ledgerChain'
import { LEDGER_FILE } from './ledgerFile'

/** Stories that are read at once: most of the work is waiting for the disk. */
const AT_ONCE = 16

export async function readLedgerEnds(files: FileLayer, place: string): Promise<LedgerEnds> {
  const folder = join(place, 'stories')
  try {
    const stories = (await files.list(folder)).filter(isStoryId).sort()
    const ends: Record<string, LedgerEnd> = {}
    for (let at = 0; at < stories.length; at += AT_ONCE)
      await Promise.all(
        stories.slice(at, at + AT_ONCE).map(async (story) => {
          const last = lastEntry(await ledgerIn(files, join(folder, story)))
          if (last) ends[story] = { entries: last.seq, head: last.hash }
        }),
      )
    return ends
  } catch (error) {
    throw storageErrorFrom(error, folder, storageText('safe.nothingChanged'))
  }
}

async function ledgerIn(files: FileLayer, folder: string): Promise<Uint8Array> {
  try {
    return await files.readAll(join(folder, LEDGER_FILE))
  } catch (error) {
    if (isMissing(error)) return new Uint8Array()
    throw error
  }
}

/** The last whole line. A torn write after it was never acknowledged. */
export function lastEntry(bytes: Uint8Array): LedgerEntry | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let end = file.length; end > 0;) {
    const from = file.lastIndexOf(0x0a, end - 1) + 1
    const entry = entryOnLine(file.toString('utf8', from, end))
    if (entry) return entry
    end = from - 1
  }
  return undefined
}

/** The entries of a ledger whose hashes are right. */
export const entriesOn = (bytes: Uint8Array): readonly LedgerEntry[] =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('utf8')
    .split('\n')
    .flatMap((line) => entryOnLine(line) ?? [])

/** The entry on one line of a ledger; undefined if it is not an entry, or its hash is wrong. */
function entryOnLine(line: string): LedgerEntry | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isLedgerEntry(value) && hashEntry(value) === value.hash ? value : undefined
  } catch {
    return undefined
  }
}
