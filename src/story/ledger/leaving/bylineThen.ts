import type { Byline } from '../fields'
import type { LedgerEntry } from '../ledgerEntry'

/**
 * Returns the byline that a story had right after an entry: what the next change of the field names as the value
 * before, else the one of now.
 */
export function bylineThen(
  entries: readonly LedgerEntry[],
  after: LedgerEntry,
  byline: readonly Byline[],
): readonly Byline[] {
  const from = entries.indexOf(after)
  const next = entries.find((entry, at) => at > from && entry.kind === 'fieldSet' && entry.field === 'byline')
  if (next?.kind !== 'fieldSet') return byline
  try {
    return JSON.parse(next.from) as readonly Byline[]
  } catch {
    return byline
  }
}
