/** The ledger of one open story: the entries on disk, and those on their way there. */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { EMPTY_LEDGER, foldLedger, type LedgerState } from '../../story/ledger/ledger'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { SealedLedger } from '../../story/ledger/libraryEvent'
import { NewsroomError } from '../../story/requests/requests'
import type { Clock } from '../environment/clock'
import { headsOf, signEntry, type Signer } from './signEntry'
import type { Note } from './transitions'

export interface LedgerBeginning {
  /** Name of the ledger: story/trust/chain.ts. */
  readonly ledger: string
  /** The entries that count. */
  readonly entries: readonly LedgerEntry[]
  /** Number of the last line of the file. */
  readonly seq: number
}

/**
 * Entries count at once, so that decisions of the same moment see each other. A failed write removes all entries that
 * are not on disk, in memory too.
 */
export class LedgerBook {
  #entries: LedgerEntry[]
  #state: LedgerState
  #durable: number
  #heads: readonly LedgerEntry[]
  /** Number of the last line of the file. The file may hold entries that do not count. */
  #seq: number
  #generation = 0
  #writing: Promise<void> = Promise.resolve()
  /** Writes under way. */
  #pending = 0

  constructor(
    private readonly begin: LedgerBeginning,
    private readonly signer: Signer,
    readonly clock: Clock,
    /** Resolves when the entries are on disk. */
    readonly write: (entries: readonly LedgerEntry[]) => Promise<void>,
    /** Called with the entries that were written, and with none after a failed write removed entries. */
    readonly changed: (written: readonly LedgerEntry[]) => void,
  ) {
    this.#entries = [...begin.entries]
    this.#state = foldLedger(this.#entries)
    this.#durable = this.#entries.length
    this.#heads = headsOf(this.#entries)
    this.#seq = begin.seq
  }

  get entries(): readonly LedgerEntry[] {
    return this.#entries
  }
  get state(): LedgerState {
    return this.#state
  }

  /** Every entry is on the disk, or its write has failed and it was taken back. */
  get isIdle(): boolean {
    return this.#pending === 0
  }

  /** Where the ledger ends now. */
  get end(): SealedLedger {
    return { entries: this.#seq, head: this.#state.head }
  }

  /** Signs the notes and chains them to the ledger; `written` resolves with their entries when they are on disk. */
  append(notes: readonly Note[]): { readonly entries: readonly LedgerEntry[]; readonly written: Promise<void> } {
    const entries: LedgerEntry[] = []
    let [seq, after] = [this.#seq, this.#heads]
    for (const note of notes) {
      const place = { ledger: this.begin.ledger, seq: ++seq, at: this.clock.now(), after }
      const entry = signEntry(note, place, this.signer)
      after = [entry]
      entries.push(entry)
    }
    if (!entries.length) return { entries, written: this.#writing }
    this.#state = foldLedger(entries, this.#state)
    ;[this.#seq, this.#heads] = [seq, after]
    this.#entries.push(...entries)
    const generation = this.#generation
    this.#pending += 1
    this.#writing = this.#writing
      .catch(() => undefined)
      .then(() => this.#put(entries, generation))
      .finally(() => (this.#pending -= 1))
    return { entries, written: this.#writing }
  }

  async #put(entries: readonly LedgerEntry[], generation: number): Promise<void> {
    // An entry before this one was removed, so its chain is broken.
    if (generation !== this.#generation) throw new NewsroomError('failed', newsroomText('ledgerBook.earlierEntryLost'))
    try {
      await this.write(entries)
    } catch (error) {
      this.#generation += 1
      this.#entries.length = this.#durable
      this.#state = foldLedger(this.#entries, EMPTY_LEDGER)
      this.#heads = headsOf(this.#entries)
      this.#seq = Math.max(this.begin.seq, this.#state.seq)
      this.changed([])
      throw error
    }
    this.#durable += entries.length
    this.changed(entries)
  }
}
