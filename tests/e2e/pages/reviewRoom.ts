import type { Locator, Page } from '@playwright/test'

/** The window while facts are reviewed. */
export class ReviewRoom {
  constructor(readonly page: Page) {}

  /** The line at the top; it is there only in review. */
  get head(): Locator {
    return this.page.locator('.review-head')
  }
  /** The words that are shown large for the current fact. */
  get words(): Locator {
    return this.page.locator('.review-words')
  }
  /** The further commands of review, behind a triangle. */
  get more(): Locator {
    return this.page.locator('summary').filter({ hasText: 'More in review' })
  }
}
