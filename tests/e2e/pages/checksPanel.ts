import type { Locator, Page } from '@playwright/test'

/** The findings of the gate at the side. */
export class ChecksPanel {
  constructor(readonly page: Page) {}

  get region(): Locator {
    return this.page.getByRole('region', { name: 'Checks' })
  }
  finding(rule: string, words: string | RegExp = ''): Locator {
    return this.region.locator(`.finding[data-rule="${rule}"]`).filter({ hasText: words })
  }
  get blocks(): Locator {
    return this.region.locator('.finding[data-severity="block"]')
  }
}
