/** Pictures of handing over and coming back for docs/handover.md. The dark ones are in test-results/screenshots. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { bundle, figure, machineOf, storyOf, trust } from '../desk/machines'
import { expect, ROOT, test } from '../fixtures'
import { ImportPanel } from '../pages/importPanel'

const FOLDER = join(ROOT, 'test-results', 'screenshots', 'hand-over')
const DOCS = join(ROOT, 'docs', 'screenshots')

async function shoot(page: Page, name: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: join(FOLDER, `${name}-dark.png`) })
  await page.emulateMedia({ colorScheme: 'light' })
  await page.screenshot({ path: join(DOCS, `${name}.png`) })
}

test('pictures of a story that is handed over and comes back', async ({ newsroom }) => {
  const [kim, ana] = [await machineOf(newsroom, 'Kim Min'), await machineOf(newsroom, 'Ana Cho')]
  await trust(newsroom, kim, ana)
  await trust(newsroom, ana, kim, 'reporter')
  const id = await storyOf(newsroom, kim, [
    'Port of Rotterdam reopens after nine hours',
    'The port reopened on Friday after nine hours, its harbour master said.',
    'The closure held up about 40 ships, among them two ferries with 1,200 people.',
    'Both ferries left at noon.',
  ])
  const [hours, ships] = [await figure(kim, id, 'nine hours'), await figure(kim, id, 'about 40 ships')]
  await kim.run('source', 'add', '--name', 'Harbour log', '--kind', 'document')
  for (const fact of [hours, ships]) await kim.run('fact', id, fact, '--evidence', 'Harbour log', '--locator', 'p. 2')
  await kim.run('source', 'add', '--name', 'Pilot from the tower', '--kind', 'person', '--protected')
  await kim.run('fact', id, ships, '--evidence', 'Source A', '--locator', 'Call, 3 May')

  const { app, page, stet } = await newsroom.launch({ user: 'Kim Min', library: kim.library })
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setMenuBarVisibility(false)
    window?.setContentSize(1280, 800)
  })
  await expect(stet.story).toContainText('Both ferries left at noon.')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Search and commands' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('hand over')
  await expect(palette.getByRole('option').first()).toContainText('Hand over to…')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: 'Hand over the story' })
  await panel.getByRole('checkbox', { name: 'Ana Cho' }).press('Space')
  await expect(panel).toContainText('sealed for Ana Cho')
  await shoot(page, 'hand-over')
  await page.keyboard.press('Escape')

  const there = await bundle(newsroom, kim, id, 'there', '--for', 'Ana Cho')
  await ana.run('merge', there, '--yes')
  await ana.run('fact', id, hours, '--status', 'verified', '--evidence', 'Harbour log', '--locator', 'p. 2')
  await ana.run('fact', id, ships, '--status', 'wrong', '--reason', 'The log says 36.')
  await ana.run('edit', id, '--replace', 'harbour master', '--with', 'deputy harbour master')
  await ana.run('edit', id, '--replace', 'at noon', '--with', 'in the afternoon')
  await kim.run('edit', id, '--replace', 'at noon', '--with', 'at one')
  const back = await bundle(newsroom, ana, id, 'back')
  const imports = new ImportPanel(app, page)
  await imports.open()
  await imports.choose(back)
  await expect(imports.arrivals.first()).toContainText('deputy harbour master')
  await shoot(page, 'merge-report')
  await imports.importAll()
  await expect(page.getByRole('dialog', { name: 'Since you handed it over' })).toContainText('Ana Cho brought it back.')
  await shoot(page, 'since')
  await page.keyboard.press('Escape')
  await kim.run('move', id, 'filed')
  await kim.run('pen', id, '--give', 'Ana Cho')
  await expect(page.getByText('Ana Cho has the pen.').first()).toBeVisible()
  await shoot(page, 'pen')
})
