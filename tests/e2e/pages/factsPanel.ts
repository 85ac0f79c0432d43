import type { Locator, Page } from '@playwright/test'

/** One fact of the list. */
export class FactRow {
  constructor(readonly row: Locator) {}

  /** The button that opens the row. It has the focus while the fact is current. */
  get head(): Locator {
    return this.row.locator('.fact-open')
  }
  get status(): Locator {
    return this.row.locator('.status-word')
  }
  get backup(): Locator {
    return this.row.locator('.backup')
  }
  /** Removes a piece of evidence, by the keys of the row's menu. */
  async removeEvidence(name: string): Promise<void> {
    const page = this.row.page()
    await this.row.getByRole('button', { name: 'More for this fact' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Remove evidence' }).press('Enter')
    await page.getByRole('menuitem', { name }).press('Enter')
  }
  /** The question that a verdict asks before it is given. */
  get question(): Locator {
    return this.row.locator('.fact-ask')
  }
}

export const factRow = (row: Locator): FactRow => new FactRow(row)

/** The list of facts at the side. */
export class FactsPanel {
  constructor(readonly page: Page) {}

  get region(): Locator {
    return this.page.getByRole('region', { name: 'Facts' })
  }
  row(words: string): FactRow {
    return new FactRow(this.region.getByRole('listitem').filter({ hasText: words }))
  }
  rowOf(fact: string): FactRow {
    return new FactRow(this.region.locator(`[data-fact="${fact}"]`))
  }
  /** The fact that keys act on. */
  get current(): Locator {
    return this.region.locator('[aria-current=true]')
  }
  /** The element that has the keyboard. */
  get focused(): Locator {
    return this.region.locator(':focus')
  }
  /** The row that has the keyboard. */
  get focusedHead(): Locator {
    return this.region.locator('.fact-open:focus')
  }
  /** The status in the open row that has the keyboard. */
  get focusedStatus(): Locator {
    return this.region.locator('[data-open="true"] .fact-open:focus .status-word')
  }
  get openWords(): Locator {
    return this.region.locator('[data-open="true"] .fact-words')
  }
  statuses(word: string): Locator {
    return this.region.locator('.status-word', { hasText: word })
  }
  /** The form of a question, wherever it is. */
  get question(): Locator {
    return this.page.locator('.fact-ask')
  }
}
