import type { Locator, Page } from '@playwright/test'

/** The window while facts are reviewed. */
export class ReviewRoom {
  constructor(readonly page: Page) {}

  /** The selected fact, over the copy; it is there only in review. */
  get head(): Locator {
    return this.page.locator('.review-head')
  }
  get region(): Locator {
    return this.page.getByRole('region', { name: 'Evidence', exact: true })
  }
  /** What the previous source says of the current fact. */
  get found(): Locator {
    return this.page.getByRole('region', { name: 'Previous source' })
  }
  /** The found words, marked in the source. */
  get mark(): Locator {
    return this.region.locator('.viewer .mark-found').first()
  }
  /** The words that are shown large for the current fact. */
  get words(): Locator {
    return this.page.locator('.review-words')
  }
  /** The row of keys under the evidence and the words. */
  get dock(): Locator {
    return this.page.getByRole('toolbar', { name: 'Review', exact: true })
  }
  /** What a verdict asks for before it is given, over the dock. */
  get question(): Locator {
    return this.page.getByRole('region', { name: 'What the verdict needs' })
  }
  /** Opens the menu of all other keys of review. */
  get more(): Locator {
    return this.page.getByRole('button', { name: 'More review actions' })
  }
  /** Gives a command of that menu by the pointer. */
  async give(name: string): Promise<void> {
    await this.more.click()
    await this.page.getByRole('menuitem', { name }).click()
  }
}
