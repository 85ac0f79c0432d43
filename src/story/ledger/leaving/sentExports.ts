import { placesOf } from '../entryRef'
import type { LedgerEntry } from '../ledgerEntry'
import { NONE_APART, type Apart } from '../order/ledgerOrder'
import { isOutside, type ExportEntry } from './exportsOutside'
import { failedExports } from './failedExports'
import { versionsOf, type Versions } from './versionsOf'

/** An export of something that left the desk. */
export interface Sent {
  readonly entry: ExportEntry
  /** Its path, or its file name. */
  readonly destination: string
  /** The version of the desk. */
  readonly version: number
  /** It did not reach its destination. */
  readonly isFailed: boolean
}

/**
 * The exports of what left the desk, by `seq`, in the order of the ledger. One that repeats another has the version of
 * that one, and its destination unless it has its own. `apart`: entries of the ledger that do not count.
 * `versions`: of these entries, for who has them.
 */
export function sentExports(
  entries: readonly LedgerEntry[],
  apart: Apart = NONE_APART,
  versions: Versions = versionsOf(entries, apart),
): ReadonlyMap<number | undefined, Sent> {
  const placeOf = placesOf(entries)
  const failed = failedExports(entries, apart)
  const sent = new Map<number | undefined, Sent>()
  for (const { entry, version: current } of versions.entries) {
    if (!isOutside(entry)) continue
    const before = entry.again === undefined ? undefined : sent.get(placeOf(entry.again))
    sent.set(entry.seq, {
      entry,
      destination: entry.destination ?? before?.destination ?? entry.fileName,
      version: before?.version ?? current,
      isFailed: failed.has(entry.seq),
    })
  }
  return sent
}
