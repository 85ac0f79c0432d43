/** Writes the table of heads: where each ledger ends. After the ledger, so that a crash never looks like a loss. */
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { HeadEvent, LedgerEnd, LedgerEnds } from '../../story/ledger/events/libraryEvent'
import { HEADS } from '../../story/trust/chain'
import { foldHeads, NO_HEADS, type HeadTable } from '../../story/trust/heads'
import type { HeadsOfStories } from '../../story/trust/storyHeads'
import type { StoryStore } from '../../storage/disk/storyStore'
import type { Clock } from '../environment/clock'
import { signEntry, type Signer } from './signEntry'
import { STET } from '../../story/text/stet'

/**
 * Lines of the file beyond which it is compacted. Each line is read and checked at every start; the compacted one is
 * read as one text, however many stories it has.
 */
const MOST_LINES = 500

interface Tools {
  readonly store: Pick<StoryStore, 'appendHeads' | 'replaceHeads' | 'writable'>
  readonly clock: Clock
  readonly signer: Signer
  /** Told of a failed write. The next head tries again. */
  readonly failed: (error: unknown) => void
}

export class HeadBook {
  #table: HeadTable
  /** The last line of the file: its number there, and its hash. */
  #last: { readonly seq: number; readonly after: readonly LedgerEntry[] }
  /** Heads that are not on the disk yet. */
  readonly #waiting = new Map<string, LedgerEnd>()
  #writing: Promise<void> | undefined

  /** `entries`: the lines of the file. `table`: what they say, as far as they count. */
  constructor(
    entries: readonly LedgerEntry[],
    table: HeadTable,
    private readonly tools: Tools,
  ) {
    this.#table = table
    const last = entries.at(-1)
    this.#last = { seq: last?.seq ?? 0, after: last ? [last] : [] }
  }

  /** What is on the disk. */
  get table(): HeadTable {
    return this.#table
  }

  /** When its last line was written, as that line says. Undefined: it has none. */
  get lastAt(): string | undefined {
    return this.#last.after[0]?.at
  }

  /**
   * `lines`: how many lines an entry that counts says the table had. If it has fewer now, the missing ones are noted as
   * a gap.
   */
  expectLines(lines: number): void {
    const gap = { from: this.#table.lines + 1, to: lines }
    if (gap.to >= gap.from) this.#table = { ...this.#table, lines, gaps: [...this.#table.gaps, gap] }
  }

  /** Calls of one moment go to the disk together. */
  note(story: string, head: LedgerEnd): void {
    const { store, signer } = this.tools
    if (!store.writable || !signer.ready) return
    this.#waiting.set(story, head)
    this.#writing ??= this.#writeSoon()
  }

  /** The same for a ledger that ends with these entries. None: nothing is noted. */
  noteLast(story: string, entries: readonly LedgerEntry[]): void {
    const last = entries.at(-1)
    if (last) this.note(story, { entries: last.seq, head: last.hash })
  }

  /**
   * Forgets the heads of deleted stories: their tombstones stand for them. They leave the file when it is next
   * compacted; until then readers pass them over.
   */
  forget(stories: Iterable<string>): void {
    const gone = [...stories]
    for (const story of gone) this.#waiting.delete(story)
    if (gone.length > 0) this.#table = { ...this.#table, heads: this.#table.heads.without(gone) }
  }

  /** Resolves when every head is on the disk. Rejects when one cannot be written. */
  async settle(): Promise<void> {
    while (this.#writing) await this.#writing
    if (this.#waiting.size === 0) return
    await this.#write()
  }

  /** Writes the table whole, with `more`. */
  async replace(more: LedgerEnds = {}): Promise<void> {
    const entry = this.#sign(this.#compacted(this.#table.heads.with(Object.entries(more))), 1, [])
    await this.tools.store.replaceHeads([entry])
    this.#take([entry], { ...this.#table, heads: NO_HEADS.heads })
  }

  /** A table of its own for a copy of the library in which the ledgers end here. Empty without keys. */
  tableOf(stories: LedgerEnds): readonly LedgerEntry[] {
    return this.tools.signer.ready
      ? [this.#sign(this.#compacted(NO_HEADS.heads.with(Object.entries(stories))), 1, [])]
      : []
  }

  async #writeSoon(): Promise<void> {
    await Promise.resolve()
    try {
      while (this.#waiting.size > 0) await this.#write()
    } catch (error) {
      this.tools.failed(error)
    } finally {
      this.#writing = undefined
    }
  }

  async #write(): Promise<void> {
    const heads = [...this.#waiting]
    this.#waiting.clear()
    try {
      if (this.#last.seq > MOST_LINES) return await this.replace(Object.fromEntries(heads))
      let { seq, after } = this.#last
      const entries = heads.map(([story, head], index): LedgerEntry => {
        const event: HeadEvent = { kind: 'head', story, line: this.#table.lines + index + 1, ...head }
        const entry = this.#sign(event, ++seq, after)
        after = [entry]
        return entry
      })
      await this.tools.store.appendHeads(entries)
      this.#take(entries, this.#table)
    } catch (error) {
      for (const [story, head] of heads) if (!this.#waiting.has(story)) this.#waiting.set(story, head)
      throw error
    }
  }

  #compacted(heads: HeadsOfStories): HeadEvent {
    const { lines, gaps } = this.#table
    return { kind: 'headsCompacted', line: lines + 1, table: heads.toText(), ...(gaps.length ? { gaps } : {}) }
  }

  #sign(event: HeadEvent, seq: number, after: readonly LedgerEntry[]): LedgerEntry {
    const { clock, signer } = this.tools
    return signEntry({ by: STET, event }, { ledger: HEADS, seq, at: clock.now(), after }, signer)
  }

  #take(entries: readonly LedgerEntry[], before: HeadTable): void {
    this.#table = foldHeads(entries, before)
    const last = entries.at(-1)
    if (last) this.#last = { seq: last.seq, after: [last] }
  }
}
