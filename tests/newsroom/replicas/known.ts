/** What each machine has heard, as the test itself counts it from bundles: it asks no ledger what it knows. */
import { expect } from 'vitest'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import type { Role } from '../../../src/story/desk/roster'
import type { SourceBooks, SourcesTold } from './sourceBooks'

/** A bundle, and what its sender had heard. */
export interface Sent {
  readonly bytes: Uint8Array
  readonly hashes: ReadonlySet<string>
  readonly sources: SourcesTold
}

/** Of a verdict: what its giver's machine held of its giver and of what it rests on. */
export interface Given {
  readonly role: Role
  /** Ids of the evidence that stood there. */
  readonly evidence: readonly string[]
  /** Source → its terms there. */
  readonly terms: ReadonlyMap<string, string>
}

export class Known {
  /** Hashes of entries, by machine. */
  readonly hashes: readonly Set<string>[]
  /** Machine → name → role there. */
  readonly roles: readonly Map<string, Role>[]
  /** Machine → what was changed there of roles and protections, in order. */
  readonly changes: readonly string[][]
  /** Machine → hash → the role that its writer had there when it came. */
  readonly arrivals: readonly Map<string, Role | undefined>[]
  readonly given = new Map<string, Given>()
  readonly #without: readonly Set<string>[]
  readonly #entries = new Map<string, LedgerEntry>()

  constructor(
    count: number,
    people: readonly string[],
    readonly books: SourceBooks,
  ) {
    const each = <T>(make: () => T): readonly T[] => Array.from({ length: count }, make)
    this.hashes = each(() => new Set())
    this.roles = each(() => new Map(people.map((name) => [name, 'editor'])))
    this.changes = each(() => [])
    this.#without = each(() => new Set())
    this.arrivals = each(() => new Map())
  }

  gaveRole(machine: number, name: string, role: Role): void {
    const hadNone = this.#without[machine]?.delete(name) === true
    if (hadNone || this.roles[machine]?.get(name) !== role) this.changes[machine]?.push(`${name} is ${role}`)
    this.roles[machine]?.set(name, role)
  }

  tookRole(machine: number, name: string): void {
    this.changes[machine]?.push(`${name} is `)
    this.#without[machine]?.add(name)
    this.roles[machine]?.set(name, 'reporter')
  }

  entry(hash: string): LedgerEntry | undefined {
    return this.#entries.get(hash)
  }

  /** Entries that this machine wrote itself. `own`: ids of its keys. */
  wrote(machine: number, entries: readonly LedgerEntry[], own: ReadonlySet<string>): readonly LedgerEntry[] {
    const fresh = entries.filter(({ hash }) => !this.hashes[machine]?.has(hash))
    expect(fresh.filter(({ signer = '' }) => !own.has(signer)).map(({ kind, by }) => `${kind} by ${by}`)).toEqual([])
    for (const entry of fresh) {
      this.#entries.set(entry.hash, entry)
      this.hashes[machine]?.add(entry.hash)
    }
    return fresh
  }

  /** A bundle was taken in: all that its sender had heard is here, but for notes that somebody merged something. */
  heard(machine: number, { hashes, sources }: Sent, entries: readonly LedgerEntry[]): void {
    const [mine, here] = [this.hashes[machine], new Set(entries.map(({ hash }) => hash))]
    const news = [...hashes].filter((hash) => !mine?.has(hash) && here.has(hash))
    const missing = [...hashes].filter((hash) => !here.has(hash))
    expect(missing.map((hash) => this.entry(hash)?.kind).filter((kind) => kind !== 'merged')).toEqual([])
    for (const hash of news) {
      mine?.add(hash)
      this.arrivals[machine]?.set(hash, this.roles[machine]?.get(this.entry(hash)?.by ?? ''))
    }
    this.books.heard(machine, sources)
  }
}
