/**
 * What other machines have noted of the sources of a fact. Each library has its own source book, so one may know that a
 * source was renamed or has other ground rules while another one does not. Statuses must not differ by that: what one
 * of them found, and has not taken back, holds on all.
 */
import type { SignOff } from '../../ledger/facts/fact'
import { knewEntry, type FactRecord } from '../../ledger/record/factRecord'

/** Whether the note of this machine is asked for, or one of any. */
export type OfMachine = (signer: string) => boolean

/**
 * Whether Stet noted on a machine that the source of a verdict is another one there. Does not cover later verdicts, or
 * verdicts that machine had not received: it notes each when it arrives.
 */
export const isToldOtherwise = (
  { known, sourceNotes = [] }: Pick<FactRecord, 'known' | 'sourceNotes'>,
  { entry }: Pick<SignOff, 'entry'>,
  isOf: OfMachine = () => true,
): boolean => sourceNotes.some((note) => note.differs && isOf(note.signer) && knewEntry({ known }, note.entry, entry))
