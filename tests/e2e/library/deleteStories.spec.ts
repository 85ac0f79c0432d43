import { cp, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { anotherWindow, closeLast } from '../anotherWindow'
import { graveFindings } from '../axe'
import { expect, oneWindow, test, type Launched, type Newsroom } from '../fixtures'
import { emptyLibrary } from '../openStory'
import { LibraryPane } from '../pages/libraryPane'
import { Seat } from '../pages/seat'

const NAMES = ['Alpha', 'Bravo', 'Charlie']

async function people(newsroom: Newsroom): Promise<void> {
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'])
  await newsroom.json(['roster', 'add', 'Ben', '--role', 'reporter'], 'Editor')
}
const theWindow = oneWindow({ user: 'Editor' }, people)

/** Three stories by headline, of which Alpha and Bravo are spiked. */
async function threeStories(newsroom: Newsroom): Promise<void> {
  const paths = NAMES.map((name) => join(newsroom.scratch, `${name}.md`))
  await Promise.all(paths.map((path, n) => writeFile(path, `# ${NAMES[n] ?? ''} sails\n\nIt sails at noon.\n`)))
  const { stories } = await newsroom.json<{ stories: readonly { id: string }[] }>(['import', ...paths])
  await newsroom.json(['move', ...stories.slice(0, 2).map(({ id }) => id), 'spiked'], 'Editor')
}

/** The window of an editor on three such stories. */
async function desk(): Promise<Launched & { readonly list: LibraryPane; readonly newsroom: Newsroom }> {
  const window = await theWindow()
  await emptyLibrary(window, 'Editor')
  await threeStories(window.newsroom)
  const list = new LibraryPane(window.page)
  await expect(list.group('Spiked')).toHaveCount(2)
  return { ...window, list }
}
const stories = async (newsroom: Newsroom): Promise<readonly string[]> =>
  (await newsroom.act('story.list', {})).map(({ headline }) => headline).sort()
const folders = async ({ library }: Newsroom): Promise<number> => (await readdir(join(library, 'stories'))).length

test('a spiked story is deleted from its row after a question that names it, and its window lets it go', async () => {
  const launched = await desk()
  const { list, newsroom, page, stet } = launched
  await list.row('Alpha sails').getByRole('button').first().click()
  await expect(stet.story).toBeVisible()
  const other = await anotherWindow(launched)
  await list.row('Alpha sails').getByRole('button', { name: 'Actions on Alpha sails' }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  const question = page.getByRole('alertdialog', { name: 'Delete this story for good?' })
  await expect(question.getByRole('list', { name: 'Stories to delete' })).toContainText('Alpha sails')
  await expect(question).toContainText('Spiked · with its history and 1 snapshot')
  await expect(question).toContainText('This cannot be undone.')
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  expect(await graveFindings(page, 'question before deleting')).toEqual([])
  await stet.press('Enter')
  await expect(question).toBeHidden()
  expect([await stories(newsroom), await folders(newsroom)]).toEqual([NAMES.map((name) => `${name} sails`), 3])

  await list.row('Alpha sails').getByRole('button', { name: 'Actions on Alpha sails' }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await question.getByRole('button', { name: 'Delete 1 story for good' }).click()
  const report = page.getByRole('alertdialog', { name: 'Delete 1 story for good', exact: true })
  await expect(report.getByRole('status')).toHaveText('Deleted 1 of 1 story.')
  await stet.press('Escape')
  await expect(list.row('Alpha sails')).toHaveCount(0)
  await expect(stet.story).toBeHidden()
  await expect(other.story).toBeHidden()
  await expect(other.page.getByRole('region', { name: 'Notices' })).toContainText(
    'The story that was open here is no longer in the library. It was deleted or moved to an archive.',
  )
  expect([await stories(newsroom), await folders(newsroom)]).toEqual([['Bravo sails', 'Charlie sails'], 2])
  expect(await newsroom.act('library.doctor', {})).toEqual({
    ok: true,
    problems: [],
    index: expect.objectContaining({ kept: 'file', stories: 2, whole: true }) as unknown,
    backups: { folders: [] },
  })
  await closeLast(launched)
})

test('many are deleted by keys alone; a draft among them stays, and the question says why', async () => {
  const { list, newsroom, page, stet } = await desk()
  await list.open('Charlie sails')
  await expect(stet.story).toContainText('It sails at noon.')
  await list.row('Alpha sails').getByRole('button').first().focus()
  await stet.press('Control+a')
  await expect(list.bulkCount).toHaveText('3 stories selected')
  await stet.press('Delete')
  const question = page.getByRole('alertdialog', { name: 'Delete 2 stories for good?' })
  const staying = question.getByRole('region', { name: '1 story stays' })
  await expect(staying).toContainText('Only spiked and killed stories can be deleted. Spike it first.')
  expect(await graveFindings(page, 'question before deleting many')).toEqual([])
  await question.getByRole('button', { name: 'Delete 2 stories for good' }).press('Enter')
  const report = page.getByRole('alertdialog', { name: 'Delete 2 stories for good', exact: true })
  await expect(report.getByRole('status')).toHaveText('Deleted 2 of 2 stories.')
  await expect(report.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await stet.press('Escape')
  await expect(list.rows).toHaveCount(1)
  await expect(list.bulkCount).toHaveText('1 story selected')
  expect(await stories(newsroom)).toEqual(['Charlie sails'])
  // Another Delete asks about the row. It deletes no words of the story that is open.
  await expect(list.row('Charlie sails').getByRole('button').first()).toBeFocused()
  await stet.press('Delete')
  await expect(page.getByRole('alertdialog')).toContainText('Only spiked and killed stories can be deleted.')
  await stet.press('Escape')
  await expect(stet.story).toContainText('It sails at noon.')
})

test('a reporter is told who deletes, and a story of the command line leaves the list', async () => {
  const launched = await desk()
  const { newsroom } = launched
  await launched.list.open('Charlie sails')
  const { page, stet } = await Seat.beside(launched, 'Ben')
  const list = new LibraryPane(page)
  await list.row('Bravo sails').getByRole('button').first().focus()
  await stet.press('Delete')
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('Only an editor can delete a story; Ben is a reporter on the roster.')
  await expect(question.getByRole('button', { name: 'Delete', exact: true })).toBeDisabled()
  await stet.press('Escape')
  const [bravo] = (await newsroom.act('story.list', {})).filter(({ headline }) => headline === 'Bravo sails')
  await newsroom.json(['delete', bravo?.id ?? '', '--yes'], 'Editor')
  await expect(list.row('Bravo sails')).toHaveCount(0)
  await closeLast(launched)
})

test('a deleted story whose folder was put back is shown nowhere until an editor decides', async ({ newsroom }) => {
  await people(newsroom)
  await threeStories(newsroom)
  const first = await newsroom.launch({ user: 'Editor' })
  const away = join(newsroom.scratch, 'away')
  // A file that is being written has another name, and is gone a moment later.
  const isWhole = (path: string): boolean => !path.endsWith('.tmp')
  await cp(join(newsroom.library, 'stories'), away, { recursive: true, filter: isWhole })
  const spiked = (await newsroom.act('story.list', {})).filter(({ stage }) => stage === 'spiked')
  for (const { id } of spiked) await newsroom.act('story.delete', { story: id }, 'Editor')
  await expect(new LibraryPane(first.page).rows).toHaveCount(1)
  await first.app.close()
  for (const { id } of spiked) await cp(join(away, id), join(newsroom.library, 'stories', id), { recursive: true })

  const { page, stet } = await newsroom.launch({ user: 'Editor' })
  const list = new LibraryPane(page)
  await expect(list.rows).toHaveCount(1)
  await expect(
    page.getByText(
      'The folders of 2 deleted stories are back in the library. The stories are not shown until an editor decides.',
    ),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Decide…' }).press('Enter')
  const panel = page.getByRole('alertdialog', { name: 'Deleted stories that are back' })
  await expect(panel.getByRole('listitem')).toHaveCount(2)
  expect(await graveFindings(page, 'deleted stories that are there again')).toEqual([])
  const line = (name: string) => panel.getByRole('listitem').filter({ hasText: name })
  await line('Bravo sails').getByRole('button', { name: 'Restore' }).press('Enter')
  await expect(list.row('Bravo sails')).toHaveCount(1)
  await expect(stet.story).toContainText('Bravo sails')
  await expect(page.getByText('The folder of a deleted story', { exact: false })).toHaveCount(0)
  const left = spiked.find(({ headline }) => headline === 'Alpha sails')
  await newsroom.act('story.delete', { story: left?.id ?? '' }, 'Editor')
  expect(await newsroom.act('library.doctor', {})).toEqual({
    ok: true,
    problems: [],
    index: expect.objectContaining({ kept: 'file', stories: 2, whole: true }) as unknown,
    backups: { folders: [] },
  })
})
