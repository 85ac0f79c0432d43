/**
 * What the writer of each entry knew: all that the entry follows, directly or by way of others. Two entries of which
 * neither knew the other are *concurrent*.
 *
 * Entries stand in lines, each of which follows the one before. Of each line an entry knows a beginning, so that a few
 * numbers say what it knows (a vector clock). There are about as many lines as machines that wrote at one time.
 */
import type { LedgerEntry } from '../ledgerEntry'
import { countedBefore, knewOtherMoves, NONE_APART, type Apart } from './ledgerOrder'

interface Place {
  readonly line: number
  /** The place in the line, from 1. */
  readonly nth: number
  /** Line → how many of its entries this one knows, itself included. */
  readonly known: readonly number[]
  /** The latest time that it knows, its own left out. */
  readonly latest: string
  readonly at: string
  /** It knew moves that do not count here, or an entry that it knows did. */
  readonly otherMoves: boolean
}

export class KnownEntries {
  /** `apart`: entries of the ledger that do not count. What they knew, those that follow them knew. */
  constructor(private readonly apart: Apart = NONE_APART) {}

  readonly #places = new Map<string, Place>()
  /** The number of an entry in the order → its place. */
  readonly #bySeq = new Map<number, Place>()
  /** Line → its last entry. */
  readonly #ends: Place[] = []

  /** Takes the next entry in the order. One that follows what is missing is taken to know all before it. */
  add(entry: LedgerEntry): void {
    const named = countedBefore(entry, this.apart)
    const before = named.flatMap((hash) => this.#places.get(hash) ?? [])
    const isUnsure = before.length === 0 && named.length > 0
    const known = isUnsure ? this.#ends.map(({ nth }) => nth) : []
    const latest = latestOf((isUnsure ? this.#ends : before).flatMap((place) => [place.latest, place.at]))
    for (const place of before)
      for (const [line, count] of place.known.entries()) known[line] = Math.max(known[line] ?? 0, count)
    const otherMoves =
      before.some((place) => place.otherMoves) || knewOtherMoves(entry, this.apart, (hash) => this.#places.has(hash))
    const goesOn = this.#ends.findIndex(({ nth }, line) => known[line] === nth)
    const line = goesOn < 0 ? this.#ends.length : goesOn
    const nth = (known[line] ?? 0) + 1
    known[line] = nth
    const place = { line, nth, known: Array.from(known, (count) => count ?? 0), latest, at: entry.at, otherMoves }
    this.#ends[line] = place
    this.#places.set(entry.hash, place)
    this.#bySeq.set(entry.seq, place)
  }

  /** The latest time among the entries that entry number `seq` follows. */
  latestBefore(seq: number): string {
    return this.#bySeq.get(seq)?.latest ?? ''
  }

  /** Whether the writer of entry number `seq` knew moves that do not count here. */
  knewOtherMoves(seq: number): boolean {
    return this.#bySeq.get(seq)?.otherMoves ?? false
  }

  /** Whether entry number `later` knew number `earlier`. An entry knows itself. */
  knew(later: number, earlier: number): boolean {
    const [place, before] = [this.#bySeq.get(later), this.#bySeq.get(earlier)]
    return place !== undefined && before !== undefined && (place.known[before.line] ?? 0) >= before.nth
  }
}

const latestOf = (times: readonly string[]): string =>
  times.reduce((latest, time) => (time > latest ? time : latest), '')
