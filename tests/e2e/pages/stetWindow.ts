import { expect, type Locator, type Page } from '@playwright/test'

export type Part = 'headline' | 'deck' | 'body'

/** The main window, as a person at the keyboard knows it. */
export class StetWindow {
  constructor(readonly page: Page) {}

  get story(): Locator {
    return this.page.getByRole('textbox', { name: 'Story' })
  }
  get library(): Locator {
    return this.page.getByRole('region', { name: 'Library' })
  }
  get facts(): Locator {
    return this.page.getByRole('region', { name: 'Facts' })
  }
  get checks(): Locator {
    return this.page.getByRole('region', { name: 'Checks' })
  }
  get saved(): Locator {
    return this.page.getByRole('status').filter({ hasText: /^(?:Saving…|Saved|.*not on disk.*)$/ })
  }
  part(part: Part): Locator {
    return this.story.locator(`[data-part="${part}"]`)
  }
  fact(words: string): Locator {
    return this.facts.getByRole('listitem').filter({ hasText: words })
  }

  async newStory(): Promise<void> {
    const before = await this.library.getByRole('listitem').count()
    await this.press('Control+n')
    await expect(this.library.getByRole('listitem')).toHaveCount(before + 1)
    await expect(this.story).toBeVisible()
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys)
  }

  async focusPart(part: Part): Promise<void> {
    await this.part(part).first().click()
  }

  async type(part: Part, text: string): Promise<void> {
    await this.focusPart(part)
    await this.page.keyboard.type(text)
    await this.settled()
  }

  /** Everything typed so far is on disk. */
  async settled(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible()
  }

  async pasteHtml(html: string): Promise<void> {
    await this.story.evaluate((element, markup) => {
      const data = new DataTransfer()
      data.setData('text/html', markup)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, html)
  }
}
