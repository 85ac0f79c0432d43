import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { graveFindings } from '../axe'
import { expect, oneWindow, test, type Launched, type Newsroom } from '../fixtures'
import { emptyLibrary } from '../openStory'
import { LibraryPane } from '../pages/libraryPane'

const NAMES = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo', 'Foxtrot']

interface Listed {
  readonly id: string
  readonly headline: string
  readonly stage: string
  readonly desk?: string
  readonly assignee?: string
}
const listed = async (newsroom: Newsroom): Promise<readonly Listed[]> =>
  [...(await newsroom.json<readonly Listed[]>(['list']))].sort((a, b) => a.headline.localeCompare(b.headline))

const theWindow = oneWindow({ user: 'Editor' }, (newsroom) =>
  newsroom.json(['roster', 'add', 'Editor', '--role', 'editor']),
)

/** Six stories by headline, of which Echo is in review, and an editor's window on them. */
async function desk(): Promise<Launched & { readonly list: LibraryPane; readonly newsroom: Newsroom }> {
  const launched = await theWindow()
  const { newsroom } = launched
  await emptyLibrary(launched, 'Editor')
  const paths = NAMES.map((name) => join(newsroom.scratch, `${name}.md`))
  await Promise.all(paths.map((path, n) => writeFile(path, `# ${NAMES[n] ?? ''} sails\n\nIt sails at noon.\n`)))
  const { stories } = await newsroom.json<{ stories: readonly { id: string }[] }>(['import', ...paths])
  await newsroom.json(['move', stories[4]?.id ?? '', 'filed'])
  await newsroom.json(['move', stories[4]?.id ?? '', 'inReview'], 'Editor')
  const list = new LibraryPane(launched.page)
  await list.sort.selectOption('Headline')
  await expect
    .poll(() => list.visibleHeadlines())
    .toEqual(['Echo', 'Alpha', 'Bravo', 'Charlie', 'Delta', 'Foxtrot'].map((name) => `${name} sails`))
  return { ...launched, list }
}

test('stories are selected by pointer and by keys, one by one, in ranges and all of the search', async () => {
  const { list, stet, page } = await desk()
  const row = (name: string) => list.row(`${name} sails`).getByRole('button').first()
  await row('Alpha').click({ modifiers: ['Control'] })
  await row('Charlie').click({ modifiers: ['Control'] })
  await expect(list.selected).toHaveText(['Alpha sails', 'Charlie sails'])
  await row('Foxtrot').click({ modifiers: ['Shift'] })
  await expect(list.selected).toHaveText(['Alpha sails', 'Charlie sails', 'Delta sails', 'Foxtrot sails'])
  await expect(list.bulkCount).toHaveText('4 stories selected')
  expect(await graveFindings(page, 'selected stories')).toEqual([])
  await stet.press('Escape')
  await expect(list.selected).toHaveCount(0)

  await row('Alpha').focus()
  await stet.press('Shift+ArrowDown')
  await stet.press('Shift+ArrowDown')
  await expect(list.selected).toHaveText(['Alpha sails', 'Bravo sails', 'Charlie sails'])
  await stet.press('Shift+ArrowUp')
  await expect(list.selected).toHaveText(['Alpha sails', 'Bravo sails'])
  await stet.press('ArrowDown')
  await stet.press('ArrowDown')
  await stet.press('Control+Space')
  await expect(list.selected).toHaveText(['Alpha sails', 'Bravo sails', 'Delta sails'])
  await stet.press('Control+a')
  await expect(list.bulkCount).toHaveText('6 stories selected')
  // The acts have one row, however narrow the library is.
  const rows = await list.bulk
    .locator('.bulk-acts button')
    .evaluateAll((buttons) => new Set(buttons.map((button) => button.getBoundingClientRect().top)).size)
  expect(rows).toBe(1)

  // A search ends the selection, and its own stories are all that Ctrl+A takes.
  await list.search.fill('stage:inReview')
  await expect(list.selected).toHaveCount(0)
  await expect(list.rows).toHaveCount(1)
  await row('Echo').focus()
  await stet.press('Control+a')
  await expect(list.bulkCount).toHaveText('1 story selected')
  await stet.press('Escape')
})

test('many stories are moved as single acts, refusals are listed and opened, and one undo puts them back', async () => {
  const { list, newsroom, stet, page } = await desk()
  await list.row('Alpha sails').getByRole('button').first().focus()
  await stet.press('Control+a')
  await list.bulk.getByRole('button', { name: 'Move…' }).press('Enter')
  const panel = page.getByRole('dialog')
  await panel.getByLabel('Move to').selectOption('Filed')
  expect(await graveFindings(page, 'move many')).toEqual([])
  await panel.getByRole('button', { name: 'Move 6 stories' }).press('Enter')
  await expect(panel.getByRole('status')).toHaveText('Done for 5 of 6 stories.')
  const refused = panel.getByRole('region', { name: 'Not done for 1 story' }).getByRole('button')
  await expect(refused).toContainText('Echo sails')
  await expect(refused).toContainText('In review')
  expect(await graveFindings(page, 'what was not moved')).toEqual([])
  expect((await listed(newsroom)).map(({ stage }) => stage)).toEqual([
    'filed',
    'filed',
    'filed',
    'filed',
    'inReview',
    'filed',
  ])
  const [alpha] = await listed(newsroom)
  const history = await newsroom.act('story.history', { story: alpha?.id ?? '' })
  expect(history.filter(({ kind }) => kind === 'moved').map(({ by }) => by)).toEqual(['Editor'])

  await panel.getByRole('button', { name: 'Undo for 5 stories' }).press('Enter')
  await expect(panel.getByRole('status')).toHaveText('Undone for 5 of 5 stories.')
  expect((await listed(newsroom)).map(({ stage }) => stage)).toEqual([
    'draft',
    'draft',
    'draft',
    'draft',
    'inReview',
    'draft',
  ])
  await stet.press('Escape')
  await expect(panel).toHaveCount(0)
})

test('desk and assignee are set for many, and undone after the panel was closed', async () => {
  const { list, newsroom, stet, page } = await desk()
  const panel = page.getByRole('dialog')
  const row = (name: string) => list.row(`${name} sails`).getByRole('button').first()
  await row('Alpha').focus()
  await stet.press('Shift+ArrowDown')
  await list.bulk.getByRole('button', { name: 'Desk…' }).press('Enter')
  await panel.getByLabel('Desk').fill('World desk')
  await stet.press('Enter')
  await expect(panel.getByRole('status')).toHaveText('Done for 2 of 2 stories.')
  await panel.getByRole('button', { name: 'Close', exact: true }).last().press('Enter')
  await expect(list.row('Bravo sails')).toContainText('World desk')
  await list.bulk.getByRole('button', { name: 'Assign…' }).press('Enter')
  await panel.getByLabel('Assign to').fill('Reporter')
  await stet.press('Enter')
  await expect(panel.getByRole('status')).toHaveText('Done for 2 of 2 stories.')
  await stet.press('Escape')
  expect((await listed(newsroom)).slice(0, 3).map(({ desk, assignee }) => [desk, assignee])).toEqual([
    ['World desk', 'Reporter'],
    ['World desk', 'Reporter'],
    ['', ''],
  ])
  await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter')
  await expect(panel.getByRole('status')).toHaveText('Undone for 2 of 2 stories.')
  expect((await listed(newsroom)).slice(0, 2).map(({ desk, assignee }) => [desk, assignee])).toEqual([
    ['World desk', ''],
    ['World desk', ''],
  ])
  await stet.press('Escape')
  await expect(panel).toHaveCount(0)
})

test('many stories are spiked, and exported into a folder without replacing a file', async () => {
  const { list, newsroom, stet, page, app } = await desk()
  const panel = page.getByRole('dialog')
  const folder = join(newsroom.scratch, 'out')
  await mkdir(folder)
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: [path] })) as typeof dialog.showOpenDialog
  }, folder)
  const more = async (item: string): Promise<void> => {
    await list.bulk.getByRole('button', { name: 'More actions for the selected stories' }).press('Enter')
    await page.getByRole('menuitem', { name: item }).press('Enter')
  }
  await list.row('Alpha sails').getByRole('button').first().focus()
  await stet.press('Shift+ArrowDown')
  for (const files of [2, 4]) {
    await more('Export…')
    await panel.getByLabel('Format or profile').selectOption('Fact sheet')
    await panel.getByRole('button', { name: 'Choose folder…' }).press('Enter')
    await expect(panel.getByRole('status')).toHaveText('Done for 2 of 2 stories.')
    expect((await readdir(folder)).length).toBe(files)
    await stet.press('Escape')
  }
  await more('Spike…')
  await panel.getByRole('button', { name: 'Spike 2 stories' }).press('Enter')
  await expect(panel.getByRole('status')).toHaveText('Done for 2 of 2 stories.')
  await stet.press('Escape')
  await expect(list.group('Spiked')).toHaveText([/Alpha sails/, /Bravo sails/])
})
