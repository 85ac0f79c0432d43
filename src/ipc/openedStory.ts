import type { LedgerEntry } from '../story/ledger/ledgerEntry'
import type { TrustLoss } from '../story/ledger/loss'

/** A story as a window gets it when it opens it. */
export interface OpenedStory {
  readonly id: string
  readonly guid: string
  readonly created: string
  /** The whole document: Yjs updates v1, one after the other. */
  readonly updates: readonly Uint8Array[]
  /** JSON of its entries. The bridge copies a text at once, and each of 10,000 entries by itself. */
  readonly ledger: string
  /** Entries of other machines that do not count here. Others may follow them. */
  readonly apart: readonly LedgerEntry[]
  /** The Y client id with which this window types. Main has recorded which person it is of. */
  readonly clientId: number
  /** Set if the document has content that this version does not know: show `text` and change nothing. */
  readonly guarded?: { readonly why: string; readonly text: string }
  readonly repairs: readonly string[]
  /** What was found missing or damaged, accepted losses too. */
  readonly losses: readonly TrustLoss[]
  /** Who wrote here without a PIN when the library had PINs. Absent: nobody. */
  readonly unproven?: readonly string[]
}
