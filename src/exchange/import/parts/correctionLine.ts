import type { LossCollector } from './losses'

/** "Correction, 30 October 2026: …", as our own exports print it under or above the copy. */
const CORRECTION_LINE = /^(?:Correction|Clarification), (?:\d{1,2} [A-Z][a-z]+ \d{4}|\d{4}-\d\d-\d\d): \S/u

/** Formats without a mark for it: what looks like the printed correction of an earlier version stays in the copy, and is told. */
export function tellCorrections(blocks: readonly { readonly text: string }[], losses: LossCollector): void {
  for (const { text } of blocks) if (CORRECTION_LINE.test(text)) losses.add('printedCorrectionsKept', text)
}
