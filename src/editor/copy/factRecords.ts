import type { Transaction } from '@tiptap/pm/state'
import type { FactTag } from '../../story/ledger/facts/fact'

const RECORDS = 'stet.factRecords'
const OWN_STEP = 'stet.ownUndoStep'

/** Sends records along with a transaction: marks and records reach the shared document in one Y transaction. */
export function withFactRecords(transaction: Transaction, records: readonly FactTag[]): Transaction {
  return asOwnUndoStep(transaction.setMeta(RECORDS, [...factRecordsOf(transaction), ...records]))
}

export const factRecordsOf = (transaction: Transaction): readonly FactTag[] =>
  (transaction.getMeta(RECORDS) as readonly FactTag[] | undefined) ?? []

/** Makes a transaction one undo step of its own: what was typed just before or after it is undone separately. */
export const asOwnUndoStep = (transaction: Transaction): Transaction => transaction.setMeta(OWN_STEP, true)

export const isOwnUndoStep = (transaction: Transaction): boolean => transaction.getMeta(OWN_STEP) === true
