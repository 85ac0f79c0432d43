/** What a backup says of stories and captured files that the library had and has lost. */
import { storageText } from '../../catalogue/rooms/storage'
import type { LedgerEnd, LedgerEnds } from '../../story/ledger/events/libraryEvent'
import type { Tombstones } from '../../story/ledger/tombstones'
import { LIBRARY_LEDGER } from '../../story/trust/heads'
import type { BackedUpFile } from './backupFolder'

interface Compared {
  /** Where the ledgers ended before the copying began, as far as the library knew. */
  readonly known: Iterable<readonly [story: string, head: LedgerEnd]>
  /** Where the ledgers end that were copied. */
  readonly ends: LedgerEnds
  readonly tombstones: Tombstones
}

export interface LostHeads {
  /** Heads that the copied ledgers lack. A table of heads without them would hide the loss. */
  readonly heads: LedgerEnds
  /** Sentences for people. */
  readonly notes: readonly string[]
}

/** A ledger only grows: one that is copied later ends where it ended before, or after that. */
export function lostHeads({ known, ends, tombstones }: Compared): LostHeads {
  const heads: Record<string, LedgerEnd> = {}
  const gone: string[] = []
  const older: string[] = []
  for (const [story, head] of known) {
    const copied = ends[story]
    if (copied && !isBefore(copied, head)) continue
    // The tombstone stands for it.
    if (!copied && tombstones.has(story)) continue
    heads[story] = head
    if (story !== LIBRARY_LEDGER) (copied ? older : gone).push(story)
  }
  return { heads, notes: notesOn({ gone, older, isLibraryOlder: heads[LIBRARY_LEDGER] !== undefined }) }
}

const isBefore = (copied: LedgerEnd, head: LedgerEnd): boolean =>
  copied.entries < head.entries || (copied.entries === head.entries && copied.head !== head.head)

/** Stories named in a note, so that it stays readable. */
const NAMED = 20

function notesOn(lost: {
  readonly gone: readonly string[]
  readonly older: readonly string[]
  readonly isLibraryOlder: boolean
}): readonly string[] {
  const named = (stories: readonly string[]) => ({
    count: stories.length,
    stories: [...stories.slice(0, NAMED), ...(stories.length > NAMED ? ['…'] : [])].join(', '),
  })
  return [
    ...(lost.gone.length > 0 ? [storageText('backup.storiesGone', named(lost.gone))] : []),
    ...(lost.older.length > 0 ? [storageText('backup.storiesOlder', named(lost.older))] : []),
    ...(lost.isLibraryOlder ? [storageText('backup.libraryOlder')] : []),
  ]
}

/** Captured files of the backup before that the library does not have. A name is the SHA-256 of the content. */
export function goneCaptures(
  last: readonly BackedUpFile[],
  there: readonly string[],
): readonly Pick<BackedUpFile, 'sha256'>[] {
  const has = new Set(there)
  return last.filter(({ path, sha256 }) => path === `evidence/${sha256}` && !has.has(sha256))
}
