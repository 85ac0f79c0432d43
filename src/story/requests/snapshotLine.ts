/** The snapshots of a story, as the timeline lists them. */

/**
 * Why a snapshot was kept: a stage move, an export, legal's signature, a name, the words before a restore, or autosave.
 */
export const SNAPSHOT_REASONS = ['move', 'export', 'signed', 'named', 'restore', 'auto'] as const
export type SnapshotReason = (typeof SNAPSHOT_REASONS)[number]

/** One snapshot in the timeline, without its content. */
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
  /** Approximate bytes on disk. */
  readonly bytes: number
  /** Why it cannot be read, for people. */
  readonly trouble?: string
}

export interface Timeline {
  /** Newest first. */
  readonly versions: readonly SnapshotLine[]
  /** Total bytes. */
  readonly bytes: number
  /** Limit in bytes. Beyond it the oldest autosaved ones are deleted. */
  readonly limit: number
}
