/**
 * An editor hands stories over to a named colleague from the library; who the protected source is opens on his computer
 * only.
 */
import { join } from 'node:path'
import { violations } from '../axe'
import { expect, test } from '../fixtures'
import { ImportPanel } from '../pages/importPanel'
import { LibraryPane } from '../pages/libraryPane'
import { SourcesPanel } from '../pages/sourcesPanel'
import { figure, machineOf, storyOf, trust } from './machines'

test('stories go to a named colleague, and who the source is opens there only', async ({ newsroom }) => {
  const [lee, kim] = [await machineOf(newsroom, 'Lee'), await machineOf(newsroom, 'Kim Min')]
  await trust(newsroom, lee, kim)
  await trust(newsroom, kim, lee)
  const id = await storyOf(newsroom, lee, ['Talks in Busan end', 'The talks lasted about 100 minutes, officials said.'])
  await lee.run('alert', '--headline', 'Port closed', '--slug', 'port')
  const fact = await figure(lee, id, 'about 100 minutes')
  await lee.run(
    'source',
    'add',
    '--name',
    'Olena Kovalchuk',
    '--kind',
    'person',
    '--protected',
    '--contact',
    '+380 44 1',
  )
  await lee.run('fact', id, fact, '--evidence', 'Source A', '--locator', 'Call, 3 May')

  const { app, page, stet } = await newsroom.launch({ user: 'Lee', library: lee.library })
  const there = join(newsroom.scratch, 'there.stet')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = ((_window: unknown, options: { readonly defaultPath?: string }) => {
      ;(globalThis as { suggested?: string }).suggested = options.defaultPath ?? ''
      return Promise.resolve({ canceled: false, filePath })
    }) as typeof dialog.showSaveDialog
  }, there)
  const suggested = (): Promise<string> => app.evaluate(() => (globalThis as { suggested?: string }).suggested ?? '')

  // From the palette, by keys: the open story.
  await expect(stet.story).toBeVisible()
  await stet.command('hand over to')
  const one = page.getByRole('dialog', { name: 'Hand over the story' })
  await expect(one.getByRole('button', { name: 'Save as…' })).toBeFocused()
  await page.keyboard.press('Escape')

  // From the library, several at once.
  const library = new LibraryPane(page)
  await library.row('Talks in Busan end').click({ modifiers: ['Control'] })
  await library.row('Port closed').click({ modifiers: ['Control'] })
  await library.bulk.getByRole('button', { name: 'More actions for the selected stories' }).click()
  await page.getByRole('menuitem', { name: 'Hand over to…' }).click()
  const panel = page.getByRole('dialog', { name: 'Hand over 2 stories' })
  await expect(panel).toContainText('Source A: included under a pseudonym.')
  await panel.getByRole('checkbox', { name: 'Kim Min' }).press('Space')
  await expect(panel).toContainText(
    'The identity of Source A is included, sealed for Kim Min. No one else can open it.',
  )
  expect(await violations(page)).toEqual([])
  await panel.getByRole('button', { name: 'Save as…' }).press('Enter')
  await expect(panel.getByRole('status').filter({ hasText: there })).toContainText('sealed for Kim Min')
  expect(await suggested()).toBe('2-stories-for-kim-min.stet')
  await page.keyboard.press('Escape')
  expect(await lee.run('history', id)).toContain('handed the story over to Kim Min as a bundle')

  const home = await newsroom.launch({ user: 'Kim Min', library: kim.library, profile: 'train' })
  const imports = new ImportPanel(home.app, home.page)
  await imports.open()
  await imports.choose(there)
  await expect(imports.panel).toContainText('Sealed for you: the identity of Source A. Stet protects it here, too.')
  await expect(imports.panel).not.toContainText('Olena')
  expect(await violations(home.page)).toEqual([])
  await imports.importAll()
  await expect(home.stet.story).toContainText('officials said')
  expect(await kim.run('source', 'list')).not.toContain('Olena')
  await home.page.getByRole('tab', { name: 'Sources' }).click()
  const source = new SourcesPanel(home.page).source('Person')
  await expect(source).not.toContainText('Olena')
  await source.getByRole('button', { name: 'Show the identity of Source A' }).click()
  await expect(source).toContainText('Olena Kovalchuk')
  await expect(source).toContainText('Protected')
})
