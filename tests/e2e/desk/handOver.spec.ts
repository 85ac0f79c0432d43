/**
 * A reporter hands a story over, an editor takes it in and checks it, and it comes back: in the windows of two
 * machines.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { violations } from '../axe'
import { expect, test, type Newsroom } from '../fixtures'
import { ImportPanel } from '../pages/importPanel'

interface Machine {
  readonly run: (...args: readonly string[]) => Promise<string>
  readonly json: <T = Record<string, string>>(...args: readonly string[]) => Promise<T>
}

/** `stet` on a library of its own, as one person. */
function machine(newsroom: Newsroom, person: string, library: string): Machine {
  const run = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await newsroom.stet(args, person, { STET_LIBRARY: library })
    expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' })
    return stdout
  }
  return { run, json: async <T>(...args: readonly string[]) => JSON.parse(await run(...args, '--json')) as T }
}

test('a story goes from a reporter to an editor and back, with its verdict', async ({ newsroom }) => {
  const train = join(newsroom.scratch, 'train')
  const kim = machine(newsroom, 'Kim Min', train)
  await kim.run('roster', 'add', 'Kim Min', '--role', 'editor')
  const copy = join(newsroom.scratch, 'talks.md')
  await writeFile(copy, '# Talks in Busan end\n\nThe talks lasted about 100 minutes, officials said.\n')
  const { stories } = await kim.json<{ readonly stories: readonly { readonly id: string }[] }>('import', copy)
  const id = stories[0]?.id ?? ''
  const { id: fact = '' } = await kim.json('tag', id, '--text', 'about 100 minutes', '--type', 'figure')
  await kim.run('source', 'add', '--name', 'Council minutes', '--kind', 'document')
  const evidence = ['--evidence', 'Council minutes', '--locator', 'p. 3']
  await kim.run('fact', id, fact, ...evidence)
  const { code = '' } = await kim.json('roster', 'key')
  const there = join(newsroom.scratch, 'there.stet')
  await kim.run('export', id, '--format', 'bundle', '--out', there)

  const newsdesk = join(newsroom.scratch, 'desk')
  const ana = machine(newsroom, 'Ana', newsdesk)
  await ana.run('roster', 'add', 'Ana', '--role', 'editor')
  const { app, page, stet } = await newsroom.launch({ user: 'Ana', library: newsdesk })
  const imports = new ImportPanel(app, page)
  const arrival = imports.arrivals.first()
  await imports.open()
  await imports.choose(there)
  await expect(arrival).toContainText('Talks in Busan end')
  await expect(arrival).toContainText('It would be a new story here, with')
  await expect(arrival).toContainText('From Kim Min, made 2026-10-30 09:00')
  await expect(arrival).toContainText('an editor asks Kim Min by phone for the short code')
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
  await expect(arrival).toContainText('All of it is here already. There is nothing to merge.')
  await expect(imports.panel.getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
  await page.keyboard.press('Escape')

  await ana.run('fact', id, fact, '--status', 'verified', '--evidence', 'Council minutes', '--locator', 'p. 4')
  await ana.run('edit', id, '--replace', 'officials', '--with', 'diplomats')
  const card = await ana.json('roster', 'key')
  const path = join(newsroom.scratch, 'ana.txt')
  await writeFile(path, card['card'] ?? '')
  await kim.run('roster', 'trust', path, '--code', card['code'] ?? '', '--role', 'editor')
  const back = join(newsroom.scratch, 'back.stet')
  await ana.run('export', id, '--format', 'bundle', '--out', back)

  const home = await newsroom.launch({ user: 'Kim Min', library: train, profile: 'train' })
  const coming = new ImportPanel(home.app, home.page)
  await expect(home.stet.story).toContainText('officials said')
  await coming.open()
  await coming.choose(back)
  const report = coming.arrivals.first()
  await expect(report.getByRole('region', { name: '1 paragraph reads otherwise' })).toHaveText(
    /by Ana:- The talks lasted about 100 minutes, officials said\.\+ The talks lasted about 100 minutes, diplomats said\./,
  )
  await expect(report.getByRole('region', { name: '1 verdict that counts' })).toContainText(
    'Ana: verified “about 100 minutes”',
  )
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
