/**
 * The notice of a correction for a destination, as plain text of a message. It names no person of the desk, no cause
 * and no path.
 */
import { inLanguage } from '../../catalogue/area'
import { projectionText } from '../../catalogue/rooms/projection'
import type {
  CorrectionKind,
  CorrectionRecord,
  Destination,
} from '../../story/ledger/leaving/corrections/correctionNote'
import { correctionKind, correctionLine } from '../published/publicCorrection'
import { utcMinute } from '../../story/text/format/instant'
import type { ProtectedTerm } from '../scan/protectedTerms'
import { maskNames } from '../scan/maskNames'
import { aboutStory, lineOfNotice } from './noticeParts'

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
  destination: Destination,
  terms: readonly ProtectedTerm[],
): string {
  const text = [
    projectionText('correctionNotice.title', {
      kind: correctionKind(kind, language).toUpperCase(),
      headline: lineOfNotice(headline),
    }),
    ...aboutStory(guid, record.version, destination),
    projectionText('correctionNotice.was', { words: lineOfNotice(record.was) }),
    projectionText('correctionNotice.is', { words: lineOfNotice(record.is) }),
    projectionText('correctionNotice.since', {
      version: String(record.since.version),
      at: utcMinute(record.since.at),
    }),
    '',
    projectionText('correctionNotice.forPublication'),
    lineOfNotice(correctionLine({ kind, text: record.publicText, at }, language)),
    '',
    projectionText('correctionNotice.please', { version: String(record.version) }),
  ].join('\n')
  return maskNames(text, terms)
}
