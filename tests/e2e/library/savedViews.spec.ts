import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { anotherWindow } from '../anotherWindow'
import { graveFindings } from '../axe'
import { expect, test, type Launched, type Newsroom } from '../fixtures'
import { LibraryPane } from '../pages/libraryPane'
import { Seat } from '../pages/seat'

async function threeStories(newsroom: Newsroom): Promise<void> {
  const texts = { ferry: 'Ferry sails again', port: 'Port strike ends', tram: 'Tram line opens' }
  const paths = Object.entries(texts).map(([name, headline]) => ({
    path: join(newsroom.scratch, `${name}.md`),
    text: `# ${headline}\n\nIt was told at noon.\n`,
  }))
  await Promise.all(paths.map(({ path, text }) => writeFile(path, text)))
  await newsroom.json(['import', ...paths.map(({ path }) => path)])
}

/** Types a search and names it, with keys only. */
async function saveSearch({ page, stet }: Launched, query: string, name: string): Promise<void> {
  const list = new LibraryPane(page)
  await stet.press('Control+Shift+f')
  await expect(list.search).toBeFocused()
  await list.search.fill(query)
  await list.views.getByRole('button', { name: 'Save this search…' }).press('Enter')
  const field = list.views.getByRole('textbox', { name: 'Name of the search' })
  await expect(field).toBeFocused()
  await field.fill(name)
  await stet.press('Enter')
  await expect(list.view(name)).toBeFocused()
}

test('a search gets a name, is shown again by it, renamed, moved and deleted, all with keys', async ({ newsroom }) => {
  await threeStories(newsroom)
  const launched = await newsroom.launch({ user: 'Reporter' })
  const { page, stet } = launched
  const list = new LibraryPane(page)
  await saveSearch(launched, 'ferry', 'Ferries')
  await expect(list.view('Ferries')).toHaveAttribute('aria-pressed', 'true')
  await saveSearch(launched, 'port', '항만 기사')
  await expect(list.rows).toHaveText([/Port strike ends/])
  await list.view('Ferries').press('Enter')
  await expect(list.search).toHaveValue('ferry')
  await expect(list.rows).toHaveText([/Ferry sails again/])
  expect(await graveFindings(page, 'saved searches')).toEqual([])

  await stet.press('Alt+ArrowDown')
  await expect(list.viewNames).toHaveText(['항만 기사', 'Ferries'])
  await expect(list.view('Ferries')).toBeFocused()
  await stet.press('F2')
  await expect(list.views.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('All ferries')
  await stet.press('Enter')
  await expect(list.viewNames).toHaveText(['항만 기사', 'All ferries'])
  await expect(list.view('All ferries')).toBeFocused()

  await stet.press('Delete')
  await expect(list.viewNames).toHaveText(['항만 기사'])
  await expect(list.view('항만 기사')).toBeFocused()
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(list.viewNames).toHaveText(['항만 기사', 'All ferries'])

  // Pressed while it is shown, a search gives way to every story.
  await list.view('All ferries').press('Enter')
  await expect(list.search).toHaveValue('')
  await expect.poll(() => list.total()).toBe(3)
})

test('saved searches stay on this machine, for the person who named them, in every window', async ({ newsroom }) => {
  await threeStories(newsroom)
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'])
  const first = await newsroom.launch({ user: 'Reporter' })
  const other = new LibraryPane((await anotherWindow(first)).page)
  const list = new LibraryPane(first.page)
  await list.sort.selectOption('Headline')
  await list.views.getByRole('button', { name: 'Save this search…' }).click()
  await expect(list.views.getByRole('textbox')).toBeFocused()
  await first.page.keyboard.type('By headline')
  await first.page.keyboard.press('Enter')
  await expect(other.viewNames).toHaveText(['By headline'])
  await first.app.close()

  const again = await newsroom.launch({ user: 'Reporter' })
  const back = new LibraryPane(again.page)
  await back.view('By headline').click()
  await expect(back.sort).toHaveValue('headline')
  const editor = await Seat.beside(again, 'Editor')
  await expect(new LibraryPane(editor.page).row('Ferry sails again')).toBeVisible()
  await expect(new LibraryPane(editor.page).views).toHaveCount(0)
})
