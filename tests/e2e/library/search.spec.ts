import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { graveFindings } from '../axe'
import { expect, oneWindow, test } from '../fixtures'
import { emptyLibrary } from '../openStory'
import { LibraryPane } from '../pages/libraryPane'

const theWindow = oneWindow({ user: 'Reporter' })

test('filters are chosen in a form, stand in the search field as text, and are shown as understood', async () => {
  const window = await theWindow()
  const { newsroom, page, stet } = window
  await emptyLibrary(window, 'Reporter')
  const texts = ['Ferry sails again', 'Port strike ends', '항만 파업 종료']
  const paths = texts.map((_text, n) => join(newsroom.scratch, `${n}.md`))
  await Promise.all(paths.map((path, n) => writeFile(path, `# ${texts[n] ?? ''}\n\nIt was told at noon.\n`)))
  const { stories } = await newsroom.json<{ stories: readonly { id: string }[] }>(['import', ...paths])
  const [ferry = '', port = '', korean = ''] = stories.map(({ id }) => id)
  await newsroom.json(['set', ferry, 'desk', 'World desk'])
  await newsroom.json(['set', korean, 'language', 'ko'])
  await newsroom.json(['move', port, 'filed'])
  const list = new LibraryPane(page)
  await stet.press('Control+Alt+f')
  await list.filters.getByLabel('Stage').selectOption('Filed')
  await expect(list.search).toHaveValue('stage:filed')
  await expect(list.chips).toHaveText([/^Stage: Filed/])
  await expect(list.rows).toHaveText([/Port strike ends/])
  await list.filters.getByLabel('Stage').selectOption('Any')
  await list.filters.getByLabel('Desk').fill('World desk')
  await expect(list.search).toHaveValue('desk:"World desk"')
  await expect(list.rows).toHaveText([/Ferry sails again/])
  expect(await graveFindings(page, 'filters')).toEqual([])
  // A whole date is in sight.
  const room = await list.filters.getByLabel('Changed since').evaluate((input) => {
    const given = input.clientWidth
    input.style.inlineSize = 'max-content'
    const needed = input.clientWidth
    input.style.removeProperty('inline-size')
    return given - needed
  })
  expect(room).toBeGreaterThanOrEqual(0)
  await list.chips.first().getByRole('button').press('Enter')
  await expect(list.search).toHaveValue('')
  await expect(list.search).toBeFocused()

  await page.keyboard.type('lang:ko')
  await expect(list.filters.getByLabel('Language')).toHaveValue('ko')
  await expect(list.rows).toHaveText([/항만 파업 종료/])
  await list.search.fill('stage:lost')
  await expect(list.problem).toContainText('“stage:lost” is unknown. Choose one of: draft, filed')
  await expect(list.rows).toHaveCount(0)
  await list.search.fill('')
  await expect.poll(() => list.total()).toBe(3)
})

test('results come while a person types, best or newest first, and all of them can be selected', async () => {
  const window = await theWindow()
  const { newsroom, page, stet } = window
  await emptyLibrary(window, 'Reporter')
  const texts = ['The ferry sails', 'Port strike ends', 'Tram line opens']
  const paths = texts.map((_text, n) => join(newsroom.scratch, `${n}.md`))
  await Promise.all(
    paths.map((path, n) => writeFile(path, `# ${texts[n] ?? ''}\n\nA ferry left at noon, said the harbour.\n`)),
  )
  await newsroom.json(['import', ...paths])
  const list = new LibraryPane(page)
  await list.search.focus()
  await page.keyboard.type('ferr')
  await expect(list.rows).toHaveCount(3)
  await page.keyboard.type('y')
  await expect(list.rows.first()).toContainText('The ferry sails')
  // In the headline, and in the line below it.
  await expect(list.rows.first().locator('mark')).toHaveText(['ferry', 'ferry'])
  await list.sort.selectOption('Latest change')
  await expect(list.rows.first()).toContainText('Tram line opens')
  await expect(list.snippets.first()).toContainText('A ferry left at noon')
  await expect(list.marked.first()).toHaveText('ferry')
  expect(await graveFindings(page, 'results')).toEqual([])

  await list.search.focus()
  await stet.press('ArrowDown')
  await stet.press('Control+a')
  await expect(list.bulkCount).toHaveText('3 stories selected')
  await stet.press('Escape')
  await stet.press('Control+Space')
  await expect(list.selected).toHaveText(['Tram line opens'])
  await list.search.focus()
  await stet.press('Enter')
  await expect(stet.part('headline')).toHaveText('Tram line opens')
  await expect(list.selected).toHaveCount(0)
})
