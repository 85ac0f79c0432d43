/**
 * Acceptance 8: no serious or critical finding of axe-core on any screen or overlay, light and dark, and no mouse
 * needed.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { inBothThemes, isGrave, said, violationsIn } from '../axe'
import { fillDesk } from '../filledDesk'
import { expect, oneWindow, test, type Launched } from '../fixtures'
import { openStory } from '../openStory'
import { FactsPanel } from '../pages/factsPanel'
import { VersionsPane } from '../pages/versionsPane'

/**
 * Serious and critical findings of the screen in light and in dark, each as "screen, theme: rule: element". The lesser
 * ones are printed.
 */
class Auditor {
  readonly grave: string[] = []
  readonly #noted = new Set<string>()

  constructor(readonly page: Page) {}

  /** `within`: a CSS selector of what is new on the screen. */
  async audit(screen: string, within?: string): Promise<void> {
    await inBothThemes(this.page, async (theme) => {
      for (const result of await violationsIn(this.page, theme, within)) {
        const told = said(result, `${screen}, ${theme}`)
        const element = `${result.id} ${result.nodes[0]?.html}`
        if (isGrave(result)) this.grave.push(...told)
        else if (!this.#noted.has(element)) {
          this.#noted.add(element)
          console.log(`    axe notes ${told.join('\n')}`)
        }
      }
    })
  }
}

const TAB = '[role="tabpanel"]'
const dialog = (page: Page, name?: string | RegExp) => page.getByRole('dialog', name === undefined ? {} : { name })

async function open({ page, stet }: Launched, headline: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await dialog(page).getByRole('combobox').fill(headline)
  await expect(dialog(page).getByRole('option', { selected: true })).toContainText(headline)
  await page.keyboard.press('Enter')
  await expect(stet.part('headline')).toContainText(headline)
}

/** Escape closes an overlay, and the keyboard returns to where it was. */
async function escape(page: Page, origin?: string): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  const focused = expect.poll(() =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.className ?? ''),
  )
  if (origin === undefined)
    await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false)
  else await focused.toBe(origin)
}

test('first run and the empty library pass axe', async ({ newsroom }) => {
  const { page } = await newsroom.launch()
  const auditor = new Auditor(page)
  await expect(dialog(page, 'Welcome to Stet')).toBeVisible()
  await auditor.audit('first run')
  await page.keyboard.press('Enter')
  await auditor.audit('first run without a name')
  await page.getByLabel('Your name').fill('Reporter')
  await page.getByRole('radio', { name: 'An empty library' }).check()
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toHaveCount(0)
  await auditor.audit('empty library')
  for (const key of ['2', '4', '5', '6']) {
    await page.keyboard.press(`Control+${key}`)
    await expect(page.getByRole('tabpanel')).toBeVisible()
    await auditor.audit(`empty library, tab ${key}`, TAB)
  }
  await page.keyboard.press('Control+n')
  await expect(page.getByRole('textbox', { name: 'Story' })).toBeVisible()
  await auditor.audit('new story')
  expect(auditor.grave).toEqual([])
})

test('writing, review, every panel and every overlay pass axe, and each overlay gives the keyboard back', async ({
  newsroom,
}) => {
  // Each screen is looked at in light and in dark.
  test.setTimeout(900_000)
  await fillDesk(newsroom)
  const importFile = join(newsroom.scratch, 'kelp.md')
  await writeFile(importFile, '# Kelp farms spread\n\n| Port | Farms |\n| --- | --- |\n| Wando | 412 |\n')
  const launched = await newsroom.launch({ user: 'Editor' })
  const { app, page, stet } = launched
  const auditor = new Auditor(page)

  await open(launched, 'Trump and Xi sit down')
  await stet.caretBefore('90 minutes')
  await expect(stet.facts).toBeVisible()
  await auditor.audit('writing')
  for (const [key, tab] of [
    ['2', 'Checks'],
    ['4', 'Sources'],
    ['5', 'History'],
    ['6', 'Fields'],
    ['1', 'Facts'],
  ] as const) {
    await page.keyboard.press(`Control+${key}`)
    await expect(page.getByRole('region', { name: tab, exact: true })).toHaveCount(1)
    await auditor.audit(`tab ${tab}`, TAB)
  }

  await new VersionsPane(page).keep('For the audit')
  await page
    .getByRole('region', { name: 'History' })
    .getByRole('button', { name: /^Compare snapshot/ })
    .first()
    .click()
  await expect(dialog(page, 'Compare snapshots')).toBeVisible()
  await auditor.audit('compare versions')
  await escape(page)
  await auditor.audit('versions')

  await stet.story.focus()
  await page.keyboard.press('Control+f')
  await page.getByRole('search').getByLabel('Find', { exact: true }).fill('talks')
  await auditor.audit('find bar')
  await escape(page, 'Story')
  await stet.select('peacemaking')
  await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible()
  await auditor.audit('type bar')
  await page.keyboard.press('Control+Shift+k')
  await expect(page.getByRole('form', { name: 'Link' })).toBeVisible()
  await auditor.audit('link field')
  await escape(page, 'Story')

  await page.keyboard.press('Control+e')
  for (const label of [/^Web page/, /^ninjs/, /^Markdown/, /^Plain text/, /^Fact sheet/]) {
    await dialog(page, 'Export').getByRole('radio', { name: label }).check()
    await expect(page.getByRole('region', { name: 'Checks and leak scan' })).toHaveAttribute('aria-busy', 'false')
    await auditor.audit(`export ${label.source}`)
  }
  await escape(page, 'Story')

  await app.evaluate(({ dialog: box }, path) => {
    box.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, importFile)
  await page.keyboard.press('Control+o')
  await expect(dialog(page, 'Import')).toBeVisible()
  await auditor.audit('import, nothing chosen')
  await page.getByRole('button', { name: 'Choose files…' }).press('Enter')
  await expect(page.getByRole('list', { name: 'Files to import' })).toContainText('Kelp farms')
  await auditor.audit('import')
  await escape(page, 'Story')

  await page.keyboard.press('Control+k')
  await expect(dialog(page).getByRole('combobox')).toBeFocused()
  await auditor.audit('palette')
  await dialog(page).getByRole('combobox').fill('talks')
  await auditor.audit('palette, searching')
  await dialog(page).getByRole('combobox').fill('zzz')
  await auditor.audit('palette, nothing found')
  await escape(page, 'Story')
  await page.keyboard.press('F1')
  await expect(dialog(page, 'Keys')).toBeVisible()
  await auditor.audit('keys')
  await escape(page, 'Story')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page).getByRole('region', { name: 'Checks of this move' })).toHaveAttribute('aria-busy', 'false')
  await auditor.audit('move panel')
  await escape(page, 'Story')
  await stet.command('Roster')
  await expect(dialog(page, /Roster/)).toBeVisible()
  await auditor.audit('roster')
  await escape(page, 'Story')

  await page.keyboard.press('Control+r')
  await expect(page.getByRole('region', { name: 'Evidence' })).toBeVisible()
  await page.keyboard.press('j')
  await auditor.audit('review')
  await stet.press('q')
  await expect(new FactsPanel(page).question).toBeVisible()
  await auditor.audit('review, a question')
  await escape(page)
  await page.keyboard.press('e')
  await expect(dialog(page, 'Add evidence')).toBeVisible()
  await auditor.audit('evidence form')
  await escape(page)
  await page.keyboard.press('Control+r')

  await stet.fact('“a very tough negotiator').getByRole('button').first().press('Enter')
  await page.keyboard.press('Control+Shift+t')
  await expect(dialog(page)).toBeVisible()
  await auditor.audit('reason form')
  await escape(page)

  for (const headline of [
    'Harbour crews in Busan',
    '목포 여객선 협상',
    'Grain corridor reopens',
    'What the tariff framework',
  ]) {
    await open(launched, headline)
    await auditor.audit(headline)
  }
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 700))
  await page.getByRole('button', { name: 'Library pane' }).press('Enter')
  await auditor.audit('900 wide, library drawer')
  await page.getByRole('tab', { name: 'Facts' }).press('Enter')
  await auditor.audit('900 wide, facts drawer')
  await page.keyboard.press('Control+r')
  await expect(page.getByRole('region', { name: 'Evidence' })).toBeVisible()
  await auditor.audit('900 wide, review')
  expect(auditor.grave).toEqual([])
})

const theWindow = oneWindow({ user: 'Reporter' })

test('a library that cannot be opened passes axe', async ({ newsroom }) => {
  const folder = join(newsroom.scratch, 'not-a-library')
  await mkdir(folder)
  await writeFile(join(folder, 'library.json'), 'not json')
  const gone = await newsroom.launch({ user: 'Reporter', library: folder })
  const first = new Auditor(gone.page)
  await expect(gone.page.getByRole('heading', { name: 'The library could not be opened' })).toBeVisible()
  await first.audit('library unavailable')
  await gone.app.close()
  expect(first.grave).toEqual([])
})

test('a library whose owner does not answer is shown to be read, and its window passes axe', async () => {
  const owner = await theWindow()
  const { newsroom } = owner
  const text = '# One story\n\n*Its deck*\n\nA body of 12 words.\n'
  await openStory(owner, 'One story', { name: 'one.md', text })
  owner.app.process().kill('SIGSTOP')
  try {
    const { app, page, stet } = await newsroom.launch({
      user: 'Reporter',
      args: [`--user-data-dir=${join(newsroom.scratch, 'profile-2')}`],
    })
    const auditor = new Auditor(page)
    await auditor.audit('read-only library')
    await stet.library.getByRole('button', { name: 'One story' }).first().press('Enter')
    await expect(stet.part('headline')).toContainText('One story')
    await auditor.audit('read-only story')
    expect(auditor.grave).toEqual([])
    await app.close()
  } finally {
    // A stopped process closes no window.
    owner.app.process().kill('SIGCONT')
  }
})

test('the audit finds a button without a name, and grey on grey', async () => {
  const { page } = await theWindow()
  await page.evaluate(() => {
    const pale = document.createElement('p')
    pale.className = 'pale-for-the-test'
    pale.textContent = 'Hardly to be read'
    pale.style.color = '#999'
    pale.style.background = '#aaa'
    document.querySelector('footer')?.append(document.createElement('button'), pale)
  })
  const auditor = new Auditor(page)
  await auditor.audit('broken')
  expect([...new Set(auditor.grave.map((line) => line.split(': ')[1]))].sort()).toEqual([
    'button-name (critical)',
    'color-contrast (serious)',
  ])
  // The next test needs the window as it was.
  await page.reload()
})

test('the buttons of the title bar have their plain names, and each region its own', async () => {
  const { page, stet } = await theWindow()
  await stet.newStory()
  for (const name of ['New story', 'Export', 'Tag fact', 'Comment'])
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(1)
  for (const name of ['Write', 'Review', 'Facts', 'Checks', 'Comments', 'Sources', 'History', 'Fields'])
    await expect(page.getByRole('tab', { name, exact: true })).toHaveCount(1)
  await expect(page.getByRole('searchbox', { name: 'Search', exact: true })).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'Library' })).toHaveCount(1)
  for (const [key, name] of [
    ['2', 'Checks'],
    ['5', 'History'],
    ['1', 'Facts'],
  ] as const) {
    await page.keyboard.press(`Control+${key}`)
    await expect(page.getByRole('region', { name, exact: true })).toHaveCount(1)
  }
})

interface Stop {
  readonly name: string
  readonly visible: boolean
  readonly ring: boolean
}

/** Where the keyboard is: its name, whether it can be seen, and whether it is marked. */
const here = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body)
      return { name: 'nothing', visible: false, ring: false }
    const box = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    // In the sheet the caret shows where the keyboard is.
    const ring =
      element.isContentEditable || (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0)
    const visible =
      box.width > 0 &&
      box.height > 0 &&
      box.right > 0 &&
      box.bottom > 0 &&
      box.left < innerWidth &&
      box.top < innerHeight
    const label =
      element.getAttribute('aria-label') ??
      (element instanceof HTMLInputElement || element instanceof HTMLSelectElement
        ? element.labels?.[0]?.textContent
        : element.textContent)
    return { name: `${element.tagName.toLowerCase()} ${(label ?? '').trim().slice(0, 40)}`, visible, ring }
  })

test('Tab reaches every control of the window in turn, each one seen and marked, and F6 goes from pane to pane', async () => {
  const { page, stet } = await theWindow()
  await stet.newStory()
  await stet.type('headline', 'Ferry talks resume')
  await stet.select('Ferry talks')
  await stet.tagAs('Enter')
  await expect(stet.fact('Ferry talks')).toHaveCount(1)
  await stet.focusPart('body')
  // From the search field; in the sheet Tab belongs to lists, so F6 leaves it.
  const seen = new Map<string, Stop>()
  for (const start of ['Search', 'Story', 'Facts'] as const) {
    if (start === 'Search') await page.getByRole('searchbox', { name: start, exact: true }).focus()
    else if (start === 'Story') await stet.story.focus()
    else {
      await stet.story.focus()
      await page.keyboard.press('F6')
    }
    for (let step = 0; step < 60; step++) {
      const stop = await here(page)
      if (seen.has(stop.name) && step > 0 && stop.name.startsWith('div')) break
      seen.set(stop.name, stop)
      await page.keyboard.press('Tab')
    }
  }
  const lost = [...seen.values()].filter((stop) => !stop.visible || !stop.ring)
  expect(lost).toEqual([])
  const reached = [...seen.keys()].join('\n')
  for (const name of [
    'New story',
    'Library library',
    'Write',
    'Export',
    'File to desk',
    'More actions',
    'Search',
    'Paragraph style',
    'Bold',
    'Italic',
    'Link',
    'Insert',
    'Find and replace',
    'Tag fact',
    'Facts',
    'Reporter',
  ]) {
    expect(reached).toContain(name)
  }

  await stet.story.focus()
  const panes: string[] = []
  for (let step = 0; step < 3; step++) {
    await page.keyboard.press('F6')
    panes.push(await page.evaluate(() => document.activeElement?.closest('[data-pane]')?.className ?? 'none'))
  }
  expect(panes).toEqual(['room-right', 'room-left', 'room-sheet'])
})
