/** The public keys of a library, as its own ledger introduced them (keyHistory.ts). */
import type { LedgerEnd, LedgerEnds, PublicKey } from '../../ledger/events/libraryEvent'

export interface KnownKey extends PublicKey {
  /** It signs on another machine: an editor trusts it. It counts in stories only. */
  readonly elsewhere?: true
  /** Of a key elsewhere: how many lines the table of heads had when it was trusted. Absent: unknown. */
  readonly since?: number
  /** Of a person's key elsewhere: the id of the key with which Stet signs its notes there. */
  readonly notes?: string
  /** Of a person's key elsewhere: for whom age seals what only this key opens. */
  readonly recipient?: string
  /** ISO 8601 instants. Of a key elsewhere nobody knows when it was made. */
  readonly added?: string
  readonly retired?: string
  /** Hash of the entry that retired it. In the library's own ledger, the key counts in what that entry follows. */
  readonly retiredBy?: string
  /** How many of `KeyHistory.ends` had been noted by then. Absent: none were, an older Stet retired it. */
  readonly endsKnown?: number
}

/** A right that the library's ledger gives or takes. */
interface Given {
  /** How many lines the table of heads had then. Absent: before there was one. */
  readonly heads?: number
}

export interface KeyHistory {
  readonly keys: ReadonlyMap<string, KnownKey>
  /** The library's own key. Absent: the library is from before keys. */
  readonly library?: string
  /** Where every ledger ended when the library got keys. Before it, entries need no signature. */
  readonly sealed?: LedgerEnds
  /** Where every ledger ended at the first PIN. Before it, an unencrypted key was enough for verdicts. */
  readonly sealedAtPin?: LedgerEnds
  /** Hash of that seal. */
  readonly pinSeal?: string
  /** Ends of ledgers, as seals and retirements noted them, oldest first. A later one names only what changed. */
  readonly ends: readonly LedgerEnds[]
  /** Name → role, '' for none. */
  readonly people: ReadonlyMap<string, string>
  /** Roles as they were given, and when ('': before the library had keys), oldest first. */
  readonly roles: readonly (Given & { readonly at: string; readonly person: string; readonly role: string })[]
  /** When the one-person desk was switched on or off, oldest first. */
  readonly alone: readonly (Given & { readonly at: string; readonly on: boolean })[]
  /** Name → public key of the one-time code that was given last and not used. */
  readonly invitations: ReadonlyMap<string, string>
}

export const NO_KEYS: KeyHistory = {
  keys: new Map(),
  ends: [],
  people: new Map(),
  roles: [],
  alone: [],
  invitations: new Map(),
}

/** The keys that a person signs with in this library now, the newest first. */
export const keysOf = ({ keys }: KeyHistory, person: string): readonly KnownKey[] =>
  [...keys.values()].filter((key) => key.person === person && key.retired === undefined && !key.elsewhere).toReversed()

/** The keys of other machines that an editor trusts now, without those that sign only notes. */
export const trustedDevices = ({ keys }: KeyHistory): readonly KnownKey[] =>
  [...keys.values()].filter((key) => key.elsewhere && key.grade !== 'library' && key.retired === undefined)

/** Where the ledger of a story ended when the first `count` of the ends were noted. Undefined: it was not there yet. */
export const endNoted = (
  { ends }: Pick<KeyHistory, 'ends'>,
  story: string,
  count: number = ends.length,
): LedgerEnd | undefined => ends.slice(0, count).findLast((some) => some[story] !== undefined)?.[story]

/**
 * Whether an editor has set the first PIN, by the library's ledger. From then on verdicts and moves need one. That the
 * roster has a PIN (`hasPins`) does not prove it.
 */
export const hasFirstPin = ({ sealedAtPin }: KeyHistory): boolean => sealedAtPin !== undefined
