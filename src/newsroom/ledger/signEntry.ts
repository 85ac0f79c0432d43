import { hashEntry } from '../../story/ledger/hash'
import type { LedgerEntry, LedgerEvent } from '../../story/ledger/ledgerEntry'
import { followedBy } from '../../story/ledger/order/ledgerOrder'
import { defined } from '../../story/text/defined'
import { vouchFor } from '../../story/trust/signing'
import type { Note, NoteKeys } from './transitions'

/** Holds the private keys that this process may use. */
export interface Signer extends NoteKeys {
  /** False: the library is only read, or its keys are lost. Then nothing can be noted. */
  readonly ready: boolean
  /** Lines of the table of heads that are on the disk. */
  readonly heads: number
  /** Id of the key with which `person` signs `event`. Throws a refusal when that key is closed or not good enough. */
  keyFor(person: string, event: LedgerEvent): string
  /** The public key of that id, base64url, if it is one that signs a single entry. */
  publicKeyOnce(key: string): string | undefined
  /** Signs a hash. Returns base64url. */
  sign(key: string, hash: string): string
}

/** Where an entry goes: which ledger, after which entries. */
export interface EntryPlace {
  readonly ledger: string
  readonly seq: number
  readonly at: string
  /** The entries that nothing follows yet. */
  readonly after: readonly LedgerEntry[]
}

/** Makes the signed entry of an event at its place. Throws a refusal if the key of the person is closed. */
export function signEntry({ by, event, as, accepts }: Note, place: EntryPlace, signer: Signer): LedgerEntry {
  const key = signer.keyFor(as ?? by, event)
  const { after, ...where } = place
  const follows = after.map(({ hash }) => hash)
  const rest = {
    ...event,
    ...where,
    follows,
    vouches: vouchFor(after),
    by,
    heads: signer.heads,
    ...defined({ accepts }),
    signer: key,
    ...defined({ keyOnce: signer.publicKeyOnce(key) }),
  }
  const hash = hashEntry(rest)
  return { ...rest, hash, signature: signer.sign(key, hash) }
}

/** The entries that nothing follows, in any order of the entries. */
export function headsOf(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const followed = new Set(entries.flatMap(followedBy))
  return entries.filter(({ hash }) => !followed.has(hash))
}
