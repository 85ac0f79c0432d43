import type { LedgerEntry } from '../ledgerEntry'
import { saysFailed } from './failedExports'

export type ExportEntry = Extract<LedgerEntry, { kind: 'exported' }>

/** Whether something of the story left the desk, neither as a draft nor as a paper or bundle of the desk. */
export const isOutside = (entry: LedgerEntry): entry is ExportEntry =>
  entry.kind === 'exported' && !entry.draft && entry.edition !== 'internal'

/** The exports that are outside after one more entry. One that failed is not. */
export function outsideAfter(outside: readonly ExportEntry[], entry: LedgerEntry): readonly ExportEntry[] {
  if (isOutside(entry)) return [...outside, entry]
  return entry.kind === 'exportFailed' ? outside.filter((sent) => !saysFailed(entry, sent)) : outside
}
