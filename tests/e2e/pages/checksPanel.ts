import { expect, type Locator, type Page } from '@playwright/test'

/** The findings of the gate at the side. */
export class ChecksPanel {
  constructor(readonly page: Page) {}

  get region(): Locator {
    return this.page.getByRole('region', { name: 'Checks' })
  }
  finding(rule: string, words: string | RegExp = ''): Locator {
    return this.region.locator(`.finding[data-rule="${rule}"]`).filter({ hasText: words })
  }
  /** The heading that folds a group, with the number of its findings. */
  group(kind: string, count: number): Locator {
    return this.region.getByRole('button', { name: `${kind} ${count}`, exact: true })
  }
  /** Opens every group, with all of its rows. */
  async unfold(): Promise<void> {
    const folded = this.region.locator('.issue-fold[aria-expanded="false"]')
    while ((await folded.count()) > 0) await folded.first().press('Enter')
    const more = this.region.getByRole('button', { name: /^Show (?:all|\d+ more)/ })
    while ((await more.count()) > 0) await more.first().press('Enter')
  }
  /** Selects a finding once it is listed, so that its acts are shown. */
  async select(rule: string, words: string | RegExp = ''): Promise<Locator> {
    const row = this.finding(rule, words).first()
    await expect(async () => {
      await this.unfold()
      await expect(row).toBeVisible({ timeout: 1000 })
    }).toPass()
    const open = row.locator('.issue-open')
    // What only the next door asks stands outside the groups, with its acts.
    if ((await open.count()) > 0) await open.click()
    return row
  }
  get blocks(): Locator {
    return this.region.locator('.finding[data-severity="block"]')
  }
}
