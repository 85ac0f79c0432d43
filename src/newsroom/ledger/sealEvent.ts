import { sealText } from '../../projection/scan/sealText'
import type { ProtectedTerm } from '../../projection/scan/protectedTerms'
import type { LedgerEvent } from '../../story/ledger/ledgerEntry'

/** What people type beside the copy. The words that are signed are the copy's own and stay as they are. */
const TYPED: ReadonlySet<string> = new Set([
  'reason',
  'text',
  'statement',
  'attributedTo',
  'locator',
  'excerpt',
  'fileName',
  'who',
  'how',
  'when',
  'reply',
  'question',
  'addressee',
  'note',
  'destination',
])

const SUGGESTED = ['inserted', 'deleted', 'about'] as const

/** Names that mean something else in other kinds of event. */
const MORE: Readonly<Partial<Record<LedgerEvent['kind'], readonly string[]>>> = {
  fieldSet: ['from', 'to'],
  signed: ['due'],
  translated: ['original', 'translator', 'secondReader'],
  derived: ['value', 'from', 'source'],
  // The text for readers is refused instead (noteCorrection): sealed, it would go out as nobody wrote it.
  correctionNoted: ['was', 'is', 'cause'],
  // Told for people only: what is proposed is decided by the document, and rejected words must not stay here for ever.
  suggested: SUGGESTED,
  suggestionDecided: SUGGESTED,
  suggestionDropped: SUGGESTED,
}

/**
 * An event as it may go into a ledger, which nobody can ever take anything out of: protected names, aliases and contacts that
 * were typed beside the copy become "Source A".
 */
export function sealEvent<E extends LedgerEvent>(event: E, terms: readonly ProtectedTerm[]): E {
  if (terms.length === 0) return event
  const fields = new Set([...TYPED, ...(MORE[event.kind] ?? [])])
  return seal(event, terms, fields) as E
}

function seal(value: unknown, terms: readonly ProtectedTerm[], fields: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => seal(item, terms, fields))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      typeof item === 'string' && fields.has(key) ? sealText(item, terms) : seal(item, terms, fields),
    ]),
  )
}

/** Whether it tells what was proposed: words that may never have stood in the copy. */
export const tellsOfProposal = ({ kind }: LedgerEvent): boolean =>
  kind === 'suggested' || kind === 'suggestionDecided' || kind === 'suggestionDropped'
