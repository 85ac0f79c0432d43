import { refersTo } from '../entryRef'
import type { LedgerEntry } from '../ledgerEntry'

/**
 * Whether an entry says that an export did not reach its destination. Only the person who exported says so, with the
 * same key: nobody else was there.
 */
export const saysFailed = (entry: LedgerEntry, sent: LedgerEntry): boolean =>
  saidByAnybody(entry, sent) && entry.by === sent.by && entry.signer === sent.signer

/** The same, whoever says so. */
export const saidByAnybody = (entry: LedgerEntry, sent: LedgerEntry): boolean =>
  entry.kind === 'exportFailed' && refersTo(entry.export, sent)

/** `seq` of the exports that did not reach their destination. */
export function failedExports(entries: readonly LedgerEntry[], says = saysFailed): ReadonlySet<number> {
  const failures = entries.filter(({ kind }) => kind === 'exportFailed')
  const failed = entries.filter((sent) => sent.kind === 'exported' && failures.some((entry) => says(entry, sent)))
  return new Set(failed.map(({ seq }) => seq))
}
