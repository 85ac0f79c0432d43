import { placesOf } from '../entryRef'
import type { LedgerEntry } from '../ledgerEntry'

/**
 * `seq` of the exports that did not reach their destination. Only the person who exported says so, with the same key.
 */
export function failedExports(entries: readonly LedgerEntry[]): ReadonlySet<number> {
  const failures = entries.filter((entry) => entry.kind === 'exportFailed')
  if (failures.length === 0) return new Set()
  const placeOf = placesOf(entries)
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]))
  return new Set(
    failures.flatMap((entry) => {
      const sent = bySeq.get(placeOf(entry.export) ?? 0)
      return sent?.by === entry.by && sent.signer === entry.signer ? [sent.seq] : []
    }),
  )
}
