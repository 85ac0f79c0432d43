/** Misspelt words: marked by a wave, corrected from the menu, and by key. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

test('a misspelt word is marked, a correction is one step, and the fact over it lapses until it is undone', async ({
  newsroom,
}) => {
  const file = join(newsroom.scratch, 'ferry.md')
  await writeFile(file, '# Ferry sails\n\nThe line\n\nThe captain recieved 300 complaints.\n')
  const {
    stories: [story],
  } = await newsroom.json<{ stories: readonly { id: string }[] }>(['import', file])
  const id = story?.id ?? ''
  await newsroom.json(['roster', 'add', 'Reporter', '--role', 'reporter'])
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'])
  await newsroom.json(['source', 'add', '--name', 'Line log', '--kind', 'document'], 'Editor')
  const { id: fact } = await newsroom.json<{ id: string }>([
    'tag',
    id,
    '--text',
    'recieved 300 complaints',
    '--type',
    'figure',
  ])
  await newsroom.json(
    ['fact', id, fact, '--status', 'verified', '--evidence', 'Line log', '--locator', 'p. 2'],
    'Editor',
  )
  const { page, stet } = await newsroom.launch({ user: 'Reporter' })
  const wave = stet.sheet.misspelt
  await expect(wave).toHaveText(['recieved'])
  await expect(stet.sheet.tagged('verified')).not.toHaveCount(0)

  // By key: to the word, its menu, the first correction.
  await stet.caretAtEnd()
  await stet.press('Alt+F7')
  await stet.press('Shift+F10')
  const menu = page.getByRole('menu', { name: 'Sheet' })
  await expect(menu.getByRole('menuitem', { name: 'received' })).toBeFocused()
  await stet.press('Enter')
  await expect(menu).toHaveCount(0)
  await expect(stet.part('body').last()).toHaveText('The captain received 300 complaints.')
  await expect(wave).toHaveCount(0)
  await expect(stet.sheet.tagged('reCheck')).not.toHaveCount(0)
  await expect(stet.story).toBeFocused()
  await stet.press('Control+z')
  await expect(stet.part('body').last()).toHaveText('The captain recieved 300 complaints.')
  await expect(stet.sheet.tagged('verified')).not.toHaveCount(0)

  // A word that is being typed is not marked before the caret leaves it.
  await stet.caretAtEnd()
  await page.keyboard.type(' Teh')
  await expect(wave).toHaveText(['recieved'])
  await page.keyboard.type(' ')
  await expect(wave).toHaveText(['recieved', 'Teh'])

  // The clipboard works from the menu.
  await stet.press('Shift+F10')
  await menu.getByRole('menuitem', { name: 'Paste', exact: true }).press('Escape')
  await stet.select('complaints')
  await stet.press('Shift+F10')
  await menu.getByRole('menuitem', { name: 'Cut', exact: true }).press('Enter')
  await expect(stet.part('body').last()).toHaveText('The captain recieved 300 . Teh ')
  await stet.press('Control+z')

  // By mouse: ignored here, and nothing is marked while spelling is off.
  await wave.last().click({ button: 'right' })
  await menu.getByRole('menuitem', { name: 'Ignore in this story' }).click()
  await expect(wave).toHaveText(['recieved'])
  await stet.command('Check spelling')
  await expect(wave).toHaveCount(0)
})
