import type { Locator, Page } from '@playwright/test'

/** The source book at the side. */
export class SourcesPanel {
  constructor(readonly page: Page) {}

  get region(): Locator {
    return this.page.getByRole('region', { name: 'Sources' })
  }
  get names(): Locator {
    return this.region.locator('.source-name')
  }
  source(words: string): Locator {
    return this.region.locator('li.source').filter({ hasText: words })
  }
}
