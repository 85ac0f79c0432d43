import { placesOf, refersTo } from '../entryRef'
import type { LedgerEntry } from '../ledgerEntry'

/**
 * Whether an entry says that an export did not reach its destination. Only the person who exported says so, with the
 * same key: nobody else was there.
 */
export const saysFailed = (entry: LedgerEntry, sent: LedgerEntry): boolean =>
  saidByAnybody(entry, sent) && entry.by === sent.by && entry.signer === sent.signer

/** Whether an entry says that an export did not reach its destination, no matter who says so. */
export const saidByAnybody = (entry: LedgerEntry, sent: LedgerEntry): boolean =>
  entry.kind === 'exportFailed' && refersTo(entry.export, sent)

/** `seq` of the exports that did not reach their destination. */
export function failedExports(entries: readonly LedgerEntry[], says = saysFailed): ReadonlySet<number> {
  const failures = entries.filter((entry) => entry.kind === 'exportFailed')
  if (failures.length === 0) return new Set()
  const placeOf = placesOf(entries)
  const exported = new Map(entries.flatMap((entry) => (entry.kind === 'exported' ? [[entry.seq, entry]] : [])))
  return new Set(
    failures.flatMap((entry) => {
      const sent = exported.get(placeOf(entry.export) ?? 0)
      return sent && says(entry, sent) ? [sent.seq] : []
    }),
  )
}
