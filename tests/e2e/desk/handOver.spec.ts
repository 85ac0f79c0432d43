/**
 * A reporter hands a story over, an editor takes it in and checks it, and it comes back: in the windows of two
 * machines.
 */
import { violations } from '../axe'
import { expect, test } from '../fixtures'
import { ImportPanel } from '../pages/importPanel'
import { bundle, figure, machineOf, storyOf, trust } from './machines'

test('a story goes from a reporter to an editor and back, with its verdict', async ({ newsroom }) => {
  const kim = await machineOf(newsroom, 'Kim Min')
  const id = await storyOf(newsroom, kim, ['Talks in Busan end', 'The talks lasted about 100 minutes, officials said.'])
  const fact = await figure(kim, id, 'about 100 minutes')
  await kim.run('source', 'add', '--name', 'Council minutes', '--kind', 'document')
  const evidence = ['--evidence', 'Council minutes', '--locator', 'p. 3']
  await kim.run('fact', id, fact, ...evidence)
  const { code = '' } = await kim.json('roster', 'key')
  const there = await bundle(newsroom, kim, id, 'there')

  const ana = await machineOf(newsroom, 'Ana')
  const { app, page, stet } = await newsroom.launch({ user: 'Ana', library: ana.library })
  const imports = new ImportPanel(app, page)
  const arrival = imports.arrivals.first()
  await imports.open()
  await imports.choose(there)
  await expect(arrival).toContainText('Talks in Busan end')
  await expect(arrival).toContainText('It would be a new story here, with')
  await expect(arrival).toContainText(/From Kim Min, made 30 Oct 2026 \d\d:\d\d/)
  await expect(arrival).toContainText('an editor calls Kim Min and asks for the short code')
  await expect(arrival).toContainText('“about 100 minutes”: to check')
  expect(await violations(page)).toEqual([])
  await arrival.getByLabel('Short code of Kim Min').fill(code)
  await page.keyboard.press('Enter')
  await expect(arrival).toContainText('The key of Kim Min on that computer is trusted here.')
  await imports.importAll()
  await expect(stet.story).toContainText('officials said')

  // Opened once more, it says so, and there is nothing to import.
  await imports.open()
  await imports.choose(there)
  await expect(arrival).toContainText('Everything in it is already here. There is nothing to merge.')
  await expect(imports.panel.getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
  await page.keyboard.press('Escape')

  await ana.run('fact', id, fact, '--status', 'verified', '--evidence', 'Council minutes', '--locator', 'p. 4')
  await ana.run('edit', id, '--replace', 'officials', '--with', 'diplomats')
  await trust(newsroom, kim, ana)
  const back = await bundle(newsroom, ana, id, 'back')

  // A double click on the bundle starts the app with it. What it would bring is shown, and nothing of it is merged.
  const home = await newsroom.launch({ user: 'Kim Min', library: kim.library, profile: 'train', args: [back] })
  const coming = new ImportPanel(home.app, home.page)
  const report = coming.arrivals.first()
  const changed = report.getByRole('region', { name: '1 paragraph reads differently' })
  await expect(changed).toContainText('by Ana:The talks lasted about 100 minutes, ')
  await expect(changed.getByRole('deletion')).toHaveText('officials')
  await expect(changed.getByRole('insertion')).toHaveText('diplomats')
  await expect(report.getByRole('region', { name: '1 verdict that counts' })).toContainText(
    'Ana: verified “about 100 minutes”',
  )
  expect(await kim.run('show', id)).toContain('officials said')
  expect(await violations(home.page)).toEqual([])
  await coming.importAll()
  const since = home.page.getByRole('dialog', { name: 'Since you handed it over' })
  await expect(since).toContainText('Words changed by Ana')
  await expect(since.getByRole('listitem').first()).toBeFocused()
  await home.page.keyboard.press('Escape')
  await expect(home.stet.story).toContainText('diplomats said')
  const shown = await kim.json<{ readonly facts: readonly { readonly status: string }[] }>('show', id)
  expect(shown.facts.map(({ status }) => status)).toEqual(['reCheck'])
})
