import { correctionsText } from '../../catalogue/window/corrections'
import type { CorrectionText } from '../../story/ledger/leaving/corrections/correctionNote'

/** What the form calls each text of a correction. */
export const CORRECTION_LABELS: Readonly<Record<CorrectionText, { readonly label: string; readonly hint?: string }>> = {
  was: {
    get label() {
      return correctionsText('correctionPanel.was')
    },
  },
  is: {
    get label() {
      return correctionsText('correctionPanel.is')
    },
  },
  cause: {
    get label() {
      return correctionsText('correctionPanel.cause')
    },
    get hint() {
      return correctionsText('correctionPanel.howCameAboutHistory')
    },
  },
  publicText: {
    get label() {
      return correctionsText('correctionPanel.readers')
    },
    get hint() {
      return correctionsText('correctionPanel.printedStoryAfterCorrection')
    },
  },
}
