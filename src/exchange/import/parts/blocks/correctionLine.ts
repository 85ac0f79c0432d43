import { CORRECTION_LINE } from '../../../formats/deskLines'
import type { LossCollector } from '../losses'

/** Lists a printed correction in formats that do not mark it. It stays in the copy. */
export function tellCorrections(blocks: readonly { readonly text: string }[], losses: LossCollector): void {
  for (const { text } of blocks) if (CORRECTION_LINE.test(text)) losses.add('printedCorrectionsKept', text)
}
