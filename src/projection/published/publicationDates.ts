import { correctionsIn } from '../../story/ledger/leaving/corrections/corrections'
import { versionsOf } from '../../story/ledger/leaving/versionsOf'
import { NONE_APART, type Apart } from '../../story/ledger/order/ledgerOrder'
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import type { PublicCorrection } from './publicCorrection'
import { defined } from '../../story/text/defined'

/** Dates of first publication and of the current version, as RFC 3339 instants. */
export interface PublicationDates {
  /**
   * The move that made the current version. Exports use this date for everything, so that one version always gives the
   * same bytes.
   */
  readonly version?: string
  readonly first?: string
  readonly latest?: string
  /** The typed reason of a kill, which is the text of the kill notice. */
  readonly killReason?: string
  /** The typed reason for which the open version was opened. */
  readonly versionReason?: string
  /** The approved text about what the version corrects. */
  readonly correction?: PublicCorrection
  /** The approved texts of earlier published versions, oldest first. Formats for readers keep them under the copy. */
  readonly earlierCorrections?: readonly PublicCorrection[]
}

/** `apart`: entries of the ledger that do not count. */
export function publicationDates(entries: readonly LedgerEntry[], apart: Apart = NONE_APART): PublicationDates {
  const { entries: counted, now } = versionsOf(entries, apart)
  const opened = now.version
  const moves = counted.flatMap(({ entry }) => (entry.kind === 'moved' ? [entry] : []))
  const published = moves.filter((move) => move.to === 'published')
  const first = published[0]?.at
  const latest = published.at(-1)?.at
  const version = moves.at(-1)?.at
  const killReason = moves.findLast((move) => move.to === 'killed')?.reason
  const versionReason = moves.findLast((move) => move.from === 'published' && move.to === 'inReview')?.reason
  const all = correctionsIn(entries, apart)
  const corrected = all.find((one) => one.version === opened)
  const correction = corrected?.approved && {
    kind: corrected.kind,
    text: corrected.approved.publicText,
    at: corrected.published ?? version ?? corrected.approved.at,
  }
  const earlier = all.flatMap(({ version: before, kind, published: at, approved }) =>
    before < opened && at !== undefined && approved ? [{ kind, text: approved.publicText, at }] : [],
  )
  return {
    ...(version ? { version } : {}),
    ...(first ? { first } : {}),
    ...(latest ? { latest } : {}),
    ...(killReason ? { killReason } : {}),
    ...(versionReason ? { versionReason } : {}),
    ...defined({ correction }),
    ...(earlier.length === 0 ? {} : { earlierCorrections: earlier }),
  }
}
