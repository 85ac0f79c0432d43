/**
 * Whether a verdict counts that another person signed in the name of a proposer (rule 8): the proposer verifies, the
 * acceptor changes. The acceptor's own Stet made it, so it proves nothing that the entries of the proposer do not say.
 */
import { rightsText } from '../../../catalogue/story/rights'
import { sameWords } from '../../copy/words/factWords'
import type { Source } from '../../desk/source'
import type { SignOff } from '../../ledger/facts/fact'
import { isAnswered, knewEntry, type FactRecord } from '../../ledger/record/factRecord'
import { hashEvidence } from '../../ledger/hash'
import type { ViewParts } from '../../ledger/facts/viewParts'
import { proposalOf, asSupporting, type Proposal } from '../../ledger/writers/proposal'
import type { SuggestionTrace } from '../../ledger/writers/suggestionTrace'
import { canonicalJson } from '../../text/canonicalJson'
import { canonical, sameText } from '../../text/compare'
import { defined } from '../../text/defined'
import { isSpelledOtherwise } from '../../view/commitment'
import { holdsTableLeads } from '../../view/signedView'
import { sameSurroundings } from './sameSurroundings'
import { readsTogether } from './together'

/** What is read of a fact. */
export type Proposed = Pick<FactRecord, 'signOffs' | 'withdrawals' | 'answers' | 'known' | 'proposals'>

/** A verdict that accepts a proposal. `entry` is absent while it is being given. */
export type Accepting = Pick<
  SignOff,
  'by' | 'accepts' | 'words' | 'sentence' | 'parts' | 'evidence' | 'translation' | 'derived'
> & { readonly entry?: number }

/** The suggestions of the story by their ids, and the sources that evidence leads to. Absent: nobody asks for them. */
export interface Around {
  readonly suggestions: ReadonlyMap<string, SuggestionTrace>
  readonly sources?: ReadonlyMap<string, Source>
}

/** A verdict that was given at some time, and the entry that took it back. */
interface Given extends SignOff {
  readonly takenBack?: number
}

/** Why an acceptance does not count, as one sentence for people. Undefined: it counts, or is not one. */
export function whyNotAccepted(accepting: Accepting, record: Proposed, around: Around): string | undefined {
  if (accepting.accepts === undefined) return undefined
  const { by } = accepting
  const proposal = proposalOf(record, accepting)
  const given = givenIn(record)
  const wrong = proposal && wrongWith(proposal, given, record)
  if (!wrong || !isKnown(accepting, proposal.entry, record)) return rightsText('accepted.otherwise', { by })
  const isAccepted = (one: Given): boolean =>
    one.accepts === accepting.accepts && one.entry !== accepting.entry && isKnown(accepting, one.entry, record)
  if (given.some(isAccepted)) return rightsText('accepted.twice', { by })
  if (saidMore(accepting, proposal, wrong, given, record)) return rightsText('accepted.since', { by })
  return readsAsProposed(accepting, record, around) &&
    restsOnTheSame(accepting, proposal, wrong, around) &&
    isSeenAsProposed(accepting, proposal, wrong)
    ? undefined
    : rightsText('accepted.otherwise', { by })
}

/** Whether words and sentence are those of the proposal, together with other changes that its proposer signed. */
export function readsAsProposed(
  accepting: Pick<Accepting, 'by' | 'accepts' | 'words' | 'sentence' | 'entry'>,
  record: Proposed,
  { suggestions }: Around,
): boolean {
  const proposal = proposalOf(record, accepting)
  const wrong = proposal && wrongWith(proposal, givenIn(record), record)
  if (!wrong || !sameWords(accepting.words, proposal.corrects.words)) return false
  const { sentence } = proposal.corrects
  if (sameText(accepting.sentence, sentence)) return true
  const others = [...suggestions.values()].flatMap(({ proposed }) =>
    proposed?.by === proposal.by &&
    proposed.signer === proposal.signer &&
    proposed.entry !== proposal.entry &&
    isKnown(accepting, proposed.entry, record)
      ? [proposed]
      : [],
  )
  return readsTogether(accepting.sentence, wrong.sentence, sentence, others)
}

const givenIn = ({ signOffs, withdrawals = [] }: Proposed): readonly Given[] => [
  ...signOffs,
  ...withdrawals.flatMap((one) => one.signOffs.map((signOff) => ({ ...signOff, takenBack: one.entry }))),
]

/** The verdict that came with the proposal. */
const wrongWith = ({ by, entry: proposed }: Proposal, given: readonly Given[], record: Proposed): Given | undefined =>
  given
    .filter(
      (one) =>
        one.status === 'wrong' &&
        one.by === by &&
        one.acceptedBy === undefined &&
        knewEntry(record, proposed, one.entry),
    )
    .toSorted((a, b) => a.entry - b.entry)
    .at(-1)

/** Whether the acceptor knew an entry. Who accepts now knows all. */
const isKnown = ({ entry }: Pick<Accepting, 'entry'>, earlier: number, record: Proposed): boolean =>
  entry === undefined || knewEntry(record, entry, earlier)

/** Whether the writer of an entry knew that the proposal was accepted. */
const isAfter = ({ entry }: Accepting, later: number, record: Proposed): boolean =>
  entry !== undefined && knewEntry(record, later, entry)

/**
 * Whether the proposer said something else after the proposal, other than the same of the same words, or took the
 * verdict or the proposal back. What the proposer said without having heard of the acceptance counts, too.
 */
function saidMore(
  accepting: Accepting,
  { by, entry: proposed, moves, signer }: Proposal,
  wrong: Given,
  given: readonly Given[],
  record: Proposed,
): boolean {
  if (wrong.takenBack !== undefined && !isAfter(accepting, wrong.takenBack, record)) return true
  // The key of the library signs notes in every name: only what it may not sign tells which keys a person has.
  const ownKeys = new Set([signer, ...given.flatMap((one) => (isSignedBy(by, one) ? [one.signer] : []))])
  const isOpenAgain = (end: Proposal['moves'][number]): boolean =>
    moves.some(
      (move) =>
        !move.ends &&
        (end.by !== by || (move.by === by && ownKeys.has(move.signer))) &&
        knewEntry(record, move.entry, end.entry) &&
        isKnown(accepting, move.entry, record),
    )
  const isEnded = moves.some(
    (move) =>
      move.ends &&
      knewEntry(record, move.entry, proposed) &&
      (move.by === by ? !isAfter(accepting, move.entry, record) : isKnown(accepting, move.entry, record)) &&
      !isOpenAgain(move),
  )
  const isOther = (one: Given): boolean =>
    isSignedBy(by, one) &&
    knewEntry(record, one.entry, proposed) &&
    !isAfter(accepting, one.entry, record) &&
    !isGone(accepting, one, record) &&
    (isKnown(accepting, one.entry, record) || one.status !== 'verified' || !sameWords(one.words, accepting.words))
  return isEnded || given.some(isOther)
}

const isSignedBy = (by: string, one: Given): boolean => (one.acceptedBy ?? one.by) === by && one.accepts === undefined

/** Whether the acceptor knew that a verdict was taken back, or that the query was answered. */
const isGone = (accepting: Accepting, one: Given, record: Proposed): boolean =>
  (one.takenBack !== undefined && isKnown(accepting, one.takenBack, record)) ||
  (one.status === 'queried' &&
    isAnswered(
      { ...record, answers: record.answers?.filter((answer) => isKnown(accepting, answer, record)) ?? [] },
      one,
    ))

/** Whether what the wrong words were judged by carries the right ones. Support that came since changes nothing. */
function restsOnTheSame(
  { evidence, translation, derived, parts }: Accepting,
  { backing }: Proposal,
  wrong: Given,
  { sources }: Around,
): boolean {
  const now = new Set(evidence)
  const isThere = (hash: string): boolean =>
    now.has(hash) ||
    (backing !== undefined && hash === hashEvidence(backing) && now.has(hashEvidence(asSupporting(backing))))
  return (
    wrong.evidence.every(isThere) &&
    translation === wrong.translation &&
    derived === wrong.derived &&
    Object.entries(wrong.parts?.commitments ?? {}).every(([id, commitment]) => {
      const is = parts?.commitments[id] ?? ''
      return is === commitment || (sources !== undefined && isSpelledOtherwise(commitment, is, sources.get(id)))
    })
  )
}

/** Whether the rest of the view is that of the proposal, or of the verdict that came with it. */
function isSeenAsProposed({ sentence, parts }: Accepting, { corrects }: Proposal, wrong: Given): boolean {
  const kept = corrects.parts ?? wrong.parts
  if (!kept || !parts) return kept === parts || (parts !== undefined && isBare(parts))
  const near = nearWith(kept.near, corrects.parts ? corrects.sentence : wrong.sentence, sentence)
  if (kept.near !== undefined && near === undefined) return false
  if (kept.rest && !parts.rest && canonicalJson(kept.graf) !== canonicalJson(parts.graf)) return false
  const expected = {
    ...(corrects.parts ? kept : withoutWords(kept, parts)),
    ...{ near, beside: kept.beside ?? parts.beside },
    // An older proposal keeps nothing that leads in to a table.
    belongsTo: kept.headers && !holdsTableLeads(kept.rule) ? parts.belongsTo : kept.belongsTo,
  }
  return claimIn(expected) === claimIn(parts) && sameSurroundings(defined(expected), parts)
}

/** An older proposal keeps nothing that depends on the right words. */
const withoutWords = (kept: ViewParts, { nth, nearShown, shown, dateline }: ViewParts) => ({
  ...kept,
  ...{ nth, nearShown, shown, dateline: kept.dateline ?? dateline },
})

const claimIn = ({ type, claim, saidBy, shown }: Claimed): string =>
  canonicalJson(defined({ type, claim, saidBy, shown }))

type Claimed = { readonly [Part in 'type' | 'claim' | 'saidBy' | 'shown']?: ViewParts[Part] | undefined }

/** Whether nothing is in a view but the sentence and the evidence. */
const isBare = ({ claim, saidBy, near, headers, belongsTo, picture }: ViewParts): boolean =>
  [claim, saidBy, near, headers, belongsTo, picture].every((part) => part === undefined)

/** The sentences of the context with one of them replaced. Undefined: that cannot be told. */
function nearWith(near: ViewParts['near'], from: string, to: string): ViewParts['near'] {
  if (near === undefined || sameText(from, to)) return near
  const before = canonical(from)
  return typeof near === 'string' && near.includes(before) ? near.replace(before, () => canonical(to)) : undefined
}
