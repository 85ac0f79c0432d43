import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { violations } from '../axe'
import { expect, oneWindow, test } from '../fixtures'
import { openStory } from '../openStory'

const theWindow = oneWindow({ user: 'Reporter' }, (newsroom) => newsroom.json(['roster', 'add', 'Reporter']))

test('the library is checked from the palette, and what is wrong is repaired while it is open', async ({}, info) => {
  const window = await theWindow()
  const { newsroom, page, stet } = window
  const text = '# Ferry sails again\n\nIt left at noon.\n'
  await openStory(window, 'Ferry sails again', { name: 'ferry.md', text })
  const check = (): Promise<void> => stet.command('Check the library')
  const panel = page.getByRole('dialog', { name: 'Check the library' })
  await check()
  await expect(panel.getByRole('status', { name: 'What was found' })).toHaveText('Every file is in order.')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()

  await newsroom.json(['roster', 'add', 'Editor'])
  const roster = join(newsroom.library, 'roster.json')
  await writeFile(roster, (await readFile(roster, 'utf8')).replace('Editor', 'Edgar!'))
  await check()
  await expect(panel.getByRole('listitem')).toContainText(['roster.json'])
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await page.screenshot({ path: info.outputPath(`doctor-${theme}.png`) })
    expect(await violations(page, '[role="dialog"]')).toEqual([])
  }
  await panel.getByRole('button', { name: 'Repair' }).click()
  await expect(panel.getByRole('status', { name: 'What was found' })).toHaveText('1 problem was found and repaired.')
  await expect(panel.getByRole('button', { name: 'Repair' })).toHaveCount(0)
  await stet.press('Escape')
  await stet.type('body', 'And back. ')
  await stet.settled()
  expect((await newsroom.stet(['doctor'])).stdout).toContain('Every file is in order.')
})

test('an unused file is listed with its size and removed by keyboard', async ({}, info) => {
  const { newsroom, page, stet } = await theWindow()
  const words = 'Nobody came back to these.'
  const name = createHash('sha256').update(words).digest('hex')
  const evidence = join(newsroom.library, 'evidence')
  await mkdir(evidence, { recursive: true })
  await writeFile(join(evidence, name), words)
  const old = new Date('2020-01-01T00:00:00Z')
  await utimes(join(evidence, name), old, old)
  await stet.press('Control+Shift+F1')
  const panel = page.getByRole('dialog', { name: 'Check the library' })
  await expect(panel.getByRole('region', { name: 'Unused files' }).getByRole('listitem')).toHaveText(
    `evidence/${name} 26 bytes, 1 Jan 2020`,
  )
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await page.screenshot({ path: info.outputPath(`unused-${theme}.png`) })
    expect(await violations(page, '[role="dialog"]')).toEqual([])
  }
  await panel.getByRole('button', { name: 'Delete this file for good' }).focus()
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('status', { name: 'Deleted files' })).toHaveText('Deleted 1 file, 26 bytes.')
  await expect(panel.getByRole('button', { name: 'Check again' })).toBeFocused()
  await expect(panel.getByRole('region', { name: 'Unused files' })).toHaveCount(0)
  expect(await readdir(evidence)).toEqual([])
})
