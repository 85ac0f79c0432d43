import { defined } from '../../text/defined'
import { isRecord } from '../../text/isRecord'
import { AGAINST, type SignOff } from '../facts/fact'
import { EMPTY_RECORD, type FactRecord } from './factRecord'
import type { LedgerEntry } from '../ledgerEntry'
import type { KnownEntries } from '../order/knownEntries'

/** The facts of a duplicate whose words somebody found wrong in the original, as they are at first. */
export function factsFromOriginal(
  { against, seq, hash }: Extract<LedgerEntry, { kind: 'created' }>,
  known: KnownEntries | undefined,
): readonly (readonly [fact: string, record: FactRecord])[] {
  return Object.entries(against ?? {}).flatMap(([fact, verdict]) => {
    // No entry of a duplicate gives trust.
    if (!isRecord(verdict) || !AGAINST.has(verdict.status)) return []
    const { status, by, at, words, sentence, preceding, sentenceRule, reason, lapsed = false } = verdict
    // An own build may say more, such as the parts of a view. That was never asked for.
    const said = { status, by, at, words, sentence, preceding, sentenceRule, ...defined({ reason }) }
    const signOff: SignOff = { ...said, entry: seq, hash, evidence: [], groundRules: {}, fromOriginal: true }
    const noted = { ...EMPTY_RECORD, ...defined({ known }), firstEntry: seq, lastEntry: seq, lapsed }
    return [[fact, { ...noted, signOffs: [signOff], current: signOff }]]
  })
}
