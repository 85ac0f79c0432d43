/** What Stet on another machine noted in the name of a person: that person's own key did not sign it. */
import type { LedgerEntry } from '../ledger/ledgerEntry'
import { STET } from '../text/stet'
import type { KeyHistory } from './keys/knownKeys'

/** Ids of the keys with which Stet signs its notes on other machines, also of those that nobody trusts any more. */
export const notesElsewhere = ({ keys }: Pick<KeyHistory, 'keys'>): readonly string[] =>
  [...keys.values()].flatMap(({ id, elsewhere, grade }) => (elsewhere && grade === 'library' ? [id] : []))

export const NO_NOTES: readonly string[] = []

/** Whether nothing proves that the person whom an entry names did it. `notes`: the ids of `notesElsewhere`. */
export const isNameUnproven = ({ by, signer }: Pick<LedgerEntry, 'by' | 'signer'>, notes: readonly string[]): boolean =>
  by !== STET && signer !== undefined && notes.includes(signer)
