/** One person at one window, who uses the keyboard only. */
import { expect, type Locator, type Page } from '@playwright/test'
import { anotherWindow } from '../anotherWindow'
import type { Launched } from '../fixtures'
import { ChecksPanel } from './checksPanel'
import { EvidenceForm } from './evidenceForm'
import { factRow } from './factsPanel'
import { chosenIn } from './options'
import { personButton, type StetWindow } from './stetWindow'

export interface Backup {
  /** Found in the source book by this name, or added to it under it. */
  readonly source: string
  /** Only for a source that is new: its kind and ground rules, as the form names them. */
  readonly kind?: string
  readonly rules?: string
  readonly protect?: boolean
  readonly locator: string
  readonly excerpt?: string
  /** Path of a file to capture. */
  readonly file?: string
  readonly contradicts?: boolean
}

export class Seat {
  constructor(
    readonly stet: StetWindow,
    readonly name: string,
  ) {}

  /** A second window for another person of the roster, on the same story. */
  static async beside(launched: Launched, name: string): Promise<Seat> {
    const stet = await anotherWindow(launched)
    const seat = new Seat(stet, name)
    await seat.command('You and your PIN')
    const person = stet.page.getByRole('radio', { name: new RegExp(`^${name}`) })
    await person.press('Space')
    // Changing the person closes the story and opens it again.
    await expect(personButton(stet.page, name)).toHaveCount(1)
    await expect(stet.page.getByRole('textbox', { name: 'Story', includeHidden: true })).toBeVisible()
    await stet.press('Escape')
    await expect(stet.page.getByRole('dialog')).toHaveCount(0)
    await expect(stet.story).toBeVisible()
    return seat
  }

  get page(): Page {
    return this.stet.page
  }
  dialog(name?: string | RegExp): Locator {
    return this.page.getByRole('dialog', name === undefined ? {} : { name })
  }
  press(keys: string): Promise<void> {
    return this.stet.press(keys)
  }

  command(label: string): Promise<void> {
    return this.stet.command(label)
  }

  /** Replaces the text of a field. */
  async fill(field: Locator, text: string): Promise<void> {
    await field.focus()
    await expect(field).toBeFocused()
    await this.press('Control+a')
    if (text === '') await this.press('Delete')
    else await this.page.keyboard.insertText(text)
    await expect(field).toHaveValue(text)
  }

  /** Chooses in a list by typing the first letters. */
  async choose(list: Locator, label: string): Promise<void> {
    await expect(async () => {
      await list.focus()
      await this.page.keyboard.type(label)
      // After a second without a letter Chromium begins again: the letters are then typed once more.
      await expect(chosenIn(list)).toHaveText(label, { timeout: 1500 })
    }).toPass()
  }

  /** Imports a file by keys. The system's dialog is answered in main. */
  async importFile({ app }: Pick<Launched, 'app'>, file: string): Promise<void> {
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: [path] })) as typeof dialog.showOpenDialog
    }, file)
    await this.press('Control+o')
    await this.page.getByRole('button', { name: 'Choose files…' }).press('Enter')
    await this.page.getByRole('button', { name: 'Import story' }).press('Enter')
    await expect(this.stet.story).toBeVisible()
  }

  /** A new graf at the end of the copy. */
  async write(text: string): Promise<void> {
    await this.stet.caretAtEnd()
    await this.press('Enter')
    await this.page.keyboard.insertText(text)
    await expect(this.stet.part('body').last()).toHaveText(text)
  }

  async tag(words: string, letter: string, nth = 1): Promise<void> {
    await this.stet.select(words, nth)
    await this.stet.tagAs(letter)
  }

  /** Makes a fact current and returns its row. */
  async take(words: string): Promise<Locator> {
    await this.press('Control+1')
    const row = this.stet.fact(words).first()
    const head = factRow(row).head
    await head.focus()
    if ((await row.getAttribute('data-open')) !== 'true') await head.press('Enter')
    await expect(row).toHaveAttribute('data-open', 'true')
    return row
  }

  /** Attaches evidence to the current fact. */
  async attach(backup: Backup): Promise<void> {
    await this.press('Control+Shift+a')
    await this.fillEvidence(this.dialog('Add evidence'), backup)
  }

  async fillEvidence(
    form: Locator,
    { source, kind, rules, protect, locator, excerpt, file, contradicts }: Backup,
  ): Promise<void> {
    const picker = form.getByRole('combobox', { name: 'Source' })
    await expect(picker).toBeVisible()
    if ((await picker.inputValue()) !== source) {
      await this.fill(picker, source)
      await this.press('Enter')
    }
    if (kind !== undefined) {
      await this.choose(form.getByLabel('Kind', { exact: true }), kind)
      if (rules !== undefined) await this.choose(form.getByLabel('Ground rules'), rules)
      if (protect === true) await form.getByRole('checkbox', { name: 'Protected' }).press('Space')
    }
    if (excerpt !== undefined) await this.fill(form.getByLabel('What it says'), excerpt)
    if (file !== undefined) {
      const chooser = this.page.waitForEvent('filechooser')
      await form.getByRole('button', { name: 'Choose a file' }).press('Enter')
      await (await chooser).setFiles(file)
      await expect(form.getByRole('button', { name: 'Remove' })).toBeVisible()
    }
    if (contradicts === true) await form.getByRole('radio', { name: /contradicts/ }).press('Space')
    await this.fill(new EvidenceForm(form).locator, locator)
    await this.press('Enter')
    await expect(form).toBeHidden()
  }

  /** Enters review with this fact, runs `act`, and leaves review. */
  async review(words: string, act: (row: Locator) => Promise<void>): Promise<void> {
    const row = await this.take(words)
    await this.stet.reviewWithList()
    await expect(factRow(row).head).toBeFocused()
    await act(row)
    await this.press('Control+r')
    await expect(this.stet.library).toBeVisible()
  }

  /** Verifies by V, with new evidence or with what is there. */
  async verify(words: string, backup?: Backup): Promise<void> {
    await this.review(words, async (row) => {
      // The key brings each piece of evidence that was not seen yet.
      const pieces = backup ? 1 : await this.page.getByRole('tablist', { name: 'Evidence' }).getByRole('tab').count()
      for (let at = 0; at < Math.max(1, pieces); at++) await this.press('v')
      if (backup) await this.fillEvidence(this.dialog('Verify with evidence'), backup)
      await expect(factRow(row).status).toHaveText('Verified')
    })
  }

  /** Gives a verdict by its key. `answers`: the text for each field that it asks for, by label. */
  async verdict(
    words: string,
    key: string,
    status: string,
    answers: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    await this.review(words, async (row) => {
      await this.press(key)
      for (const [label, text] of Object.entries(answers))
        await this.fill(this.page.getByLabel(label, { exact: true }), text)
      if (Object.keys(answers).length > 0) await this.press('Enter')
      await expect(factRow(row).status).toHaveText(status)
    })
  }

  get checks(): ChecksPanel {
    return new ChecksPanel(this.page)
  }
  async override(rule: string, words: string | RegExp, reason: string): Promise<void> {
    await this.press('Control+2')
    const row = await this.checks.select(rule, words)
    await row.getByRole('button', { name: 'Override…' }).press('Enter')
    await expect(this.page.getByLabel('Why it may pass')).toBeFocused()
    await this.page.keyboard.insertText(reason)
    await this.press('Enter')
  }
  async dismiss(rule: string, words: string | RegExp, label = 'Nothing to check'): Promise<void> {
    await this.press('Control+2')
    const row = await this.checks.select(rule, words)
    await row.getByRole('button', { name: label }).press('Enter')
  }

  /** Makes the next move of the story by its key, and fills in its panel. */
  async move(
    name: RegExp,
    { kind, reason, override }: { readonly kind?: RegExp; readonly reason?: string; readonly override?: string } = {},
  ): Promise<void> {
    await this.stet.nextMove(name)
    const panel = this.dialog()
    await expect(panel.getByRole('region', { name: 'Checks of this move' })).toHaveAttribute('aria-busy', 'false')
    if (kind) await panel.getByRole('radio', { name: kind }).press('Space')
    if (reason !== undefined) await this.fill(panel.getByLabel(/^(?:Why|Kill text)/), reason)
    if (override !== undefined) await this.fill(panel.getByLabel(/^Reason to override/), override)
    await panel.getByRole('button', { name }).press('Enter')
    await expect(panel).toBeHidden()
  }

  /** Sets one field of the Fields tab and leaves it. */
  async setField(label: string, value: string): Promise<void> {
    await this.press('Control+6')
    const field = this.page.getByRole('region', { name: 'Fields' }).getByLabel(label, { exact: true })
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await this.choose(field, value)
    else await this.fill(field, value)
    await this.press('Tab')
  }

  /** Saves an export of the window to `path`. */
  async saveExport(
    { app }: Pick<Launched, 'app'>,
    format: RegExp,
    path: string,
    choose?: (panel: Locator) => Promise<void>,
  ): Promise<void> {
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog
    }, path)
    await this.press('Control+e')
    const panel = this.dialog('Export')
    await panel.getByRole('radio', { name: format }).press('Space')
    if (choose) await choose(panel)
    await expect(panel.getByRole('button', { name: 'Save as…' })).toBeEnabled()
    await panel.getByRole('button', { name: 'Save as…' }).press('Enter')
    await expect(panel).toContainText(/SHA-256/)
    await this.press('Escape')
    await expect(panel).toBeHidden()
  }
}
