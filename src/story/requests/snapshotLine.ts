/** The versions of a story, as a timeline names them. */

/**
 * What a version was kept for: a stage move, an export, legal's signature, a name given by hand, the words before a
 * version was put back, or autosave.
 */
export const SNAPSHOT_REASONS = ['move', 'export', 'signed', 'named', 'restore', 'auto'] as const
export type SnapshotReason = (typeof SNAPSHOT_REASONS)[number]

/** One version in the timeline, without its content. */
export interface SnapshotLine {
  readonly n: number
  readonly at: string
  readonly by: string
  readonly why: string
  readonly kind: SnapshotReason
  readonly name?: string
  readonly headline: string
  readonly words: number
  readonly facts: number
  /** Bytes on the disk, about. */
  readonly bytes: number
  /** It cannot be read; what is wrong, for people. */
  readonly trouble?: string
}

export interface Timeline {
  /** Newest first. */
  readonly versions: readonly SnapshotLine[]
  /** Bytes of all of them. */
  readonly bytes: number
  /** Bytes beyond which the oldest autosaved versions go. */
  readonly limit: number
}
