import { expect, type Locator, type Page } from '@playwright/test'

/** The kept states in the history tab, and their comparison. */
export class VersionsPane {
  constructor(readonly page: Page) {}

  get region(): Locator {
    return this.page.getByRole('region', { name: 'History' })
  }
  get rows(): Locator {
    return this.region.getByRole('listitem')
  }
  row(name: string): Locator {
    return this.rows.filter({ hasText: name })
  }
  get comparison(): Locator {
    return this.page.getByRole('dialog', { name: 'Compare snapshots' })
  }
  async open(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+H')
    await expect(this.region.getByRole('button', { name: 'Snapshots' })).toHaveAttribute('aria-pressed', 'true')
  }
  /** Keeps a snapshot by Ctrl+Shift+S, a name, Enter. */
  async keep(name: string): Promise<void> {
    await this.page.keyboard.press('Control+Shift+s')
    await expect(this.region.getByRole('textbox', { name: 'Name of the snapshot' })).toBeFocused()
    await this.page.keyboard.type(name)
    await this.page.keyboard.press('Enter')
    await expect(this.row(name)).toBeVisible()
  }
}
