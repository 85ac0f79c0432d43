/** The right words that people proposed for the wrong ones of a fact (rule 8). */
import { defined } from '../../text/defined'
import type { Evidence } from '../facts/fact'
import type { Correction } from '../events/suggestionEvent'
import type { LedgerEntry } from '../ledgerEntry'
import type { SuggestionEntry } from './suggestionTrace'

export interface Proposal {
  /** The number and the hash of the entry that proposed it. */
  readonly entry: number
  readonly hash: string
  readonly suggestion: string
  readonly by: string
  readonly corrects: Correction
  /** The key that signed it. Absent: it is from before keys. */
  readonly signer?: string
  /** The evidence that it came with. */
  readonly backing?: Evidence
  /** Who rejected it, took it back or removed its words (`ends`), and who put it back. */
  readonly moves: readonly ProposalMove[]
}

interface ProposalMove {
  readonly entry: number
  readonly by: string
  readonly ends: boolean
  /** The key that signed it: that of the library signs such notes, too. Absent: it is from before keys. */
  readonly signer?: string
}

/** What a record of a fact has of its proposals. */
interface WithProposals {
  readonly proposals?: readonly Proposal[]
  readonly evidence: readonly Evidence[]
}

/** The record after an entry about one of its proposals. `fact`: the one that the suggestion corrects. */
export function withProposal<R extends WithProposals>(record: R, entry: SuggestionEntry): R {
  const { proposals = [] } = record
  if (entry.kind === 'suggested') return { ...record, proposals: [...proposals, ...proposed(record, entry)] }
  if (entry.kind === 'suggestionDecided' && entry.verdict === 'accepted') return record
  const { seq, by, signer, kind } = entry
  const move = { entry: seq, by, ends: kind !== 'suggestionReopened', ...defined({ signer }) }
  return {
    ...record,
    proposals: proposals.map((one) =>
      one.suggestion === entry.suggestion ? { ...one, moves: [...one.moves, move] } : one,
    ),
  }
}

function proposed(
  { evidence }: WithProposals,
  { suggestion, corrects, seq, hash, by, signer, typedBy }: Extract<LedgerEntry, { kind: 'suggested' }>,
): readonly Proposal[] {
  if (!corrects || typedBy !== undefined) return []
  const backing = evidence.find(({ id }) => id === corrects.evidence)
  return [{ entry: seq, hash, suggestion, by, corrects, ...defined({ signer, backing }), moves: [] }]
}

/** The proposal that an entry in the name of its proposer accepts. */
export const proposalOf = (
  { proposals }: Pick<WithProposals, 'proposals'>,
  { by, accepts }: Pick<LedgerEntry, 'by' | 'accepts'>,
): Proposal | undefined => proposals?.find((one) => one.hash === accepts && one.by === by)

/** Evidence that contradicted the wrong words supports the right ones. */
export const asSupporting = (evidence: Evidence): Evidence => ({ ...evidence, stance: 'supports' })
