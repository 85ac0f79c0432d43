/** Which of the notes on who wrote the words of a verdict count on this machine. */
import type { FactEvent } from '../ledger/events/factEvent'
import type { FactRecord, FoundWriters } from '../ledger/record/factRecord'
import type { LedgerState } from '../ledger/ledgerState'
import { defined } from '../text/defined'
import type { DoubtsOf } from './doubts'

/** Stet found that people wrote here, too. */
export type FoundEvent = Extract<FactEvent, { kind: 'reworded' }>

/** The ledger without notes of words that are in doubt elsewhere, and not here. */
export function foundHere(ledger: LedgerState, doubts: DoubtsOf): LedgerState {
  let facts: Map<string, FactRecord> | undefined
  for (const [id, record] of ledger.facts) {
    const read = recordHere(record, doubts)
    if (read !== record) (facts ??= new Map(ledger.facts)).set(id, read)
  }
  return facts ? { ...ledger, facts } : ledger
}

function recordHere(record: FactRecord, doubts: DoubtsOf): FactRecord {
  const { found, without } = record
  const still = found?.filter(({ doubted }) => doubted?.every((place) => doubts(place).length === 0) !== true)
  const others = without?.map((one) => recordHere(one, doubts))
  const isSame = still?.length === found?.length && (others?.every((one, at) => one === without?.[at]) ?? true)
  return isSame ? record : { ...record, ...defined({ found: still, without: others }) }
}

/** The ledger as it will be when Stet has noted this. */
export function withFound(ledger: LedgerState, found: readonly FoundEvent[]): LedgerState {
  const facts = new Map(ledger.facts)
  for (const { fact, of = '', writers: words = [], around = [], doubted } of found) {
    const record = facts.get(fact)
    if (record) facts.set(fact, recordWith(record, { of, words, around, ...defined({ doubted }) }))
  }
  return { ...ledger, facts }
}

const recordWith = (record: FactRecord, found: FoundWriters): FactRecord => ({
  ...record,
  found: [...(record.found ?? []), found],
  ...defined({ without: record.without?.map((one) => recordWith(one, found)) }),
})
