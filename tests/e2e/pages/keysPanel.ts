import type { Locator, Page } from '@playwright/test'

/** The dialog in which keys are changed. */
export class KeysPanel {
  constructor(readonly page: Page) {}

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Keys' })
  }
  row(command: string): Locator {
    return this.dialog.locator(`[data-command="${command}"]`)
  }
}
