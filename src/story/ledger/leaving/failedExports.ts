import { refersTo } from '../entryRef'
import type { LedgerEntry } from '../ledgerEntry'

/**
 * `seq` of the exports that did not reach their destination. Only the person who exported says so, with the same key.
 */
export const failedExports = (entries: readonly LedgerEntry[]): ReadonlySet<number> =>
  new Set(
    entries.flatMap((entry) => {
      if (entry.kind !== 'exportFailed') return []
      const sent = entries.find((one) => refersTo(entry.export, one))
      return sent?.by === entry.by && sent.signer === entry.signer ? [sent.seq] : []
    }),
  )
