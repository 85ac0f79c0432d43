import { expect, type Locator, type Page } from '@playwright/test'

/** The library at the left of the window. */
export class LibraryPane {
  constructor(readonly page: Page) {}

  get region(): Locator {
    return this.page.getByRole('region', { name: 'Library' })
  }
  row(headline: string): Locator {
    const words = this.page.locator('.story-headline').filter({ hasText: headline })
    return this.scroller.getByRole('listitem').filter({ has: words })
  }
  get search(): Locator {
    return this.region.getByRole('searchbox', { name: 'Search', exact: true })
  }
  get filters(): Locator {
    return this.region.getByRole('form', { name: 'Filters' })
  }
  /** What was understood of the search. */
  get chips(): Locator {
    return this.region.getByRole('list', { name: 'Filters in this search' }).getByRole('listitem')
  }
  get problem(): Locator {
    return this.region.locator('.search-problem')
  }
  /** The searches that the person named. */
  get views(): Locator {
    return this.region.getByRole('region', { name: 'Saved searches' })
  }
  /** Their names, from top to bottom. */
  get viewNames(): Locator {
    return this.views.locator('.view-words')
  }
  view(name: string): Locator {
    return this.views.getByRole('button', { name, exact: true })
  }
  /** The rows under a heading such as "Drafts". */
  group(title: string): Locator {
    return this.region
      .locator('.library-group')
      .filter({ has: this.page.getByRole('heading', { name: title }) })
      .getByRole('listitem')
  }
  /** What scrolls the list. */
  get scroller(): Locator {
    return this.region.locator('.library-list')
  }
  /** The rows that are on the page: the visible ones and a few around them. */
  get rows(): Locator {
    return this.scroller.getByRole('listitem')
  }
  /** The button of a story, or of a heading, that has the keyboard. */
  get focused(): Locator {
    return this.region.locator('button:focus')
  }
  /** The row with the keyboard, by its number in its group. */
  focusedNumber(): Promise<string | null | undefined> {
    return this.page.evaluate(() => document.activeElement?.closest('.story-row')?.getAttribute('aria-posinset'))
  }
  /** The bar of the selected stories. */
  /** How many are selected. */
  get bulkCount(): Locator {
    return this.bulk.locator('.bulk-count')
  }
  get bulk(): Locator {
    return this.region.getByRole('group', { name: 'Selected stories' })
  }
  /** Headlines of the selected rows that are on the page. */
  get selected(): Locator {
    return this.scroller.locator('.story-row[data-selected="true"] .story-headline')
  }
  heading(title: string): Locator {
    return this.region.getByRole('heading', { name: title }).getByRole('button')
  }
  /** The number of stories in the list. */
  async total(): Promise<number> {
    const [said = '0'] = await this.region.locator('.list-total').allTextContents()
    return Number.parseInt(said.replaceAll(',', ''), 10)
  }
  get sort(): Locator {
    return this.region.getByRole('combobox', { name: 'Sort by' })
  }
  /** Headlines of the rows between the edges of the list, from top to bottom. */
  visibleHeadlines(): Promise<readonly string[]> {
    return this.scroller.evaluate((list) => {
      const { top, bottom } = list.getBoundingClientRect()
      return [...list.querySelectorAll('.story-row')]
        .map((row) => ({ row, box: row.getBoundingClientRect() }))
        .filter(({ box }) => box.bottom > top && box.top < bottom)
        .sort((a, b) => a.box.top - b.box.top)
        .map(({ row }) => row.querySelector('.story-headline')?.textContent ?? '')
    })
  }
  /** The same, once it has been the same for ten frames. */
  async stillHeadlines(): Promise<readonly string[]> {
    for (let still = 0, before = ''; ;) {
      const now = await this.visibleHeadlines()
      still = now.join() === before ? still + 1 : 0
      if (still === 10) return now
      before = now.join()
      await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)))
    }
  }
  /** CSS pixels from the upper edge of the list to the row of a story. */
  topOf(headline: string): Promise<number> {
    return this.scroller.evaluate((list, wanted) => {
      const row = [...list.querySelectorAll('.story-row')].find(
        (one) => one.querySelector('.story-headline')?.textContent === wanted,
      )
      return row ? row.getBoundingClientRect().top - list.getBoundingClientRect().top : Number.NaN
    }, headline)
  }
  scrollTo(pixels: number): Promise<void> {
    return this.scroller.evaluate((list, top) => {
      list.scrollTop = top
    }, pixels)
  }
  /** What the search found in the words of a story. */
  get snippets(): Locator {
    return this.region.locator('.story-snippet')
  }
  /** The sought words in them. */
  get marked(): Locator {
    return this.snippets.locator('mark')
  }
  /**
   * Watches until the list has so many rows, in a frame that shows them. What it resolves with tells how many
   * milliseconds that is after the last key.
   */
  async watchFor(rows: number): Promise<() => Promise<number>> {
    const watch = await this.region.evaluateHandle((region, wanted) => {
      // Letters of some scripts come without a key, and the sheet takes some keys before they change anything.
      const EVENTS = ['keydown', 'beforeinput', 'input']
      let key = Number.NaN
      const onKey = (): void => {
        key = performance.now()
      }
      for (const name of EVENTS) document.addEventListener(name, onKey, true)
      const shown = new Promise<number>((done) => {
        const observer = new MutationObserver(() => {
          if (region.querySelectorAll('.library-list .story-row').length !== wanted) return
          observer.disconnect()
          requestAnimationFrame(() => {
            for (const name of EVENTS) document.removeEventListener(name, onKey, true)
            done(performance.now() - key)
          })
        })
        observer.observe(region, { childList: true, subtree: true })
      })
      return { shown }
    }, rows)
    return () => watch.evaluate(({ shown }) => shown)
  }
  /** The line of a row that is written from left to right. */
  line(row: Locator): Locator {
    return row.locator('.story-line')
  }
  headline(row: Locator): Locator {
    return row.locator('.story-headline')
  }
  async open(headline: string): Promise<void> {
    await this.row(headline).getByRole('button').first().click()
    await expect(this.row(headline).getByRole('button').first()).toHaveAttribute('aria-current', 'true')
  }
  /** An entry of the menu on a row. */
  async choose(headline: string, action: string): Promise<void> {
    await this.row(headline)
      .getByRole('button', { name: `Actions on ${headline}` })
      .click()
    await this.page.getByRole('menuitem', { name: action }).click()
  }
}
