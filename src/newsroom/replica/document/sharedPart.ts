import type * as Y from 'yjs'
import { typedCounts } from '../../../document/typedCounts'
import type { IsShared } from '../../../document/writers/watch/watchHands'
import type { LedgerEntry, LedgerEvent } from '../../../story/ledger/ledgerEntry'
import type { LedgerState } from '../../../story/ledger/ledger'
import type { TypedCounts } from '../../../story/ledger/writers/pen'

/** The ledger as far as it says that a story left its library. */
interface Left {
  readonly entries: readonly LedgerEntry[]
  readonly pen: LedgerState['pen']
}

/** What others may have of the document: what it had when it was opened, handed over or merged last. */
export class SharedPart {
  #counts: TypedCounts
  /** Whether the story left its library, by the number of entries for which that was asked. */
  #left: { readonly entries: number; readonly is: boolean } | undefined

  constructor(
    private readonly doc: Y.Doc,
    private readonly ledger: () => Left,
  ) {
    this.#counts = typedCounts(doc)
  }

  /** Others may have all of it now. */
  takeAll(): void {
    this.#counts = typedCounts(this.doc)
  }

  /** Whether others may have an item of the document. Undefined: the story never left this library, nor came back. */
  get test(): IsShared | undefined {
    const { entries, pen } = this.ledger()
    if (this.#left?.entries !== entries.length)
      this.#left = { entries: entries.length, is: entries.some(leavesWhole) || pen !== undefined }
    return this.#left.is ? (client, clock) => clock < (this.#counts.get(client) ?? 0) : undefined
  }
}

/** Whether the whole story left in a bundle, or came back in one. */
export const leavesWhole = (event: LedgerEvent): boolean =>
  event.kind === 'merged' || event.kind === 'pen' || (event.kind === 'exported' && event.format === 'bundle')
