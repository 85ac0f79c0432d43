import { expect, type Locator, type Page } from '@playwright/test'
import { FactsPanel } from './factsPanel'
import { Sheet } from './sheet'

/** Keys of review that sign. */
const SIGNING = /^[vqwduasc.xy]$/

export type Part = 'headline' | 'deck' | 'body'

/** The main window, by its roles and labels. */
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
    return this.page.getByRole('status').filter({ hasText: /^(?:Saving…|Saved|.*not saved.*)$/ })
  }
  get sheet(): Sheet {
    return new Sheet(this.story)
  }
  get factsPanel(): FactsPanel {
    return new FactsPanel(this.page)
  }
  part(part: Part): Locator {
    return this.story.locator(`[data-part="${part}"]`)
  }
  fact(words: string): Locator {
    return this.facts.getByRole('listitem').filter({ hasText: words })
  }

  async newStory(): Promise<void> {
    const [before] = await this.story.elementHandles()
    await this.press('Control+n')
    // Each story has a sheet of its own: without this, the next keys reach the story that was open before.
    await before?.waitForElementState('hidden')
    await expect(this.part('headline')).toHaveText('')
    await expect(this.story).toBeFocused()
  }

  async press(keys: string): Promise<void> {
    if (SIGNING.test(keys)) await this.lookFirst(keys)
    await this.page.keyboard.press(keys)
  }

  /** Gives a command by the palette, once it is the one that Enter gives. `words`: of its name. */
  async command(words: string): Promise<void> {
    await this.press('Control+k')
    const palette = this.page.getByRole('dialog', { name: 'Search and commands' })
    // Before it is loaded, what is typed is held, and Enter does nothing.
    await expect(palette.getByRole('combobox')).toBeFocused()
    await this.page.keyboard.type(words)
    await expect(palette.getByRole('option', { selected: true })).toContainText(words, { ignoreCase: true })
    await this.press('Enter')
  }

  /** Tags the selected words by key, and chooses the type by its letter. */
  async tagAs(letter: string): Promise<void> {
    await this.press('Control+t')
    const bar = this.page.getByRole('toolbar', { name: 'Type of fact' })
    await expect(bar).toBeVisible()
    await this.press(letter)
    await expect(bar).toBeHidden()
  }

  /** Begins review, and opens the list of facts, which review folds away. */
  async reviewWithList(): Promise<void> {
    await this.press('Control+r')
    await this.openList()
  }
  /** In review: opens the list of facts beside the copy. The keyboard goes to the row of the selected fact. */
  async openList(): Promise<void> {
    await expect(this.page.getByRole('region', { name: 'Evidence', exact: true })).toBeVisible()
    await this.press('Control+1')
    await expect(this.facts).toBeVisible()
  }

  /** In review: looks as long as a person does before a key that signs, and never presses two at once. */
  async lookFirst(key: string): Promise<void> {
    const isReview = await this.page.evaluate(
      () =>
        document.querySelector('[data-looked-at]') !== null &&
        document.activeElement?.matches('input:not([type=radio]), textarea, select, [contenteditable=true]') !== true,
    )
    if (!isReview) return
    await this.page.waitForTimeout(Math.max(0, this.#nextKey - Date.now()))
    const room = this.page.getByRole('region', { name: 'Evidence', exact: true })
    if (!/[xy]/.test(key)) {
      if (await room.isVisible()) await this.lookedAt('.review-room')
      else await this.page.waitForTimeout(900)
    }
    const place = this.page.getByRole('region', { name: 'Previous source' })
    if (key === '.' && (await place.count()) > 0) await this.lookedAt('.found')
    this.#nextKey = Date.now() + (/[xy]/.test(key) ? 1800 : 500)
  }
  #nextKey = 0

  /** Looks at each frame. `expect` looks every half second, and forty keys would wait twenty seconds for nothing. */
  private async lookedAt(region: string): Promise<void> {
    await this.page.waitForFunction((found) => document.querySelector(found)?.matches('[data-looked-at=true]'), region)
  }

  async focusPart(part: Part): Promise<void> {
    await this.part(part).first().click()
  }

  async type(part: Part, text: string): Promise<void> {
    await this.focusPart(part)
    await this.page.keyboard.type(text)
    await this.settled()
  }

  /**
   * Makes the next move of the story by its key, once this window offers it by `name`. The command line may say
   * earlier than the window that the story has moved; the key would then make the move before.
   */
  async nextMove(name: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('banner').getByRole('button', { name })).toBeVisible()
    // Ctrl+Enter in a field acts on the field.
    await this.story.focus()
    await this.press('Control+Enter')
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

  /** Selects the nth occurrence of exact words by Find, as the keyboard does; focus is in the sheet afterwards. */
  async select(text: string, nth = 1): Promise<void> {
    await this.press('Control+f')
    const query = this.page.getByRole('search').getByLabel('Find', { exact: true })
    await query.fill(text)
    const count = this.page.getByRole('search').locator('.find-count')
    await expect(count).toHaveText(/^\d+ of \d+$/)
    const total = Number((await count.textContent())?.split(' of ')[1])
    // Goes round once at most: Enter moves to the next match.
    for (let step = 0; step <= total && !(step > 0 && (await count.textContent()) === `${nth} of ${total}`); step++)
      await query.press('Enter')
    await expect(count).toHaveText(`${nth} of ${total}`)
    await query.press('Escape')
    await expect(this.story).toBeFocused()
    await expect.poll(() => this.selectedWords()).toBe(text.toLowerCase())
  }
  /** The words that are selected in the sheet, in lower case. */
  private selectedWords(): Promise<string> {
    return this.page.evaluate(() => getSelection()?.toString().toLowerCase() ?? '')
  }
  async caretBefore(text: string): Promise<void> {
    await this.select(text)
    await this.press('ArrowLeft')
  }
  /** Puts the caret after the words, then moves it by `by` characters. */
  async caretAfter(text: string, by: number): Promise<void> {
    await this.select(text)
    await this.press('ArrowRight')
    for (let step = 0; step < Math.abs(by); step++) await this.press(by < 0 ? 'ArrowLeft' : 'ArrowRight')
  }
  async caretAtEnd(): Promise<void> {
    await this.story.focus()
    await this.press('Control+End')
  }
  async replace(old: string, text: string): Promise<void> {
    await this.press('Control+f')
    const bar = this.page.getByRole('search')
    await bar.getByLabel('Find', { exact: true }).fill(old)
    await expect(bar.locator('.find-count')).toHaveText(/^\d+ of \d+$/)
    await bar.getByLabel('Replace with', { exact: true }).fill(text)
    await bar.getByRole('button', { name: 'Replace all' }).press('Enter')
    // The button may be off now, and then no key reaches the bar from it.
    await bar.getByLabel('Find', { exact: true }).press('Escape')
    await expect(bar).toHaveCount(0)
  }
  async undo(): Promise<void> {
    await this.story.focus()
    await this.press('Control+z')
  }
  /** Undoes until `back` is in the story: what is typed with pauses takes several steps. */
  undoUntil(back: string): Promise<void> {
    return this.#undoUntil((words) => words.includes(back), back)
  }
  /** Undoes until the sheet has these words and no others. */
  undoTo(words: string): Promise<void> {
    return this.#undoUntil((now) => now === words, words)
  }
  async #undoUntil(isBack: (words: string) => boolean, back: string): Promise<void> {
    await this.story.focus()
    for (let step = 0; step < 40; step++) {
      if (isBack(await this.words())) return
      await this.press('Control+z')
    }
    throw new Error(`Forty undos did not bring back ${back}`)
  }
  /** All words of the sheet. */
  async words(): Promise<string> {
    return (await this.story.textContent()) ?? ''
  }
  async pasteText(text: string): Promise<void> {
    await this.story.evaluate((element, words) => {
      const data = new DataTransfer()
      data.setData('text/plain', words)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, text)
  }
  /** Verifies every open fact in review: the first with this source, the others with the previous source. */
  async verifyAllByKeys(source: string, locator: string): Promise<void> {
    let first = true
    for (let step = 0; step < 60; step++) {
      const open = this.facts.getByRole('listitem').filter({ hasText: 'To check' })
      const left = await open.count()
      if (left === 0) return
      if (first) {
        await expect(this.page.getByRole('region', { name: 'Evidence' })).toBeVisible()
        await expect(this.factsPanel.focused).toHaveCount(1)
        await this.press('v')
        const form = this.page.getByRole('dialog', { name: /evidence/i })
        await form.getByRole('combobox', { name: 'Source' }).focus()
        await this.page.keyboard.type(source)
        await this.press('Enter')
        await this.press('Tab')
        await form
          .getByLabel(/^(?:Where|Page|Paragraph|¶|Time|Address|Date)/)
          .first()
          .fill(locator)
        await this.press('Enter')
        await expect(form).toBeHidden()
        first = false
      } else {
        // Nothing of the source was captured, so the place is asked for.
        await this.press('.')
        const where = this.page.getByLabel(/^Where in /)
        await where.fill(locator)
        await where.press('Enter')
      }
      // One key signs a statement in all its places.
      await expect.poll(() => open.count()).toBeLessThan(left)
      // The next key acts on the next fact, once this window has gone on to it.
      if ((await open.count()) > 0) await expect(this.factsPanel.focusedStatus).toHaveText('To check')
    }
  }
}

/** Who acts in the window: the button at its foot, with the role in the roster. */
export const personButton = (page: Page, name: string): Locator =>
  page.locator('footer').getByRole('button', { name: new RegExp(`^${name}(?:, [a-z -]+)?$`), includeHidden: true })
/** What scrolls the sheet. */
export const sheetScroller = (page: Page): Locator => page.locator('.sheet-scroll')
/** The words of a story that this version may not change. */
export const guardedWords = (shown: Locator): Locator => shown.locator('pre')
/** The whole window; it says which panels are folded. */
export const appFrame = (page: Page): Locator => page.locator('.app')
/** The line over the headline. */
export const slugLine = (page: Page): Locator => page.locator('.slug-line')
/** The embargo as the Fields tab writes it out. */
export const embargoInWords = (page: Page): Locator => page.locator('.embargo-words')
/** The page, once it knows that a screen reader listens. */
export const assistedPage = (page: Page): Locator => page.locator('html[data-assisted]')
/** The page that was marked before it was loaded again. */
export const oldPage = (page: Page): Locator => page.locator('body[data-old]')
/** The window is drawn: a room beside the sheet, or the page that says why there is none. */
export const drawnWindow = (page: Page): Locator => page.locator('#root > main, .room-left > *').first()
/** What the window says to screen readers, and nobody sees. */
export const spoken = (page: Page): Locator => page.locator('main .visually-hidden[aria-live]')
