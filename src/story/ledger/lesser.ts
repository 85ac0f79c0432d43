/**
 * A ledger of which merges were undone is read several times: with all that they brought, without what the last of them
 * brought, without the last two, and so on. The story stands no better than any reading says. So an undo takes the
 * trust that came with a merge, and nothing that came against the words: docs/decisions/merging.md.
 */
import { withNames } from './authorNames'
import { GUARDED } from './fact'
import { EMPTY_RECORD, type FactRecord } from './factRecord'
import { findingName } from './ledgerEntry'
import type { LedgerState, Readings } from './ledgerState'
import { safest } from './moves'
import type { Apart } from './order/ledgerOrder'
import type { Undoing } from './order/undoneMerges'

/** Each reading costs as much as the whole ledger. Undoings before the last ones are taken as one. */
const MOST_READINGS = 8

/** What each reading leaves out. `undoings`: the last one first. */
export function leftOut(undoings: readonly Undoing[]): readonly Apart[] {
  const out: Apart[] = []
  const so = new Map<string, Undoing['brought'][number]>()
  for (const [at, { brought }] of undoings.entries()) {
    for (const entry of brought) so.set(entry.hash, entry)
    if (at < MOST_READINGS - 1 || at === undoings.length - 1) out.push(new Map(so))
  }
  return out
}

/** `before`: the last answer. Records of facts that are as they were stay the same objects. */
export function lesserOf(readings: Readings, before?: LedgerState): LedgerState {
  const { all, without } = readings
  const { legalHash: _hash, legalBy: _by, correction: _correction, ...rest } = { ...all, ...safest([all, ...without]) }
  const { legalHash, legalBy, correction } = all
  const isReadAlike = without.every((one) => one.legalHash === legalHash && one.legalBy === legalBy)
  const isNotedAlike = without.every((one) => JSON.stringify(one.correction) === JSON.stringify(correction))
  // Nothing takes overrides and accepted losses away again: those of the reading that leaves most out stand in all.
  const { overrides, dismissals, lossesAccepted } = without.at(-1) ?? all
  return {
    ...rest,
    ...(isReadAlike && legalHash !== undefined ? { legalHash } : {}),
    ...(isReadAlike && legalBy !== undefined ? { legalBy } : {}),
    ...(isNotedAlike && correction ? { correction } : {}),
    leavingSet: all.leavingSet,
    fieldSetters: all.fieldSetters,
    authors: without.reduce((names, one) => withNames(names, one.authors), all.authors),
    ...{ overrides, dismissals: inEach(dismissals, [all, ...without]), lossesAccepted },
    facts: factsOf(readings, before),
    undone: readings,
  }
}

/** Who took a dismissal back took trust away: that stays, whatever brought it. */
function inEach(dismissals: LedgerState['dismissals'], readings: readonly LedgerState[]): LedgerState['dismissals'] {
  const named = (one: LedgerState['dismissals'][number]): string => `${findingName(one)}\u0000${one.by}`
  const known = readings.map((reading) => new Set(reading.dismissals.map(named)))
  return dismissals.filter((one) => known.every((names) => names.has(named(one))))
}

function factsOf({ all, without, facts }: Readings, before: LedgerState | undefined): LedgerState['facts'] {
  const found = new Map(all.facts)
  for (const id of facts) {
    const record = all.facts.get(id)
    if (!record) continue
    const others = without.map((one) => one.facts.get(id) ?? EMPTY_RECORD)
    const [was, known] = [before?.facts.get(id), before?.undone?.all.facts.get(id)]
    const isKept = known === record && others.every((other, at) => was?.without?.[at] === other)
    found.set(id, (isKept ? was : undefined) ?? { ...record, ...guarded(record, others), without: others })
  }
  return found
}

/** A quote or an allegation stays one. */
function guarded({ type }: FactRecord, others: readonly FactRecord[]): Pick<FactRecord, 'type'> {
  const isGuarded = (one: FactRecord['type']): boolean => one !== undefined && GUARDED.has(one)
  const other = others.find((one) => isGuarded(one.type))?.type
  return other !== undefined && !isGuarded(type) ? { type: other } : {}
}
