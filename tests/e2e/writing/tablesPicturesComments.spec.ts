/** Tables, pictures and comments, with their overlays, pass axe in light and dark. SHOTS keeps pictures of them. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { graveFindings } from '../axe'
import { expect, test } from '../fixtures'
import { plainJpeg } from '../../builders/files/pictures'

test('tables, pictures and comments pass axe, light and dark', async ({ newsroom }) => {
  const picture = join(newsroom.scratch, 'hall.jpg')
  await writeFile(picture, plainJpeg())
  const story = join(newsroom.scratch, 'ships.md')
  await writeFile(
    story,
    `# Ships wait outside Busan

Harbours in figures, as the port authority gave them on Monday.

| Port | Ships waiting | Longest wait |
| --- | --- | --- |
| Busan | 40 | 6 days |
| Mokpo | 12 | 30 hours |

The queue grew over the weekend. “Nobody told us,” a pilot said.
`,
  )
  const {
    stories: [{ id = '' } = {}],
  } = await newsroom.json<{ stories: { id: string }[] }>(['import', story])
  await newsroom.json([
    'picture',
    id,
    '--file',
    picture,
    '--after',
    '11',
    '--cutline',
    'Ships off the outer harbour on Monday.',
    '--credit',
    'Kim Ji-woo / Example Wire',
    '--alt',
    'Ships at anchor',
  ])
  await newsroom.json(['tag', id, '--text', '40', '--type', 'figure'])
  await newsroom.json(['comment', id, '--text', 'Which day is this from?', '--on', 'on Monday'])
  await newsroom.json(['comment', id, '--text', 'Needs a second source before it goes.', '--must-fix'])
  const { page, stet } = await newsroom.launch({ user: 'Reporter' })
  await stet.library
    .getByRole('button', { name: /Ships wait/ })
    .first()
    .click()
  await expect(stet.sheet.picture).toBeVisible()
  const grave: string[] = []
  const look = async (name: string): Promise<void> => {
    grave.push(
      ...(await graveFindings(
        page,
        name,
        async (theme) =>
          process.env['SHOTS'] && page.screenshot({ path: join(process.env['SHOTS'], `${name}-${theme}.png`) }),
      )),
    )
  }
  await page.getByRole('tab', { name: 'Comments' }).click()
  await look('comments')
  await stet.sheet.cells.first().click()
  await page.getByRole('button', { name: 'Insert', exact: true }).click()
  await look('table-menu')
  await stet.press('Escape')
  await stet.sheet.cutline.click()
  await page.getByRole('button', { name: 'Describe picture' }).click()
  await expect(page.getByRole('dialog', { name: 'Picture' })).toBeVisible()
  await look('picture')
  await stet.press('Escape')
  await stet.caretAtEnd()
  await stet.press('Control+Shift+L')
  await look('insert-table')
  await stet.press('Escape')
  await stet.press('Control+Alt+m')
  await look('new-comment')
  expect(grave).toEqual([])
})
