/** The ledger of one open story: the entries on disk, and those on their way there. */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { hashEntry } from '../../story/ledger/hash'
import { EMPTY_LEDGER, foldLedger, type LedgerState } from '../../story/ledger/ledger'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { NewsroomError } from '../../story/requests/requests'
import type { Clock } from '../environment/clock'
import type { Note } from './transitions'

/**
 * Entries count at once, so that decisions of the same moment see each other. A failed write removes all entries that
 * are not on disk, in memory too.
 */
export class LedgerBook {
  #entries: LedgerEntry[]
  #state: LedgerState
  #durable: number
  #generation = 0
  #writing: Promise<void> = Promise.resolve()

  constructor(
    entries: readonly LedgerEntry[],
    readonly clock: Clock,
    /** Resolves when the entries are on disk. */
    readonly write: (entries: readonly LedgerEntry[]) => Promise<void>,
    /** Called with the entries that were written, and with none after a failed write removed entries. */
    readonly changed: (written: readonly LedgerEntry[]) => void,
  ) {
    this.#entries = [...entries]
    this.#state = foldLedger(this.#entries)
    this.#durable = this.#entries.length
  }

  get entries(): readonly LedgerEntry[] {
    return this.#entries
  }
  get state(): LedgerState {
    return this.#state
  }

  /** Chains the notes to the ledger; `written` resolves with their entries when they are on disk. */
  append(notes: readonly Note[]): { readonly entries: readonly LedgerEntry[]; readonly written: Promise<void> } {
    const entries: LedgerEntry[] = []
    let { seq, head } = this.#state
    for (const { by, event } of notes) {
      const rest = { ...event, seq: ++seq, at: this.clock.now(), by, prev: head }
      const entry: LedgerEntry = { ...rest, hash: hashEntry(rest) }
      head = entry.hash
      entries.push(entry)
    }
    this.#state = foldLedger(entries, this.#state)
    if (!entries.length) return { entries, written: this.#writing }
    this.#entries.push(...entries)
    const generation = this.#generation
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#put(entries, generation))
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
      this.changed([])
      throw error
    }
    this.#durable += entries.length
    this.changed(entries)
  }
}
