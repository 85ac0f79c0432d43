import type { Correction, SuggestedPlace, SuggestionEvent } from '../events/suggestionEvent'
import type { LedgerEntry } from '../ledgerEntry'
import { defined } from '../../text/defined'

/** The ledger's record of one suggestion. */
export interface SuggestionTrace {
  readonly state: 'pending' | 'accepted' | 'rejected' | 'dropped'
  readonly by: string
  /** Stet noted it for that name on another machine: nobody signed it. */
  readonly unsigned?: true
  /** The last recorded words. */
  readonly inserted: string
  readonly deleted: string
  readonly about: string
  readonly corrects?: Correction
  /** The hash of the entry that suggested it last, and its place in the order of the ledger. */
  readonly hash?: string
  readonly entry?: number
  /** What its proposer signed first. Absent: nobody did. */
  readonly proposed?: ProposedWords
}

export interface ProposedWords {
  readonly by: string
  /** The number of the entry. */
  readonly entry: number
  readonly signer?: string
  readonly inserted: string
  readonly deleted: string
  /** Where: `suggested`. Absent: nobody noted it. */
  readonly places?: readonly SuggestedPlace[]
}

export type SuggestionEntry = Extract<LedgerEntry, { kind: SuggestionEvent['kind'] }>

/** Records an entry. Returns false if nothing changes. */
export function noteSuggestion(known: Map<string, SuggestionTrace>, entry: SuggestionEntry): boolean {
  const { suggestion: id } = entry
  const before = known.get(id)
  if (entry.kind === 'suggestionReopened') {
    if (before) known.set(id, { ...before, state: 'pending' })
    return before !== undefined
  }
  const corrects = entry.kind === 'suggested' ? entry.corrects : before?.corrects
  const state = entry.kind === 'suggested' ? 'pending' : entry.kind === 'suggestionDecided' ? entry.verdict : 'dropped'
  const by = entry.kind === 'suggested' ? (entry.typedBy ?? entry.by) : entry.proposer
  const isUnsigned = entry.kind === 'suggested' ? entry.typedBy !== undefined : before?.unsigned === true
  known.set(id, {
    state,
    by,
    inserted: entry.inserted,
    deleted: entry.deleted,
    about: entry.about,
    ...defined({
      corrects,
      unsigned: isUnsigned ? (true as const) : undefined,
      hash: entry.kind === 'suggested' ? entry.hash : before?.hash,
      entry: entry.kind === 'suggested' ? entry.seq : before?.entry,
      proposed: before?.proposed ?? proposedIn(entry),
    }),
  })
  return true
}

function proposedIn(entry: SuggestionEntry): ProposedWords | undefined {
  if (entry.kind !== 'suggested' || entry.typedBy !== undefined) return undefined
  const { by, seq, signer, inserted, deleted, places } = entry
  return { by, entry: seq, inserted, deleted, ...defined({ signer, places }) }
}
