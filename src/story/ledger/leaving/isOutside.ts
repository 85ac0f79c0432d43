import type { LedgerEvent } from '../ledgerEntry'

/** Whether something of the story left the desk, neither as a draft nor as a paper or bundle of the desk. */
export const isOutside = (entry: LedgerEvent): entry is Extract<LedgerEvent, { kind: 'exported' }> =>
  entry.kind === 'exported' && !entry.draft && entry.edition !== 'internal'
