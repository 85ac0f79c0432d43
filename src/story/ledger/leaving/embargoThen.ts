import type { LedgerEntry } from '../ledgerEntry'

/**
 * Returns the embargo that a story had right after an entry: what the next change of the field names as the value
 * before, else the one of now.
 * @param embargo - The one of now: ISO 8601, or '' for none.
 */
export function embargoThen(entries: readonly LedgerEntry[], after: LedgerEntry, embargo: string): string {
  const from = entries.indexOf(after)
  const next = entries.find((entry, at): entry is FieldSet => at > from && isEmbargoSet(entry))
  return next?.from ?? embargo
}

type FieldSet = Extract<LedgerEntry, { kind: 'fieldSet' }>
const isEmbargoSet = (entry: LedgerEntry): entry is FieldSet => entry.kind === 'fieldSet' && entry.field === 'embargo'

/** The embargo of the version that readers have or are to get, as it was published. */
export function embargoAsPublished(entries: readonly LedgerEntry[], embargo: string): string {
  const published = entries.findLast((entry) => entry.kind === 'moved' && entry.to === 'published')
  return published ? embargoThen(entries, published, embargo) : embargo
}
