import type * as Y from 'yjs'
import { doubtOnly } from '../../document/merge/brought'
import { nameOf } from '../../document/writers/characters/hands'
import { WRITERS_MAP } from '../../story/copy/documentSchema'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { LedgerState } from '../../story/ledger/ledgerState'
import { doubtsHere, type DoubtsOf } from '../../story/merge/doubts'
import { foundHere } from '../../story/merge/foundHere'
import type { KeyHistory } from '../../story/trust/keys/knownKeys'

/** What a story is read from. */
interface Read {
  readonly entries: readonly LedgerEntry[]
  readonly state: LedgerState
  readonly keys: KeyHistory
  /** How many Yjs client ids have a name. */
  readonly writers: number
}

/** What is in doubt in one story on this machine. Read again when its ledger or the keys are others. */
export class StoryDoubts {
  #read: Read | undefined
  #doubts: DoubtsOf = () => []
  #ledger: LedgerState | undefined

  constructor(
    private readonly doc: Y.Doc,
    private readonly now: () => Omit<Read, 'writers'>,
  ) {
    doubtOnly(doc, () => {
      this.#look()
      return this.#doubts
    })
  }

  /** The ledger without what this machine knows better. */
  get ledger(): LedgerState {
    return this.#look()
  }

  #look(): LedgerState {
    const read = { ...this.now(), writers: this.doc.getMap(WRITERS_MAP).size }
    const { entries, state, keys, writers } = read
    const isSame = this.#read?.state === state && this.#read.keys === keys && this.#read.writers === writers
    if (isSame && this.#ledger) return this.#ledger
    this.#read = read
    this.#doubts = state.shared ? doubtsHere(entries, keys, (client) => nameOf(this.doc, client)) : () => []
    this.#ledger = state.shared ? foundHere(state, this.#doubts) : state
    return this.#ledger
  }
}
