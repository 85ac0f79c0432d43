import { expect, type Locator, type Page } from '@playwright/test'
import type { Launched } from '../fixtures'

/** The notes beside the words. */
export class MarginNotes {
  constructor(readonly page: Page) {}

  get region(): Locator {
    return this.page.getByRole('region', { name: 'Notes in the margin' })
  }
  get notes(): Locator {
    return this.region.getByRole('article')
  }
  note(words: string): Locator {
    return this.notes.filter({ hasText: words })
  }
  /** The edges of the notes on the screen, in their order. */
  async edges(): Promise<readonly { readonly top: number; readonly bottom: number }[]> {
    const boxes = await Promise.all((await this.notes.all()).map((note) => note.boundingBox()))
    return boxes.flatMap((box) => (box ? [{ top: Math.round(box.y), bottom: Math.round(box.y + box.height) }] : []))
  }
}

/** Gives the window's page this size, in CSS pixels. */
export async function sizeWindow({ app, page }: Launched, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.setMenuBarVisibility(false)
      window?.setContentSize(size.width, size.height)
    },
    { width, height },
  )
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height])
}
