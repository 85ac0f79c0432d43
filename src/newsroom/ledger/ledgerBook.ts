/** The ledger of one open story: the entries on disk, and those on their way there. */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { EMPTY_LEDGER, foldLedger, type LedgerState } from '../../story/ledger/ledger'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { LedgerEnd } from '../../story/ledger/events/libraryEvent'
import { apartOf, inOrder, NONE_APART, type Apart } from '../../story/ledger/order/ledgerOrder'
import { NewsroomError } from '../../story/requests/requests'
import type { Clock } from '../environment/clock'
import { headsOf, signEntry, type Signer } from './signEntry'
import type { Note } from './transitions'

export interface LedgerBeginning {
  /** Name of the ledger: story/trust/chain.ts. */
  readonly ledger: string
  /** The entries that count, in any order. */
  readonly entries: readonly LedgerEntry[]
  /** Entries of other machines that do not count here. Absent: none. */
  readonly apart?: readonly LedgerEntry[]
  /** Number of the last line of the file. */
  readonly seq: number
}

/**
 * Entries count at once, so that decisions of the same moment see each other. A failed write removes all entries that
 * are not on disk, in memory too.
 */
export class LedgerBook {
  #entries: LedgerEntry[] = []
  #apart: Apart = NONE_APART
  #state: LedgerState = EMPTY_LEDGER
  /** How many entries are on the disk. */
  #durable = 0
  /** How many entries counted when the story was opened, or a merge took in others. */
  #begun = 0
  /** The lines of the file, whether they count or not, as far as they were read. */
  #lines: LedgerEntry[] = []
  /** A merge is on its way to the disk. */
  #held = false
  /** The lines that nothing follows yet. */
  #heads: readonly LedgerEntry[] = []
  /** Number of the last line of the file. The file may hold entries that do not count. */
  #seq = 0
  /** How often a failed write removed entries. */
  #generation = 0
  #writing: Promise<void> = Promise.resolve()
  /** Writes under way. */
  #pending = 0

  constructor(
    private begin: LedgerBeginning,
    private readonly signer: Signer,
    readonly clock: Clock,
    /** Resolves when the entries are on disk. They have their numbers in the file. */
    readonly write: (entries: readonly LedgerEntry[]) => Promise<void>,
    /** Called with what was written, numbered as it is read, and with nothing after a failed write removed entries. */
    readonly changed: (written: readonly LedgerEntry[]) => void,
  ) {
    this.#read(begin)
  }

  get entries(): readonly LedgerEntry[] {
    return this.#entries
  }
  /** Entries of other machines that do not count here. */
  get apart(): readonly LedgerEntry[] {
    return this.begin.apart ?? []
  }
  get state(): LedgerState {
    return this.#state
  }
  /** The lines of the file in their order, each once: those that count, and those of other machines. */
  get lines(): readonly LedgerEntry[] {
    return this.#lines
  }

  /** Nothing is appended while `work` writes a merge. It begins when every entry is on the disk. */
  async whileHeld<T>(work: () => Promise<T>): Promise<T> {
    await this.#writing.catch(() => undefined)
    if (this.#held || !this.isIdle) throw new NewsroomError('refused', newsroomText('ledgerBook.merging'))
    this.#held = true
    try {
      return await work()
    } finally {
      this.#held = false
    }
  }

  /** Reads the ledger again, from lines that are on the disk: some are new, or other ones count now. */
  readAgain({ entries, apart = [], seq }: Omit<LedgerBeginning, 'ledger'>): void {
    this.begin = { ledger: this.begin.ledger, entries, apart, seq }
    this.#read(this.begin)
  }

  #read({ entries, apart = [], seq }: LedgerBeginning): void {
    this.#lines = [...entries, ...apart].sort((a, b) => a.seq - b.seq)
    this.#apart = apartOf(apart)
    this.#entries = [...inOrder(entries, this.#apart)]
    this.#state = foldLedger(this.#entries, EMPTY_LEDGER, this.#apart)
    this.#durable = this.#begun = this.#entries.length
    this.#heads = headsOf(this.#lines)
    this.#seq = seq
  }

  /** Signs one entry that follows all lines here and `more`, which comes after them. */
  sign(note: Note, more: readonly LedgerEntry[]): LedgerEntry {
    const place = { ledger: this.begin.ledger, seq: this.#seq + more.length + 1, at: this.clock.now() }
    return signEntry(note, { ...place, after: headsOf([...this.#lines, ...more]) }, this.signer)
  }

  /** Every entry is on the disk, or its write has failed and it was taken back. */
  get isIdle(): boolean {
    return this.#pending === 0
  }

  /** Where the ledger ends now. */
  get end(): LedgerEnd {
    const { head } = this.#state
    const beside = this.#heads.flatMap(({ hash }) => (hash === head ? [] : [hash]))
    return { entries: this.#seq, head, ...(beside.length > 0 ? { beside } : {}) }
  }

  /** Signs the notes and chains them to the ledger; `written` resolves with their entries when they are on disk. */
  append(notes: readonly Note[]): { readonly entries: readonly LedgerEntry[]; readonly written: Promise<void> } {
    if (this.#held && notes.length > 0) throw new NewsroomError('refused', newsroomText('ledgerBook.merging'))
    const entries: LedgerEntry[] = []
    let [seq, after] = [this.#seq, this.#heads]
    for (const note of notes) {
      const place = { ledger: this.begin.ledger, seq: ++seq, at: this.clock.now(), after }
      const entry = signEntry(note, place, this.signer)
      after = [entry]
      entries.push(entry)
    }
    if (!entries.length) return { entries, written: this.#writing }
    const { known, seq: last } = this.#state
    const inOwnOrder = known ? entries.map((entry, at) => ({ ...entry, seq: last + at + 1 })) : entries
    this.#state = foldLedger(inOwnOrder, this.#state)
    ;[this.#seq, this.#heads] = [seq, after]
    this.#entries.push(...inOwnOrder)
    this.#lines.push(...entries)
    const generation = this.#generation
    this.#pending += 1
    this.#writing = this.#writing
      .catch(() => undefined)
      .then(() => this.#put(entries, inOwnOrder, generation))
      .finally(() => (this.#pending -= 1))
    return { entries: inOwnOrder, written: this.#writing }
  }

  /** `lines`: as the file has them. `entries`: as they are read. */
  async #put(lines: readonly LedgerEntry[], entries: readonly LedgerEntry[], generation: number): Promise<void> {
    // An entry before this one was removed, so its chain is broken.
    const last = this.begin.seq + this.#durable - this.#begun
    if (generation !== this.#generation) throw new NewsroomError('failed', newsroomText('ledgerBook.earlierEntryLost'))
    try {
      await this.write(lines)
    } catch (error) {
      this.#generation += 1
      this.#entries.length = this.#durable
      this.#lines.length = this.#lines.findLastIndex(({ seq }) => seq <= last) + 1
      this.#state = foldLedger(this.#entries, EMPTY_LEDGER, this.#apart)
      this.#heads = headsOf(this.#lines)
      this.#seq = last
      this.changed([])
      throw error
    }
    this.#durable += entries.length
    this.changed(entries)
  }
}
