/** The evidence of a fact, and what somebody took away that spoke against its words. */
import { defined } from '../../text/defined'
import { hashEvidence } from '../hash'
import type { LedgerEntry } from '../ledgerEntry'
import { proposalOf, asSupporting } from '../writers/proposal'
import { wordsKnownTo, type FactRecord } from './factRecord'

/**
 * With a new or changed piece of evidence. A changed one keeps its place, and those who brought it: a change makes
 * nobody's evidence another's.
 */
export function withEvidence(record: FactRecord, entry: Extract<LedgerEntry, { kind: 'evidenceAdded' }>): FactRecord {
  const { evidence, replaces, by, broughtBy = [] } = entry
  const isThere = record.evidence.some(({ id }) => id === replaces)
  // Who gives a new piece the id of another one does not make that one their own.
  const ids = [...(replaces === undefined ? [] : [replaces]), evidence.id]
  const before = ids.flatMap((id) => record.broughtBy?.[id] ?? [])
  return {
    ...record,
    ...(replaces === undefined ? {} : withTaken(record, entry, replaces, evidence.id)),
    evidence: isThere
      ? record.evidence.map((item) => (item.id === replaces ? evidence : item))
      : [...record.evidence, evidence],
    broughtBy: { ...record.broughtBy, [evidence.id]: [...new Set([...before, ...broughtBy, by])] },
  }
}

/**
 * The acceptor writes in the name of the proposer, and only this: the evidence of the proposal, which contradicted the
 * wrong words, supports the right ones. It stays with those who brought it.
 */
export function withTurned(record: FactRecord, entry: Extract<LedgerEntry, { kind: 'evidenceAdded' }>): FactRecord {
  const backing = proposalOf(record, entry)?.backing
  if (!backing || entry.replaces !== undefined || hashEvidence(entry.evidence) !== hashEvidence(asSupporting(backing)))
    return record
  return withEvidence(record, {
    ...entry,
    broughtBy: [...(record.broughtBy?.[backing.id] ?? []), ...(entry.broughtBy ?? [])],
  })
}

/** Without a piece of evidence. An acceptor takes only that of the proposal away in the name of the proposer. */
export function withoutEvidence(
  record: FactRecord,
  entry: Extract<LedgerEntry, { kind: 'evidenceRemoved' }>,
): FactRecord {
  if (entry.accepts !== undefined && proposalOf(record, entry)?.corrects.evidence !== entry.evidence) return record
  return {
    ...record,
    evidence: record.evidence.filter((item) => item.id !== entry.evidence),
    ...(entry.accepts === undefined ? withTaken(record, entry, entry.evidence) : {}),
  }
}

/** What a record notes when evidence against the words is removed, even if somebody had removed it before. */
function withTaken(
  record: FactRecord,
  { seq, by }: Pick<LedgerEntry, 'seq' | 'by'>,
  id: string,
  instead?: string,
): Pick<FactRecord, 'takenAgainst'> {
  const { evidence, takenAgainst = [], broughtBy = {} } = record
  const words = wordsKnownTo(record, seq) ?? ''
  const known = [...evidence, ...takenAgainst.map((one) => one.evidence)]
  const against = known.filter(
    (item, at) => item.id === id && item.stance === 'contradicts' && known.indexOf(item) === at,
  )
  if (against.length === 0) return {}
  const taken = against.map((item) => ({
    ...{ entry: seq, by, words, evidence: item, broughtBy: broughtBy[id] ?? [] },
    ...defined({ instead }),
  }))
  return { takenAgainst: [...takenAgainst, ...taken] }
}
