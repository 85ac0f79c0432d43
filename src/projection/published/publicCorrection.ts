/** What readers are told about a correction, as every exit prints it. */
import { projectionText } from '../../catalogue/projection'
import type { CorrectionKind } from '../../story/ledger/correctionNote'
import { publishableText } from './publishableText'

export interface PublicCorrection {
  readonly kind: CorrectionKind
  readonly text: string
  /** ISO 8601 instant: when readers could first see it, or else when its version came to stand as it does. */
  readonly at: string
}

/** "Correction" or "Clarification". */
export const correctionKind = (kind: CorrectionKind): string => projectionText(`publicCorrection.${kind}`)

/**
 * Returns what stands before the text: "Correction, 30 October 2026". The day is UTC's. For languages other than English
 * it is written as in ISO 8601.
 */
export function correctionLabel({ kind, at }: PublicCorrection, language: string): string {
  const day = new Date(at)
  return projectionText('publicCorrection.label', {
    kind: correctionKind(kind),
    date: /^en\b/i.test(language) ? englishDate(day) : day.toISOString().slice(0, 10),
  })
}

const englishDate = (day: Date): string =>
  projectionText('publicCorrection.date', {
    day: String(day.getUTCDate()),
    month: projectionText(`publicCorrection.month${(day.getUTCMonth() + 1) as Month}`),
    year: String(day.getUTCFullYear()),
  })

type Month = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12

/** The text on one line, without what only helps editing. */
export const correctionText = ({ text }: Pick<PublicCorrection, 'text'>): string =>
  publishableText(text).replace(/\s+/g, ' ').trim()

/** "Correction, 30 October 2026: An earlier version said …" */
export const correctionLine = (correction: PublicCorrection, language: string): string =>
  projectionText('publicCorrection.line', {
    label: correctionLabel(correction, language),
    text: correctionText(correction),
  })
