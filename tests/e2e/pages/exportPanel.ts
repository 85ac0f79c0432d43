import type { FrameLocator, Locator, Page } from '@playwright/test'

export class ExportPanel {
  constructor(readonly page: Page) {}

  get panel(): Locator {
    return this.page.getByRole('dialog', { name: 'Export' })
  }
  get fileName(): Locator {
    return this.panel.locator('.export-name')
  }
  /** The file name, or that nothing would leave. */
  get outcome(): Locator {
    return this.panel.locator('.export-name, .export-nothing')
  }
  /** The preview as text. */
  get text(): Locator {
    return this.panel.locator('.export-text')
  }
  get preview(): Locator {
    return this.panel.locator('.export-preview')
  }
  /** The preview as a page. */
  get frame(): Locator {
    return this.panel.locator('iframe.export-page')
  }
  /** The document in that page. */
  get document(): Locator {
    const frame: FrameLocator = this.frame.contentFrame()
    return frame.locator('html')
  }
  /** The name of a format beside its radio button. */
  async nameOf(radio: Locator): Promise<string> {
    return (await radio.locator('..').innerText()).split('\n')[0] ?? ''
  }
}
