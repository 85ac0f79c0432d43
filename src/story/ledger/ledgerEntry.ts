/** The entries of a ledger, and the hashes and signatures that chain them. */
import type { CommentEvent } from './events/commentEvent'
import type { FactEvent } from './events/factEvent'
import type { GateEvent } from './events/gateEvent'
import type { LibraryEvent } from './events/libraryEvent'
import type { MergeEvent } from './events/mergeEvent'
import type { PublicationEvent } from './events/publicationEvent'
import type { StoryEvent } from './events/storyEvent'
import type { SuggestionEvent } from './events/suggestionEvent'
import type { LossEvent } from './loss'

/** What an entry says. Each subject has its own file. */
export type LedgerEvent =
  | StoryEvent
  | FactEvent
  | SuggestionEvent
  | CommentEvent
  | GateEvent
  | PublicationEvent
  | LossEvent
  | MergeEvent
  | LibraryEvent

/**
 * `follows` and `signature` are in entries since keys, `prev` in those from before. What each proves:
 * docs/decisions/entries.md.
 */
export type LedgerEntry = LedgerEvent & {
  /**
   * The place in this file: 1, 2, 3 … without gaps. Not signed: another machine may have the entry at another place.
   */
  readonly seq: number
  /** ISO 8601 instant. */
  readonly at: string
  /** A name on the roster, or "Stet" for entries of the app. */
  readonly by: string
  /** Names the ledger (trust/chain.ts): an entry of one story proves nothing in another. */
  readonly ledger?: string
  /** Hashes of all entries that nothing followed yet, as far as the writer knew. Empty in the first entry. */
  readonly follows?: readonly string[]
  /** How many lines the table of heads had on the disk. A shorter table has lost its end. */
  readonly heads?: number
  /**
   * The hash of the suggestion of `by` that was accepted. Then another person's key signs in the name of `by`: the
   * proposer verifies, the acceptor changes.
   */
  readonly accepts?: string
  /** Digest of the signatures of the entries that it follows: trust/signing.ts. */
  readonly vouches?: string
  /** Id of the public key that signed. */
  readonly signer?: string
  /**
   * Of a kill, or of a file of it that leaves, while the keys of the library are lost: the public key that signed, and
   * signs nothing else. base64url.
   */
  readonly keyOnce?: string
  /** Ed25519 over the bytes of `hash`, base64url. */
  readonly signature?: string
  /** Entries from before keys: `hash` of the entry before, '' for the first. */
  readonly prev?: string
  /** SHA-256 (hex) of the entry as canonical JSON, without `hash`, `signature` and, since keys, `seq`. */
  readonly hash: string
}

/** What an entry says, without its place, time, person, hashes and signature. */
export function eventOf<E extends LedgerEntry>(
  entry: E,
): Omit<
  E,
  | 'seq'
  | 'at'
  | 'by'
  | 'ledger'
  | 'vouches'
  | 'follows'
  | 'heads'
  | 'signer'
  | 'signature'
  | 'keyOnce'
  | 'accepts'
  | 'prev'
  | 'hash'
> {
  const {
    seq: _s,
    at: _t,
    by: _b,
    ledger: _l,
    vouches: _v,
    follows: _f,
    heads: _n,
    signer: _k,
    signature: _g,
    keyOnce: _o,
    accepts: _a,
    prev: _p,
    hash: _h,
    ...event
  } = entry
  return event
}

/** Entries of after keys name what they follow. */
export const isSignedForm = (entry: Pick<LedgerEntry, 'follows'>): boolean => entry.follows !== undefined
