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
    const more = this.region.getByRole('button', { name: /^Show (?:all|\d+ more)/ })
    for (const button of [folded, more])
      while ((await button.count()) > 0)
        // The list follows the copy: what is listed no more cannot be opened.
        await button
          .first()
          .press('Enter', { timeout: 1000 })
          .catch(() => undefined)
  }
  /** A finding may come with a group that is folded: opens the groups until `listed` holds. */
  async unfoldUntil(listed: (expectTimeout: { readonly timeout: number }) => Promise<void>): Promise<void> {
    await expect(async () => {
      await this.unfold()
      await listed({ timeout: 1000 })
    }).toPass()
  }
  /** Selects a finding once it is listed, so that its acts are shown. */
  async select(rule: string, words: string | RegExp = ''): Promise<Locator> {
    const row = this.finding(rule, words).first()
    await this.unfoldUntil((soon) => expect(row).toBeVisible(soon))
    const open = row.locator('.issue-open')
    // What only the next door asks stands outside the groups, with its acts.
    if ((await open.count()) > 0) await open.click()
    return row
  }
  get blocks(): Locator {
    return this.region.locator('.finding[data-severity="block"]')
  }
}
