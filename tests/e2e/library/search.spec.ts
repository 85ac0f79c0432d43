import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { graveFindings } from '../axe'
import { expect, test } from '../fixtures'
import { LibraryPane } from '../pages/libraryPane'

test('filters are chosen in a form, stand in the search field as text, and are shown as understood', async ({
  newsroom,
}) => {
  const texts = ['Ferry sails again', 'Port strike ends', '항만 파업 종료']
  const paths = texts.map((_text, n) => join(newsroom.scratch, `${n}.md`))
  await Promise.all(paths.map((path, n) => writeFile(path, `# ${texts[n] ?? ''}\n\nIt was told at noon.\n`)))
  const { stories } = await newsroom.json<{ stories: readonly { id: string }[] }>(['import', ...paths])
  const [ferry = '', port = '', korean = ''] = stories.map(({ id }) => id)
  await newsroom.json(['set', ferry, 'desk', 'World desk'])
  await newsroom.json(['set', korean, 'language', 'ko'])
  await newsroom.json(['move', port, 'filed'])
  const { page, stet } = await newsroom.launch({ user: 'Reporter' })
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
  await list.chips.first().getByRole('button').press('Enter')
  await expect(list.search).toHaveValue('')
  await expect(list.search).toBeFocused()

  await page.keyboard.type('lang:ko')
  await expect(list.filters.getByLabel('Language')).toHaveValue('ko')
  await expect(list.rows).toHaveText([/항만 파업 종료/])
  await list.search.fill('stage:lost')
  await expect(list.problem).toContainText('“stage:lost” is unknown. Known: draft, filed')
  await expect(list.rows).toHaveCount(0)
  await list.search.fill('')
  await expect.poll(() => list.total()).toBe(3)
})
