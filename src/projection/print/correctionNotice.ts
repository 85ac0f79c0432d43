/** What a destination is told about a correction: plain text for a message. Nobody of the desk, no cause and no path is in it. */
import type { CorrectionKind, CorrectionRecord, Destination } from '../../story/ledger/correctionNote'
import { correctionLine } from '../published/publicCorrection'
import { utcMinute } from '../../story/text/instant'
import type { ProtectedTerm } from '../scan/protectedTerms'
import { publishableText } from '../published/publishableText'
import { sealText } from '../scan/sealText'

export interface Notice {
  readonly guid: string
  readonly headline: string
  readonly kind: CorrectionKind
  readonly record: CorrectionRecord
  /** ISO 8601 instant of the corrected version's publication, or else of the record. */
  readonly at: string
}

/** `destination`: what they had got of the story. */
export function correctionNotice(
  { guid, headline, kind, record, at }: Notice,
  { fileName, at: sent, version, sha256 }: Destination,
  terms: readonly ProtectedTerm[],
): string {
  const line = (text: string): string => publishableText(text).replace(/\s+/g, ' ').trim()
  const text = [
    `${kind.toUpperCase()}: ${line(headline)}`,
    `${guid}, version ${record.version}`,
    '',
    `You have version ${version} of this story (${fileName}, ${utcMinute(sent)}, SHA-256 ${sha256.slice(0, 12)}…).`,
    `Was: ${line(record.was)}`,
    `Is: ${line(record.is)}`,
    `Since: version ${record.since.version}, published ${utcMinute(record.since.at)}`,
    '',
    'For publication:',
    line(correctionLine({ kind, text: record.publicText, at }, 'en')),
    '',
    `Please use version ${record.version} in place of all earlier ones.`,
  ].join('\n')
  return sealText(text, terms)
}
