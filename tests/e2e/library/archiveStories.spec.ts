import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { anotherWindow, closeLast } from '../anotherWindow'
import { graveFindings, violations } from '../axe'
import { expect, oneWindow, test, type Launched, type Newsroom } from '../fixtures'
import { emptyLibrary } from '../openStory'
import { LibraryPane } from '../pages/libraryPane'
import { Seat } from '../pages/seat'

const NAMES = ['Alpha', 'Bravo', 'Charlie']

interface Desk extends Launched {
  readonly newsroom: Newsroom
  readonly list: LibraryPane
  /** An empty folder, which the dialog of the system answers. */
  readonly to: string
}

const theWindow = oneWindow({ user: 'Editor' }, async (newsroom) => {
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'])
  await newsroom.json(['roster', 'add', 'Ben', '--role', 'reporter'], 'Editor')
})
let desks = 0

/** Three stories by headline, of which Alpha and Bravo are spiked, and the window of an editor on them. */
async function desk(): Promise<Desk> {
  const launched = await theWindow()
  const { newsroom, page } = launched
  await emptyLibrary(launched, 'Editor')
  const paths = NAMES.map((name) => join(newsroom.scratch, `${name}.md`))
  await Promise.all(paths.map((path, n) => writeFile(path, `# ${NAMES[n] ?? ''} sails\n\nIt sails at noon.\n`)))
  const { stories } = await newsroom.json<{ stories: readonly { id: string }[] }>(['import', ...paths])
  await newsroom.json(['move', ...stories.slice(0, 2).map(({ id }) => id), 'spiked'], 'Editor')
  const to = join(newsroom.scratch, String(++desks), 'archive')
  await mkdir(to, { recursive: true })
  const list = new LibraryPane(page)
  await expect(list.group('Spiked')).toHaveCount(2)
  await answerFolder(launched, to)
  return { ...launched, list, to }
}
const answerFolder = ({ app }: Pick<Launched, 'app'>, folder: string): Promise<void> =>
  app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, folder)
const stories = async (newsroom: Newsroom): Promise<readonly string[]> =>
  (await newsroom.act('story.list', {})).map(({ headline }) => headline).sort()

test('old stories are archived by pointer: named first, then moved, gone from the list and found with --also', async ({}, info) => {
  const launched = await desk()
  const { list, newsroom, page, stet, to } = launched
  await list.row('Alpha sails').getByRole('button').first().click()
  await expect(stet.story).toBeVisible()
  const other = await anotherWindow(launched)
  await page.getByRole('button', { name: 'Library library' }).click()
  await page.getByRole('menuitem', { name: 'Archive stories…' }).click()
  const form = page.getByRole('dialog', { name: 'Archive stories' })
  await form.getByLabel('Latest change before').fill('2026-10-30')
  await form.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(form).toContainText(`The archive is in ${to}.`)
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await page.screenshot({ path: info.outputPath(`form-${theme}.png`) })
    expect(await violations(page, '[role="dialog"]')).toEqual([])
  }
  await form.getByRole('button', { name: 'Show what would move' }).click()
  await expect(form.getByRole('alert')).toHaveText(
    'There is no published, killed or spiked story whose latest change is before 2026-10-30.',
  )
  await form.getByLabel('Latest change before').fill('2026-10-31')
  await expect(form.getByRole('alert')).toHaveCount(0)
  await form.getByRole('button', { name: 'Show what would move' }).click()

  const question = page.getByRole('alertdialog', { name: 'Move 2 stories to the archive?' })
  await expect(question.getByRole('list', { name: 'Stories to move' }).getByRole('listitem')).toHaveText([
    'Alpha sails',
    'Bravo sails',
  ])
  await expect(question.getByRole('button', { name: 'Back' })).toBeFocused()
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await page.screenshot({ path: info.outputPath(`question-${theme}.png`) })
    expect(await violations(page, '[role="alertdialog"]')).toEqual([])
  }
  expect([await stories(newsroom), await readdir(to)]).toEqual([NAMES.map((name) => `${name} sails`), []])

  await question.getByRole('button', { name: 'Move 2 stories to the archive' }).click()
  await expect(form.getByRole('status')).toHaveText('2 stories are now in the archive.')
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await page.screenshot({ path: info.outputPath(`report-${theme}.png`) })
    expect(await violations(page, '[role="dialog"]')).toEqual([])
  }
  await form.getByRole('button', { name: 'Close', exact: true }).last().click()
  await expect(list.rows).toHaveCount(1)
  await expect(list.row('Charlie sails')).toBeVisible()
  await expect(stet.story).toBeHidden()
  await expect(other.page.getByRole('region', { name: 'Notices' })).toContainText(
    'The story that was open here is no longer in the library. It was deleted or moved to an archive.',
  )
  const hits = await newsroom.json<readonly { readonly headline: string; readonly library?: string }[]>([
    ...['search', 'sails', '--also', to],
  ])
  expect(hits.map(({ headline, library }) => [headline, library]).sort()).toEqual([
    ['Alpha sails', to],
    ['Bravo sails', to],
    ['Charlie sails', undefined],
  ])
  expect(await newsroom.act('library.doctor', {})).toMatchObject({ ok: true, problems: [] })
  await closeLast(launched)
})

test('by keys alone: a folder that cannot be the archive is refused, another one is taken, and Back moves nothing', async () => {
  const launched = await desk()
  const { list, newsroom, page, stet, to } = launched
  const full = join(newsroom.scratch, 'full')
  await mkdir(full)
  await writeFile(join(full, 'notes.txt'), 'Mine.')
  await answerFolder(launched, full)
  await stet.command('archive')
  const form = page.getByRole('dialog', { name: 'Archive stories' })
  const day = form.getByLabel('Latest change before')
  await expect(day).toBeFocused()
  await stet.press('Enter')
  await expect(form.getByRole('alert')).toHaveText('Choose a date.')
  await page.keyboard.type('10312026')
  await expect(day).toHaveValue('2026-10-31')
  await stet.press('Enter')
  await expect(form.getByRole('alert')).toHaveText('Choose the folder of the archive.')
  await form.getByRole('button', { name: 'Choose a folder…' }).press('Enter')
  await expect(form).toContainText(full)
  const look = form.getByRole('button', { name: 'Show what would move' })
  await look.press('Enter')
  await expect(form.getByRole('alert')).toContainText('it already contains something that is not an archive')
  await expect(day).toBeFocused()
  expect(await graveFindings(page, 'folder refused')).toEqual([])
  await answerFolder(launched, to)
  await form.getByRole('button', { name: 'Choose another folder…' }).press('Enter')
  await expect(form.getByRole('alert')).toHaveCount(0)
  await look.press('Enter')
  const question = page.getByRole('alertdialog', { name: 'Move 2 stories to the archive?' })
  await expect(question.getByRole('button', { name: 'Back' })).toBeFocused()
  await stet.press('Enter')
  await expect(day).toBeFocused()
  expect([await stories(newsroom), await readdir(to), await readdir(full)]).toEqual([
    NAMES.map((name) => `${name} sails`),
    [],
    ['notes.txt'],
  ])
  await look.press('Enter')
  await expect(question.getByRole('button', { name: 'Back' })).toBeFocused()
  await stet.press('Tab')
  await stet.press('Enter')
  await expect(form.getByRole('status')).toHaveText('2 stories are now in the archive.')
  await expect(form.getByRole('button', { name: 'Close', exact: true }).last()).toBeFocused()
  await stet.press('Enter')
  await expect(form).toBeHidden()
  await expect(list.rows).toHaveCount(1)
  expect(await stories(newsroom)).toEqual(['Charlie sails'])
})

test('a reporter is told who archives; in a narrow window everything of the dialog is in sight', async ({}, info) => {
  const launched = await desk()
  await launched.list.open('Charlie sails')
  const { page, stet } = await Seat.beside(launched, 'Ben')
  await page.setViewportSize({ width: 900, height: 700 })
  await stet.command('archive')
  const form = page.getByRole('dialog', { name: 'Archive stories' })
  await expect(form.getByRole('alert')).toHaveText(
    'Stories that move leave the library. Only an editor can delete a story; you are a reporter on the roster.',
  )
  await expect(form.getByLabel('Latest change before')).toHaveCount(0)
  await page.screenshot({ path: info.outputPath('narrow.png') })
  await stet.press('Enter')
  await expect(form).toBeHidden()
  await closeLast(launched)
})

test('an archive opens for reading in a window that says so, and a folder that is none is refused', async () => {
  const launched = await desk()
  const { newsroom, page, stet, to } = launched
  await newsroom.json(['archive', '--before', '2026-10-31', '--to', to], 'Editor')
  await answerFolder(launched, newsroom.scratch)
  await page.getByRole('button', { name: 'Library library' }).click()
  await page.getByRole('menuitem', { name: 'Open an archive…' }).click()
  await expect(page.getByRole('alert')).toContainText('is not an archive: it has no archive.json. Nothing was opened.')
  await stet.press('Control+k')
  await page.keyboard.type('open an arch')
  await expect(page.getByRole('option', { name: 'Open an archive…' })).toBeVisible()
  const archive = await newsroom.launch({ user: 'Editor', library: to, profile: 'archive' })
  await expect(archive.page.getByRole('button', { name: 'Library archive · archive' })).toHaveText('archive · archive')
  const list = new LibraryPane(archive.page)
  await list.row('Bravo sails').getByRole('button').first().click()
  await expect(archive.stet.story).toContainText('It sails at noon.')
  await expect(archive.page.getByRole('contentinfo')).toContainText('it is an archive, which is read-only')
  await archive.app.close()
  await stet.press('Escape')
})

test('by keys alone: stories come back from an archive, the first one opens, and a folder that is none is refused', async ({}, info) => {
  const launched = await desk()
  const { list, newsroom, page, stet, to } = launched
  await newsroom.json(['archive', '--before', '2026-10-31', '--to', to], 'Editor')
  await expect(list.rows).toHaveCount(1)
  await answerFolder(launched, newsroom.scratch)
  await stet.command('take stories back')
  const dialog = page.getByRole('dialog', { name: 'Take stories back from an archive' })
  await expect(dialog.getByRole('button', { name: 'Choose a folder…' })).toBeFocused()
  await stet.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('is not an archive: it has no archive.json.')
  await answerFolder(launched, to)
  await expect(dialog.getByRole('button', { name: 'Choose a folder…' })).toBeFocused()
  await stet.press('Enter')
  const find = dialog.getByLabel('Find in the archive')
  await expect(find).toBeFocused()
  await expect(dialog.getByRole('status')).toHaveText('2 stories. No story is chosen.')
  await page.keyboard.type('bravo')
  await expect(dialog.getByRole('status')).toHaveText('1 story. No story is chosen.')
  await expect(dialog.getByRole('checkbox')).toHaveAccessibleDescription(/30 Oct 2026 · Spiked$/u)
  await stet.press('Enter')
  await expect(dialog.getByRole('alert')).toHaveText('Choose a story.')
  await stet.press('ArrowDown')
  await stet.press('Space')
  await expect(dialog.getByRole('status')).toHaveText('1 story. 1 story is chosen.')
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await page.screenshot({ path: info.outputPath(`take-back-${theme}.png`) })
    expect(await violations(page, '[role="dialog"]')).toEqual([])
  }
  await stet.press('Enter')
  const question = page.getByRole('alertdialog', { name: 'Take 1 story back into the library?' })
  await expect(question.getByRole('button', { name: 'Back', exact: true })).toBeFocused()
  expect(await stories(newsroom)).toEqual(['Charlie sails'])
  await stet.press('Tab')
  await stet.press('Enter')
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('1 story is in the library again.')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(list.rows).toHaveCount(2)
  await expect(list.row('Bravo sails').getByRole('button').first()).toHaveAttribute('aria-current', 'true')
  await expect(stet.story).toContainText('It sails at noon.')
  expect(await stories(newsroom)).toEqual(['Bravo sails', 'Charlie sails'])

  await page.getByRole('button', { name: 'Library library' }).click()
  await page.getByRole('menuitem', { name: 'Take stories back from an archive…' }).click()
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click()
  const bravo = dialog.getByRole('checkbox', { name: 'Bravo sails' })
  await expect(bravo).toBeDisabled()
  await expect(bravo).toHaveAccessibleDescription(/Already in the library$/u)
  await dialog.getByRole('checkbox', { name: 'Alpha sails' }).check()
  await stet.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await stories(newsroom)).toEqual(['Bravo sails', 'Charlie sails'])
  expect(await newsroom.act('library.doctor', {})).toMatchObject({ ok: true, problems: [] })
})
