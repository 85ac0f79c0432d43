/** The stories that left a library: read from the entries of its own ledger that count. */
import type { LedgerEntry } from './ledgerEntry'

/** The entry that says that a story was deleted, or moved to an archive. */
export type Tombstone = Extract<LedgerEntry, { readonly kind: 'storyDeleted' }>

/** By the id of the story. A story that was taken back has none. */
export type Tombstones = ReadonlyMap<string, Tombstone>

/**
 * `archive`: id of the archive in which the entries are read. A story that was moved there left the library, not the
 * archive.
 */
export function tombstonesOf(entries: readonly LedgerEntry[], archive?: string): Tombstones {
  const tombstones = new Map<string, Tombstone>()
  for (const entry of entries)
    if (entry.kind === 'storyDeleted' && entry.archive !== undefined && entry.archive === archive)
      tombstones.delete(entry.story)
    else if (entry.kind === 'storyDeleted') tombstones.set(entry.story, entry)
    else if (entry.kind === 'storyTakenBack') tombstones.delete(entry.story)
  return tombstones
}
