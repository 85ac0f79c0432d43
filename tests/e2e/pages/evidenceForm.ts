import type { Locator } from '@playwright/test'

/** The form that adds evidence, and the file in it. */
export class EvidenceForm {
  constructor(readonly form: Locator) {}

  /** Page, paragraph, time or address: its label goes by the kind of source. */
  get locator(): Locator {
    return this.form.locator('input.control[type="text"]:not([role="combobox"])').first()
  }
  get fileName(): Locator {
    return this.form.locator('.file-name')
  }
  /** How far the copying of a long file is. */
  get progress(): Locator {
    return this.form.locator('.file-copying .soft')
  }
}
