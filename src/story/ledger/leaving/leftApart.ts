import type { LedgerEvent } from '../ledgerEntry'

/** Whether an export left under an id of its own: an editor let it out although it was not cleared. */
export const leftApart = (entry: LedgerEvent): boolean =>
  entry.kind === 'exported' && entry.left !== undefined && entry.left?.number === undefined
