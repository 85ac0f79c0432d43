import { expect, type Locator } from '@playwright/test'
import type { StetWindow } from './stetWindow'

/** The list of open suggestions at the side. */
export class SuggestionsPanel {
  constructor(readonly stet: StetWindow) {}

  get region(): Locator {
    return this.stet.page.getByRole('region', { name: 'Suggestions' })
  }
  get rows(): Locator {
    return this.region.getByRole('listitem')
  }
  row(words: string): Locator {
    return this.rows.filter({ hasText: words })
  }
  async open(): Promise<void> {
    await this.stet.press('Control+3')
    await expect(this.region).toBeVisible()
  }
  /** Puts the keyboard on a row. */
  async take(words: string): Promise<void> {
    await this.row(words).getByRole('button').first().focus()
  }
}
