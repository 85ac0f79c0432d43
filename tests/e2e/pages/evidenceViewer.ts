import type { Locator } from '@playwright/test'
import { activeIn } from './sheet'

/** The pane that shows a captured file. */
export class EvidenceViewer {
  constructor(readonly pane: Locator) {}

  /** The place that the evidence names. */
  get here(): Locator {
    return this.pane.locator('[data-here]')
  }
  /** The text of the shown page of a PDF. */
  get pageText(): Locator {
    return this.pane.locator('.viewer-words')
  }
  /** What the find field says: “1 of 3”. */
  get count(): Locator {
    return this.pane.locator('.viewer-count')
  }
  /** The words that the evidence quotes, marked in the file. */
  get excerpt(): Locator {
    return this.pane.locator('.mark-excerpt, [data-excerpt]')
  }
  get active(): Locator {
    return activeIn(this.pane)
  }
}
