/** A `.stet` bundle: one zip that holds stories whole (docs/formats.md, "The bundle"). Shapes only. */
import type { Source } from '../../story/desk/source'
import type { SnapshotReason } from '../../story/requests/snapshotLine'

export const BUNDLE_FORMAT = 'stet-bundle'
/** The newest version that this Stet writes and reads. */
export const BUNDLE_VERSION = 2
/** What it writes: 1, or 2 for a bundle with a sealed part. Readers of version 1 look at both. */
export const versionOfBundle = (stories: readonly Pick<BundleStory, 'sealedFor'>[]): 1 | 2 =>
  stories.some(({ sealedFor }) => sealedFor !== undefined) ? 2 : 1

/** A part of the zip. */
export interface BundleFile {
  /** As bundlePaths.ts gives it. */
  readonly path: string
  /** Lower-case hex. */
  readonly sha256: string
  readonly bytes: number
}

/** A captured file that stayed where it is. */
export interface LeftOutFile {
  readonly sha256: string
  readonly bytes?: number
}

/** What the manifest says of one story. Its parts lie in `stories/<n>/`, counted from 1. */
export interface BundleStory {
  readonly id: string
  /** "urn:uuid:…" */
  readonly guid: string
  readonly headline?: string
  readonly slug?: string
  /** Number of entries in the ledger. */
  readonly entries: number
  /** Hashes of the entries that nothing follows. */
  readonly heads: readonly string[]
  /** Captured files that the story rests on and that are not in the bundle. */
  readonly leftOut: readonly LeftOutFile[]
  /** The people for whom its protected sources are sealed, in `stories/<n>/sealed.age`. Absent: for nobody. */
  readonly sealedFor?: readonly string[]
}

export interface BundleManifest {
  readonly format: typeof BUNDLE_FORMAT
  readonly version: number
  /** The oldest version of a reader that may read it. */
  readonly minReader: number
  /** ISO 8601 instant. */
  readonly made: string
  /** Who handed it over. */
  readonly by: string
  /** Names the copy of the library that it comes from. */
  readonly device: string
  readonly stories: readonly BundleStory[]
  /** All parts but the manifest, in their order in the zip. */
  readonly files: readonly BundleFile[]
  /** By the key on the card in the bundle, over `signedHashOf` the manifest. Absent: that person has no key. */
  readonly signature?: { readonly key: string; readonly value: string }
}

/** A snapshot or a published version, without words that were deleted before. */
export interface BundleSnapshot {
  readonly n: number
  /** ISO 8601 instant. */
  readonly at: string
  readonly by: string
  readonly why: string
  readonly kind?: SnapshotReason
  readonly name?: string
  /** Yjs update (v1) of a `gc: true` document. */
  readonly state: Uint8Array
  /** The readable version (StoryView), not checked. */
  readonly view: Readonly<Record<string, unknown>>
}

/** A captured file in a bundle. */
export interface BundledFile {
  readonly sha256: string
  readonly bytes: number
  /**
   * Reads it piece by piece. The hash is checked again: the last piece comes only if all of them are the file. Throws a
   * BundleError if they are not.
   */
  pieces(): AsyncIterable<Uint8Array>
}

/** A story as it travels. All of it is foreign until it is checked. */
export interface StoryBundle {
  readonly manifest: BundleManifest
  /** SHA-256 of the whole manifest as canonical JSON, hex: the name of this bundle. */
  readonly hash: string
  readonly story: BundleStory
  /** Yjs update (v1): the state of a `gc: true` document. Deleted words are tombstones. */
  readonly document: Uint8Array
  /** The entries of the sender's ledger, in an order in which each comes after those that it follows. Not checked. */
  readonly entries: readonly Readonly<Record<string, unknown>>[]
  /** The sender's device card, as text. Absent: the sender has no key. */
  readonly card?: string
  /** The sources that the story rests on. Protected ones have only their pseudonym and a commitment. */
  readonly sources: readonly Source[]
  readonly snapshots: readonly BundleSnapshot[]
  /** An age file with who its protected sources are (sealedPart.ts). Absent: sealed for nobody. */
  readonly sealed?: Uint8Array
  /** Captured files that are in the bundle, by SHA-256. */
  readonly files: ReadonlyMap<string, BundledFile>
  /** Hashes of captured files that the story rests on and that are not in the bundle. */
  readonly leftOut: readonly string[]
}

/** An open bundle. `close` when nothing of it is read any more. */
export interface OpenBundle {
  readonly manifest: BundleManifest
  readonly hash: string
  readonly stories: readonly StoryBundle[]
  /** Made by a newer Stet, with parts that this one does not know: to be looked at, nothing of it is taken over. */
  readonly isNewer: boolean
  close(): Promise<void>
}
