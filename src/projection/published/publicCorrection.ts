/** A correction as readers see it, in every export. */
import { projectionText } from '../../catalogue/rooms/projection'
import type { CorrectionKind } from '../../story/ledger/leaving/corrections/correctionNote'
import { publishableText } from './publishableText'

export interface PublicCorrection {
  readonly kind: CorrectionKind
  readonly text: string
  /** ISO 8601 instant at which readers could first see it, else of the move that made its version. */
  readonly at: string
}

/** "Correction" or "Clarification". `language`: that of the story, as BCP 47, as in all of this file. */
export const correctionKind = (kind: CorrectionKind, language: string): string =>
  projectionText(`publicCorrection.${kind}`, {}, language)

/**
 * Returns the label before the text: "Correction, 30 October 2026". The day is in UTC. In languages that Stet does not
 * speak it is an ISO 8601 date.
 */
export function correctionLabel({ kind, at }: PublicCorrection, language: string): string {
  const day = new Date(at)
  return projectionText(
    'publicCorrection.label',
    {
      kind: correctionKind(kind, language),
      date: /^(?:en|ko)\b/i.test(language) ? dateIn(language, day) : day.toISOString().slice(0, 10),
    },
    language,
  )
}

const dateIn = (language: string, day: Date): string =>
  projectionText(
    'publicCorrection.date',
    {
      day: String(day.getUTCDate()),
      month: projectionText(`publicCorrection.month${(day.getUTCMonth() + 1) as Month}`, {}, language),
      year: String(day.getUTCFullYear()),
    },
    language,
  )

type Month = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12

/** Returns the text on one line, without characters that only help editing. */
export const correctionText = ({ text }: Pick<PublicCorrection, 'text'>): string =>
  publishableText(text).replace(/\s+/g, ' ').trim()

/** "Correction, 30 October 2026: An earlier version said …" */
export const correctionLine = (correction: PublicCorrection, language: string): string =>
  projectionText(
    'publicCorrection.line',
    {
      label: correctionLabel(correction, language),
      text: correctionText(correction),
    },
    language,
  )
