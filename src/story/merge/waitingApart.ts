/**
 * Entries that stand apart and wait for an editor. They stay in the file whatever is decided, and no decision makes one
 * count: docs/decisions/several-writers.md.
 */
import type { LedgerEntry } from '../ledger/ledgerEntry'

export type ApartDecision = Extract<LedgerEntry, { kind: 'apartDecided' }>

/** What nobody decides on: notes on words and comments, which come in with the document, and on files and machines. */
const NOTES: ReadonlySet<string> = new Set<LedgerEntry['kind']>([
  'created',
  'tagged',
  'retagged',
  'reworded',
  'lapsed',
  'restored',
  'suggested',
  'suggestionDecided',
  'suggestionDropped',
  'suggestionReopened',
  'versionRestored',
  'rescued',
  'commentEdited',
  'commentMarked',
  'commentDeleted',
  'commentRestored',
  'exported',
  'exportFailed',
  'correctionTold',
  'copiedOut',
  'lossFound',
  'filesElsewhere',
  'merged',
  'mergeUndone',
  'apartDecided',
])

/** `apart`: entries that do not count. Those that somebody decides on, in the order of the file. */
export const decidable = (apart: readonly LedgerEntry[]): readonly LedgerEntry[] =>
  apart.filter(({ kind }) => !NOTES.has(kind)).sort((a, b) => a.seq - b.seq)

/**
 * What was decided of each entry, by its hash. `counted`: the entries that count. What one editor took and another one
 * dropped is taken: it is given again already.
 */
export function apartDecisions(counted: readonly LedgerEntry[]): ReadonlyMap<string, ApartDecision> {
  const found = new Map<string, ApartDecision>()
  for (const entry of counted)
    if (entry.kind === 'apartDecided')
      for (const hash of entry.entries) if (found.get(hash)?.verdict !== 'taken') found.set(hash, entry)
  return found
}

/** How many entries wait. Costs nothing where none stands apart. */
export function waitingApart(apart: readonly LedgerEntry[], counted: readonly LedgerEntry[]): number {
  const all = decidable(apart)
  if (all.length === 0) return 0
  const decided = apartDecisions(counted)
  return all.filter(({ hash }) => !decided.has(hash)).length
}
