/** Checks that the entries of a ledger are whole and follow one another. Signatures: verifyLedger.ts. */
import { ledgerText } from '../../catalogue/story/ledger'
import { hashEntry, hashText } from '../ledger/hash'
import { isSignedForm, type LedgerEntry } from '../ledger/ledgerEntry'
import { countedBefore, NONE_APART, type Apart } from '../ledger/order/ledgerOrder'
import { isPlausibleNext } from './plausibleNumbers'

/** The name of a story's ledger, in each of its entries: they prove nothing in another story. */
export const ledgerOf = (guid: string): string => hashText(`stet story ${guid}`).slice(0, 32)
/** The names of the library's own ledger and of its table of heads. */
export const LIBRARY = 'library'
export const HEADS = 'heads'

export interface ChainBreak {
  /** Leave the entry out: its own hash is wrong, or it is a copy. Otherwise it is whole and does not follow. */
  readonly damaged: boolean
  /** One clause for people. */
  readonly why: string
}

/** The end of a chain, where new entries go on. */
export interface ChainEnd {
  readonly seq: number
  /** Hashes of the entries that nothing follows. Empty before the first entry. */
  readonly heads: readonly string[]
}

/** Takes the entries of one ledger in the order of its file. */
export class Chain {
  #seq = 0
  /** The number that the last line states. If it is wrong, an older Stet may have numbered the next line after it. */
  #stated = 0
  #last = ''
  readonly #heads = new Set<string>()
  readonly #known = new Set<string>()

  get end(): ChainEnd {
    return { seq: this.#seq, heads: [...this.#heads] }
  }

  /** The entry that was taken in last, with its true number. The one in its line is in no hash and may be wrong. */
  numbered(entry: LedgerEntry): LedgerEntry {
    return entry.seq === this.#seq ? entry : { ...entry, seq: this.#seq }
  }

  /** A chain of the same entries. What is added to one of the two is not in the other. */
  copy(): Chain {
    const copy = new Chain()
    ;[copy.#seq, copy.#stated, copy.#last] = [this.#seq, this.#stated, this.#last]
    for (const hash of this.#heads) copy.#heads.add(hash)
    for (const hash of this.#known) copy.#known.add(hash)
    return copy
  }

  has(hash: string): boolean {
    return this.#known.has(hash)
  }

  /** Says what is wrong with the next entry. Takes the entry in, unless it is damaged or stands in a wrong place. */
  add(entry: LedgerEntry): ChainBreak | undefined {
    if (hashEntry(entry) !== entry.hash) return { damaged: true, why: ledgerText('chain.hashDiffers') }
    const why = this.#whyNotNext(entry)
    // A repeated or misplaced entry would undo what came after its first place. A number that is in the hash cannot be
    // corrected.
    const isElsewhere = entry.seq <= this.#seq || this.#known.has(entry.hash)
    if (why !== undefined && (isElsewhere || (!isSignedForm(entry) && !isPlausibleNext(this.#seq, entry.seq))))
      return { damaged: true, why }
    this.#take(entry)
    return why === undefined ? undefined : { damaged: false, why }
  }

  /** Takes all entries or none. Returns a function that takes them out again. Throws when one does not follow. */
  append(entries: readonly LedgerEntry[]): () => void {
    const [seq, stated, last, heads] = [this.#seq, this.#stated, this.#last, [...this.#heads]]
    const added: string[] = []
    const undo = (): void => {
      for (const hash of added) this.#known.delete(hash)
      this.#heads.clear()
      for (const hash of heads) this.#heads.add(hash)
      ;[this.#seq, this.#stated, this.#last] = [seq, stated, last]
    }
    for (const entry of entries) {
      // Where no entry before counts, the next one follows none.
      const begins = entry.follows?.length === 0 && entry.seq === this.#seq + 1
      const follows = begins ? undefined : this.#whyNotNext(entry)
      const why = hashEntry(entry) === entry.hash ? follows : ledgerText('chain.hashDiffers')
      if (why !== undefined) {
        undo()
        throw new Error(ledgerText('chain.notWritten', { seq: entry.seq, why }))
      }
      this.#take(entry)
      added.push(entry.hash)
    }
    return undo
  }

  #whyNotNext(entry: LedgerEntry): string | undefined {
    const due = this.#seq + 1
    if (entry.seq !== due && !this.#followsWrongNumber(entry))
      return ledgerText('chain.numberDiffers', { seq: entry.seq, due })
    if (this.#known.has(entry.hash)) return ledgerText('chain.twice')
    if (!isSignedForm(entry)) return entry.prev === this.#last ? undefined : ledgerText('chain.doesNotFollow')
    const { follows = [] } = entry
    const follow = this.#knowsAll(follows) && (follows.length > 0 || this.#known.size === 0)
    return follow ? undefined : ledgerText('chain.doesNotFollow')
  }

  #knowsAll(hashes: readonly string[]): boolean {
    return hashes.every((hash) => this.#known.has(hash))
  }

  #followsWrongNumber(entry: LedgerEntry): boolean {
    return this.#stated > this.#seq && entry.seq === this.#stated + 1 && isSignedForm(entry)
  }

  /**
   * The number of the entry: the next one, whatever its line states. Only where lines before it are missing does its
   * line say how many.
   */
  #numberOf(entry: LedgerEntry): number {
    const { seq, follows = [] } = entry
    if (!isSignedForm(entry)) return seq
    const isAfterMissing =
      !this.#followsWrongNumber(entry) && !this.#knowsAll(follows) && isPlausibleNext(this.#seq, seq)
    return isAfterMissing ? seq : this.#seq + 1
  }

  #take(entry: LedgerEntry): void {
    ;[this.#seq, this.#stated] = [this.#numberOf(entry), entry.seq]
    for (const hash of isSignedForm(entry) ? (entry.follows ?? []) : [entry.prev ?? '']) this.#heads.delete(hash)
    this.#heads.add(entry.hash)
    this.#known.add(entry.hash)
    this.#last = entry.hash
  }
}

/**
 * Says in a clause where a ledger is broken first, or returns undefined. `apart`: entries of the ledger that do not
 * count. Others follow them, and they leave gaps in the numbers.
 */
export function verifyChain(entries: readonly LedgerEntry[], apart: Apart = NONE_APART): string | undefined {
  const add = apart.size > 0 ? amongApart(apart) : (entry: LedgerEntry) => chain.add(entry)?.why
  const chain = new Chain()
  for (const [index, entry] of entries.entries()) {
    const why = add(entry)
    if (why !== undefined) return ledgerText('chain.broken', { place: index + 1, why })
  }
  return undefined
}

function amongApart(apart: Apart): (entry: LedgerEntry) => string | undefined {
  const known = new Set<string>()
  return (entry) => {
    if (hashEntry(entry) !== entry.hash) return ledgerText('chain.hashDiffers')
    if (known.has(entry.hash)) return ledgerText('chain.twice')
    const before = countedBefore(entry, apart)
    const follows = before.every((hash) => known.has(hash)) && (before.length > 0 || known.size === 0)
    known.add(entry.hash)
    return follows ? undefined : ledgerText('chain.doesNotFollow')
  }
}
