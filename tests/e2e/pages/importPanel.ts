import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test'

/** The import panel. The system's file dialog is answered in main, which is what a driver cannot click. */
export class ImportPanel {
  constructor(
    readonly app: ElectronApplication,
    readonly page: Page,
  ) {}

  get panel(): Locator {
    return this.page.getByRole('dialog', { name: 'Import' })
  }
  get arrivals(): Locator {
    return this.panel.getByRole('list', { name: 'Files to import' }).locator(':scope > li')
  }
  /** Why a file does not come in. */
  problemOf(name: string): Locator {
    return this.arrivals.filter({ hasText: name }).locator('.problem')
  }
  async open(): Promise<void> {
    await this.page
      .getByRole('button', { name: /^Library .+/ })
      .and(this.page.locator('.title-library'))
      .click()
    await this.page.getByRole('menuitem', { name: 'Import…' }).click()
    await expect(this.panel).toBeVisible()
  }
  async choose(...paths: readonly string[]): Promise<void> {
    await this.app.evaluate(
      ({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
      },
      [...paths],
    )
    await this.panel.getByRole('button', { name: 'Choose files…' }).click()
  }
  async importAll(): Promise<void> {
    await this.panel.getByRole('button', { name: /^(?:Import|Merge|Import and merge) (?:story|\d+ stories)$/ }).click()
  }
}
