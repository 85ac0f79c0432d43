import type { FactEvent } from '../ledger/events/factEvent'
import type { FactRecord, FoundWriters } from '../ledger/record/factRecord'
import type { LedgerState } from '../ledger/ledgerState'
import { defined } from '../text/defined'

/** Stet finds that people wrote here, too. */
export type FoundEvent = Extract<FactEvent, { kind: 'reworded' }>

/** The ledger as it will be when Stet has noted whom it found. */
export function withFound(ledger: LedgerState, found: readonly FoundEvent[]): LedgerState {
  const facts = new Map(ledger.facts)
  for (const { fact, of = '', writers: words = [], around = [] } of found) {
    const record = facts.get(fact)
    if (record) facts.set(fact, recordWith(record, { of, words, around }))
  }
  return { ...ledger, facts }
}

const recordWith = (record: FactRecord, found: FoundWriters): FactRecord => ({
  ...record,
  found: [...(record.found ?? []), found],
  ...defined({ without: record.without?.map((one) => recordWith(one, found)) }),
})
