import type { LedgerEntry } from '../story/ledger'

/** When readers could first see the story, and its current version. RFC 3339 instants. */
export interface PublicationDates {
  /** The move that made the version what it is; the date of everything that is written of it, so that the same version gives the same bytes. */
  readonly version?: string
  readonly first?: string
  readonly latest?: string
  /** Why it was killed, as typed; the text of the kill notice. */
  readonly killReason?: string
  /** Why the open version was opened, as typed. */
  readonly versionReason?: string
}

export function publicationDates(entries: readonly LedgerEntry[]): PublicationDates {
  const moves = entries.filter((entry) => entry.kind === 'moved')
  const published = moves.filter((move) => move.to === 'published')
  const first = published[0]?.at
  const latest = published.at(-1)?.at
  const version = moves.at(-1)?.at
  const killReason = moves.findLast((move) => move.to === 'killed')?.reason
  const versionReason = moves.findLast((move) => move.from === 'published' && move.to === 'inReview')?.reason
  return {
    ...(version ? { version } : {}), ...(first ? { first } : {}), ...(latest ? { latest } : {}), ...(killReason ? { killReason } : {}), ...(versionReason ? { versionReason } : {})
  }
}
