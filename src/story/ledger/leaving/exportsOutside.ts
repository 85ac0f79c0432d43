import type { LedgerEntry } from '../ledgerEntry'
import type { KnownEntries } from '../order/knownEntries'
import { bearsOnExports, failedAmong, knewAllBefore } from './failedExports'

export type ExportEntry = Extract<LedgerEntry, { kind: 'exported' }>

/** Whether something of the story left the desk, neither as a draft nor as a paper or bundle of the desk. */
export const isOutside = (entry: LedgerEntry): entry is ExportEntry =>
  entry.kind === 'exported' && !entry.draft && entry.edition !== 'internal'

/** What a ledger says of exports. */
export interface Outside {
  /** Something of the story is outside, neither as a draft nor as a paper of the desk: it can be killed. */
  readonly outside?: true | undefined
  /** Exports, and the entries that may say something of them. Absent: none. */
  readonly ofExports?: readonly LedgerEntry[]
}

/** What the ledger says of exports after one more entry. `known`: what writers knew, absent for one writer. */
export function outsideAfter({ ofExports = [] }: Outside, entry: LedgerEntry, known?: KnownEntries): Outside {
  if (!bearsOnExports(entry)) return {}
  const all = [...ofExports, entry]
  const failed = failedAmong(all, () => (known ? (later, earlier) => known.knew(later, earlier) : knewAllBefore))
  return {
    ofExports: all,
    outside: all.some((one) => isOutside(one) && !failed.has(one.seq)) || undefined,
  }
}
