/** What readers are told about a correction, as every exit prints it. */
import type { CorrectionKind } from '../../story/ledger/correctionNote'
import { publishableText } from './publishableText'

export interface PublicCorrection {
  readonly kind: CorrectionKind
  readonly text: string
  /** ISO 8601 instant: when readers could first see it, or else when its version came to stand as it does. */
  readonly at: string
}

export const CORRECTION_LABELS: Readonly<Record<CorrectionKind, string>> = {
  correction: 'Correction',
  clarification: 'Clarification',
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** "Correction, 30 October 2026": what stands before the text. The day is UTC's; in other languages than English as ISO 8601 has it. */
export function correctionLabel({ kind, at }: PublicCorrection, language: string): string {
  const day = new Date(at)
  const date = /^en\b/i.test(language)
    ? `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()] ?? ''} ${day.getUTCFullYear()}`
    : day.toISOString().slice(0, 10)
  return `${CORRECTION_LABELS[kind]}, ${date}`
}

/** The text on one line, without what only helps editing. */
export const correctionText = ({ text }: Pick<PublicCorrection, 'text'>): string =>
  publishableText(text).replace(/\s+/g, ' ').trim()

/** "Correction, 30 October 2026: An earlier version said …" */
export const correctionLine = (correction: PublicCorrection, language: string): string =>
  `${correctionLabel(correction, language)}: ${correctionText(correction)}`
