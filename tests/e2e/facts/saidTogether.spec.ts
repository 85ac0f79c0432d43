import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'
import { ChecksPanel } from '../pages/checksPanel'
import { Seat } from '../pages/seat'

test('“nothing to check” by who changed the sentence waits for the author, and the row says so', async ({
  newsroom,
}) => {
  const file = join(newsroom.scratch, 'ferry.txt')
  await writeFile(file, 'Ferry talks resume\nAfter a week\nPolice said that 12 people were not hurt. They left.\n')
  await newsroom.json(['roster', 'add', 'Reporter', '--role', 'reporter'])
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'])
  const first = await newsroom.launch({ user: 'Reporter', args: [file] })
  await expect(first.stet.part('headline')).toHaveText('Ferry talks resume')
  const [story] = await newsroom.act('story.list', {})
  const change = { story: story?.id ?? '', replace: 'were not hurt', with: 'were hurt' }
  await newsroom.act('copy.replace', change, 'Editor')
  const checksOf = async (page: Page) => {
    await page.keyboard.press('Control+2')
    const row = new ChecksPanel(page).finding('untaggedFigure')
    return { row, say: row.getByRole('button', { name: 'Nothing to check', exact: true }) }
  }
  const editor = await checksOf((await Seat.beside(first, 'Editor')).page)
  await editor.say.press('Enter')
  const waits =
    'Editor changed this sentence or one beside it and says that there is nothing to check. Someone else must say so, too. That may be the author.'
  await expect(editor.row).toContainText(waits)
  await expect(editor.say).toHaveCount(0)
  const author = await checksOf(first.page)
  await expect(author.row).toContainText(waits)
  await author.say.press('Enter')
  await expect(author.row).toHaveCount(0)
})
