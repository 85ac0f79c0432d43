/** Events of the library's own ledger and of its table of heads. */
import type { WordList } from '../../desk/deskWords'
import type { Stage } from '../stages'

/**
 * Entries of the library's own ledger: roster and source book. An entry says that a PIN was set or removed, and which
 * fields of a source changed, never their values: entries stay for good, but an identity must be removable.
 */
export type LibraryEvent =
  | { readonly kind: 'personAdded'; readonly person: string; readonly role: string }
  | { readonly kind: 'roleChanged'; readonly person: string; readonly from: string; readonly to: string }
  /** An editor says that the person has left the desk, or has come back. */
  | { readonly kind: 'personLeft'; readonly person: string }
  | { readonly kind: 'personReturned'; readonly person: string }
  /** `changed`: it replaces another PIN. */
  | { readonly kind: 'pinSet'; readonly person: string; readonly changed: boolean }
  | { readonly kind: 'pinRemoved'; readonly person: string }
  | { readonly kind: 'sourceAdded'; readonly source: string; readonly protected: boolean; readonly groundRules: string }
  | {
      readonly kind: 'sourceChanged'
      readonly source: string
      readonly fields: readonly string[]
      readonly protected?: boolean
      readonly groundRules?: string
      /** The name changed in spelling only. */
      readonly spelling?: true
      readonly reason?: string
    }
  | { readonly kind: 'sourceMerged'; readonly source: string; readonly into: string }
  /** A person who did not add a protected source looked at who it is. */
  | { readonly kind: 'sourceShown'; readonly source: string }
  | { readonly kind: 'sourceDestroyed'; readonly source: string; readonly reason: string }
  | { readonly kind: 'deskOfOne'; readonly on: boolean }
  /** What new stories begin with: the names of what changed. */
  | { readonly kind: 'defaultsSet'; readonly fields: readonly string[] }
  /** An editor taught the checks a word. `word`: its id. */
  | {
      readonly kind: 'wordAdded'
      readonly word: string
      readonly list: WordList
      readonly words: string
      readonly language?: string
      readonly source: string
    }
  | { readonly kind: 'wordRemoved'; readonly word: string; readonly list: WordList; readonly words: string }
  | DepartureEvent
  /** A person let words leave by the clipboard that tell a protected source; also in a story’s ledger. */
  | { readonly kind: 'copiedOut'; /** “Source A” */ readonly sources: readonly string[] }
  /** An editor sealed who these sources (ids) are for people on other computers. */
  | { readonly kind: 'sourcesShared'; readonly sources: readonly string[]; readonly people: readonly string[] }
  /**
   * Stet's note of the generation of each small file, by kind, after it was written: an older generation is never taken
   * for the present one.
   */
  | {
      readonly kind: 'recordsKept'
      readonly files: Readonly<Record<string, { readonly generation: number; readonly sha256: string }>>
    }
  /**
   * What a person makes of records of the source book: the hash of each by id, '' for one that is taken out. Written
   * before the file, from the first PIN on (story/trust/signedSources.ts). `all`: Stet's note of the book as it was
   * then.
   */
  | { readonly kind: 'sourcesSigned'; readonly records: Readonly<Record<string, string>>; readonly all?: true }
  | KeyEvent
  | HeadEvent

/** Stories that left the library, and came back. */
export type DepartureEvent =
  /**
   * The tombstone of a story that an editor deleted. It has no headline and no slug: entries stay for good, and a name
   * in a headline may have to be protected later. `entries`, `head`: where the ledger of the story ended.
   */
  | ({
      readonly kind: 'storyDeleted'
      readonly story: string
      readonly guid: string
      readonly stage: Stage
      /** Id of the library into which the story was moved whole. Absent: it was deleted for good. */
      readonly archive?: string
    } & LedgerEnd)
  /** The folder of a deleted story was there again, and an editor took the story back. */
  | { readonly kind: 'storyTakenBack'; readonly story: string }

/**
 * `library`: signs Stet's own notes; stored unencrypted in `keys.json`. `plain`: of a person without a PIN; stored
 * unencrypted, too. `pin`: encrypted under the person's PIN.
 */
export type KeyGrade = 'library' | 'plain' | 'pin'

/** A public key. Nothing in it is secret. */
export interface PublicKey {
  /** The first 32 hex digits of the SHA-256 of the key's bytes. */
  readonly id: string
  /** A name on the roster, "Stet" for the library's. */
  readonly person: string
  /** The copy of the library that holds the private half. */
  readonly device: string
  readonly grade: KeyGrade
  /** Ed25519, 32 bytes, base64url. */
  readonly publicKey: string
}

/** Where the ledger of a story ended: how many entries, and the hash of the last. */
export interface LedgerEnd {
  readonly entries: number
  readonly head: string
  /** Hashes of other entries that nothing followed. Absent: none, as every merge leaves it. */
  readonly beside?: readonly string[]
}

/** Where ledgers ended, by the id of their story; that of the library has the id ''. */
export type LedgerEnds = Readonly<Record<string, LedgerEnd>>

export type KeyEvent =
  /**
   * The ledgers of all stories ended here. Before it, entries count without a signature, or with an unencrypted key;
   * after it, no more. Written when the library gets keys, and again with its first PIN.
   */
  | {
      readonly kind: 'sealed'
      readonly stories: LedgerEnds
      /** The roster at that time: name → role, '' for none. */
      readonly people: Readonly<Record<string, string>>
      /** People with a PIN from before keys. */
      readonly pins?: readonly string[]
    }
  /** `invitation`: signature of the one-time code over the key's id. */
  | ({ readonly kind: 'keyAdded'; readonly invitation?: string } & PublicKey)
  /**
   * What it signed before stays signed. `ends`: where the ledgers ended that had changed since such ends were noted
   * last, here or in a seal: what the key signed beyond them does not count. Absent: retired by an older Stet.
   */
  | {
      readonly kind: 'keyRetired'
      readonly person: string
      readonly id: string
      readonly ends?: LedgerEnds
    }
  /**
   * An editor trusts the key of a person on another machine. It counts in stories, never in this library's own ledger.
   * `notes`: the key of the library there, which signs what Stet notes. `recipient`: for whom age seals what only this
   * key opens; the same entry again may add it.
   */
  | {
      readonly kind: 'deviceTrusted'
      readonly person: string
      readonly device: string
      readonly grade: Exclude<KeyGrade, 'library'>
      readonly id: string
      readonly publicKey: string
      readonly notes: Pick<PublicKey, 'id' | 'publicKey'>
      readonly recipient?: string
    }
  /** An editor gave a one-time code. `code`: the public key that belongs to it. */
  | { readonly kind: 'invited'; readonly person: string; readonly code: string }

/** A line of the table of heads. `story`: '' for the library's own ledger. `line`: 1, 2, 3 …, also after compaction. */
export type HeadEvent =
  | ({ readonly kind: 'head'; readonly story: string; readonly line: number } & LedgerEnd)
  | {
      readonly kind: 'headsCompacted'
      readonly line: number
      /** All heads as one text: story/trust/storyHeads.ts. Absent in older entries, which have `stories`. */
      readonly table?: string
      readonly stories?: LedgerEnds
      readonly gaps?: readonly LineGap[]
    }

/** Lines of the table of heads that are lost. */
export interface LineGap {
  readonly from: number
  readonly to: number
}
