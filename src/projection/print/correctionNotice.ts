/**
 * The notice of a correction for a destination, as plain text of a message. It names no person of the desk, no cause
 * and no path.
 */
import { inLanguage } from '../../catalogue/area'
import { exportsText } from '../../catalogue/rooms/exports'
import { projectionText } from '../../catalogue/rooms/projection'
import type { CorrectionKind, CorrectionRecord, Destination } from '../../story/ledger/leaving/correctionNote'
import { correctionKind, correctionLine } from '../published/publicCorrection'
import { utcMinute } from '../../story/text/format/instant'
import type { ProtectedTerm } from '../scan/protectedTerms'
import { publishableText } from '../published/publishableText'
import { maskNames } from '../scan/maskNames'

export interface CorrectionFacts {
  readonly guid: string
  readonly headline: string
  readonly kind: CorrectionKind
  readonly record: CorrectionRecord
  /** BCP 47 language of the story. */
  readonly language: string
  /** ISO 8601 instant of the publication of the corrected version, else of the record. */
  readonly at: string
}

/** `destination`: what they received of the story. The notice is in the language of the story. */
export const correctionNotice = (
  facts: CorrectionFacts,
  destination: Destination,
  terms: readonly ProtectedTerm[],
): string => inLanguage(facts.language, () => noticeNow(facts, destination, terms))

function noticeNow(
  { guid, headline, kind, record, at, language }: CorrectionFacts,
  { fileName, at: sent, version, number = version, sha256, own = [] }: Destination,
  terms: readonly ProtectedTerm[],
): string {
  const line = (text: string): string => publishableText(text).replace(/\s+/g, ' ').trim()
  const text = [
    projectionText('correctionNotice.title', {
      kind: correctionKind(kind, language).toUpperCase(),
      headline: line(headline),
    }),
    projectionText('correctionNotice.story', { guid, version: String(record.version) }),
    '',
    projectionText('correctionNotice.youHave', {
      version: String(number),
      fileName,
      sent: utcMinute(sent),
      sha256: sha256.slice(0, 12),
    }),
    ...own.map(({ id, number: theirs }) => exportsText('notice.ownId', { id, version: String(theirs) })),
    projectionText('correctionNotice.was', { words: line(record.was) }),
    projectionText('correctionNotice.is', { words: line(record.is) }),
    projectionText('correctionNotice.since', {
      version: String(record.since.version),
      at: utcMinute(record.since.at),
    }),
    '',
    projectionText('correctionNotice.forPublication'),
    line(correctionLine({ kind, text: record.publicText, at }, language)),
    '',
    projectionText('correctionNotice.please', { version: String(record.version) }),
  ].join('\n')
  return maskNames(text, terms)
}
