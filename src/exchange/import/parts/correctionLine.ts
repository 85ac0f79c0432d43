import type { LossCollector } from './losses'

/** "Correction, 30 October 2026: …", as our exports print it above or below the copy. */
const CORRECTION_LINE = /^(?:Correction|Clarification), (?:\d{1,2} [A-Z][a-z]+ \d{4}|\d{4}-\d\d-\d\d): \S/u

/** Lists a printed correction in formats that do not mark it. It stays in the copy. */
export function tellCorrections(blocks: readonly { readonly text: string }[], losses: LossCollector): void {
  for (const { text } of blocks) if (CORRECTION_LINE.test(text)) losses.add('printedCorrectionsKept', text)
}
