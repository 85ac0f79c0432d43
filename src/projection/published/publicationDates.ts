import { correctionsIn, publishedVersions } from '../../story/ledger/corrections'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { PublicCorrection } from './publicCorrection'

/** When readers could first see the story, and its current version. RFC 3339 instants. */
export interface PublicationDates {
  /** The move that made the version what it is; the date of everything that is written of it, so that the same version gives the same bytes. */
  readonly version?: string
  readonly first?: string
  readonly latest?: string
  /** Number of the version that readers saw last. */
  readonly latestVersion?: number
  /** Why it was killed, as typed; the text of the kill notice. */
  readonly killReason?: string
  /** Why the open version was opened, as typed. */
  readonly versionReason?: string
  /** What readers are told that the version corrects, as somebody entitled approved it. */
  readonly correction?: PublicCorrection
}

export function publicationDates(entries: readonly LedgerEntry[]): PublicationDates {
  const moves = entries.filter((entry) => entry.kind === 'moved')
  const published = moves.filter((move) => move.to === 'published')
  const first = published[0]?.at
  const latest = published.at(-1)?.at
  const latestVersion = publishedVersions(entries).at(-1)?.version
  const version = moves.at(-1)?.at
  const killReason = moves.findLast((move) => move.to === 'killed')?.reason
  const versionReason = moves.findLast((move) => move.from === 'published' && move.to === 'inReview')?.reason
  const opened = moves.filter((move) => move.from === 'published' && move.to === 'inReview').length + 1
  const corrected = correctionsIn(entries).find((one) => one.version === opened)
  const correction = corrected?.approved && {
    kind: corrected.kind,
    text: corrected.approved.publicText,
    at: corrected.published ?? version ?? corrected.approved.at,
  }
  return {
    ...(version ? { version } : {}),
    ...(first ? { first } : {}),
    ...(latest ? { latest } : {}),
    ...(latestVersion === undefined ? {} : { latestVersion }),
    ...(killReason ? { killReason } : {}),
    ...(versionReason ? { versionReason } : {}),
    ...(correction ? { correction } : {}),
  }
}
