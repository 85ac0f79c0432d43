import { expect, type Locator, type Page } from '@playwright/test'

/** The library at the left of the window. */
export class LibraryPane {
  constructor(readonly page: Page) {}

  get region(): Locator {
    return this.page.getByRole('region', { name: 'Library' })
  }
  row(headline: string): Locator {
    return this.region.getByRole('listitem').filter({ hasText: headline })
  }
  /** The rows under a heading such as "Drafts". */
  group(title: string): Locator {
    return this.region
      .locator('.library-group')
      .filter({ has: this.page.getByRole('heading', { name: title }) })
      .getByRole('listitem')
  }
  /** What the search found in the words of a story. */
  get snippets(): Locator {
    return this.region.locator('.story-snippet')
  }
  /** The line of a row that is written from left to right. */
  line(row: Locator): Locator {
    return row.locator('.story-line')
  }
  headline(row: Locator): Locator {
    return row.locator('.story-headline')
  }
  async open(headline: string): Promise<void> {
    await this.row(headline).getByRole('button').first().click()
    await expect(this.row(headline).getByRole('button').first()).toHaveAttribute('aria-current', 'true')
  }
  /** An entry of the menu on a row. */
  async choose(headline: string, action: string): Promise<void> {
    await this.row(headline)
      .getByRole('button', { name: `Actions on ${headline}` })
      .click()
    await this.page.getByRole('menuitem', { name: action }).click()
  }
}
