/**
 * A ledger of which merges were undone is read several times: with all that they brought, and without what each choice
 * of them brought. The story stands no better than any reading says. So an undo takes the trust that came with a merge,
 * and nothing that came against the words: docs/decisions/merging.md.
 */
import { withNames } from '../writers/authorNames'
import { GUARDED } from '../facts/fact'
import { EMPTY_RECORD, type FactRecord } from '../record/factRecord'
import { findingName } from '../events/gateEvent'
import type { LedgerState, Readings } from '../ledgerState'
import { safest } from '../moves'
import type { Apart } from './ledgerOrder'
import type { Undoing } from './undoneMerges'

/** Each reading costs as much as the whole ledger, and each undoing by itself doubles them. Older ones count as one. */
const EACH_BY_ITSELF = 3

/**
 * What each reading leaves out; the last one leaves out all. `undoings`: the last one first. Another undoing adds
 * readings and takes none away, up to four: so it lifts nothing, even where it undoes a merge that brought an undoing.
 */
export function leftOut(undoings: readonly Undoing[]): readonly Apart[] {
  const brought = undoings.map((one) => one.brought)
  const older = brought.slice(EACH_BY_ITSELF).flat()
  const parts = [...brought.slice(0, EACH_BY_ITSELF), ...(older.length > 0 ? [older] : [])]
  const choices = Array.from({ length: 2 ** parts.length - 1 }, (_, nth) => nth + 1)
  return choices.map((choice) => {
    const out = parts.filter((_, at) => (choice >> at) & 1).flat()
    return new Map(out.map((entry) => [entry.hash, entry]))
  })
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
    // What came with a merge that was undone takes nothing back that is outside.
    ...(without.some(({ outside }) => outside) ? { outside: true as const } : {}),
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
