/** A story comes back: the merge is undone and taken in again, and what came is kept or put back with one key each. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { violations } from '../axe'
import { expect, test, type Newsroom } from '../fixtures'
import { ImportPanel } from '../pages/importPanel'

/** `stet` on a library of its own, as one person. */
function machine(newsroom: Newsroom, person: string, library: string) {
  const run = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await newsroom.stet(args, person, { STET_LIBRARY: library })
    expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' })
    return stdout
  }
  return { run, json: async <T>(...args: readonly string[]) => JSON.parse(await run(...args, '--json')) as T }
}

type Machine = ReturnType<typeof machine>

async function trust(newsroom: Newsroom, here: Machine, there: Machine, name: string): Promise<void> {
  const { card = '', code = '' } = await there.json<Record<string, string>>('roster', 'key')
  const path = join(newsroom.scratch, `${name}.txt`)
  await writeFile(path, card)
  await here.run('roster', 'trust', path, '--code', code, '--role', 'editor')
}

test('what came back is undone, taken in again, kept and put back, by keys', async ({ newsroom }) => {
  const [train, newsdesk] = [join(newsroom.scratch, 'train'), join(newsroom.scratch, 'desk')]
  const [kim, ana] = [machine(newsroom, 'Kim Min', train), machine(newsroom, 'Ana', newsdesk)]
  await kim.run('roster', 'add', 'Kim Min', '--role', 'editor')
  await ana.run('roster', 'add', 'Ana', '--role', 'editor')
  await trust(newsroom, kim, ana, 'ana')
  await trust(newsroom, ana, kim, 'kim')
  const copy = join(newsroom.scratch, 'talks.md')
  await writeFile(
    copy,
    '# Talks in Busan end\n\nThe talks lasted about 100 minutes, officials said.\n\nBoth sides left at noon.\n',
  )
  const { stories } = await kim.json<{ readonly stories: readonly { readonly id: string }[] }>('import', copy)
  const id = stories[0]?.id ?? ''
  const { id: fact = '' } = await kim.json<Record<string, string>>(
    ...['tag', id, '--text', 'about 100 minutes', '--type', 'figure'],
  )
  const there = join(newsroom.scratch, 'there.stet')
  await kim.run('export', id, '--format', 'bundle', '--out', there)
  await ana.run('merge', there, '--yes')
  await ana.run('fact', id, fact, '--status', 'wrong', '--reason', 'It was 90.')
  await ana.run('edit', id, '--replace', 'officials', '--with', 'diplomats')
  await ana.run('edit', id, '--replace', 'at noon', '--with', 'by car')
  await kim.run('edit', id, '--replace', 'at noon', '--with', 'at one')
  const back = join(newsroom.scratch, 'back.stet')
  await ana.run('export', id, '--format', 'bundle', '--out', back)

  const { app, page, stet } = await newsroom.launch({ user: 'Kim Min', library: train })
  const imports = new ImportPanel(app, page)
  const since = page.getByRole('dialog', { name: 'Since you handed it over' })
  const items = since.getByRole('list', { name: 'What came back' }).getByRole('listitem')
  await imports.open()
  await imports.choose(back)
  await imports.importAll()
  await expect(since).toContainText('Kim Min handed it over on 2026-10-30 09:00. Ana brought it back.')
  await expect(items).toHaveCount(3)
  await expect(items.nth(0)).toContainText('The same words were written here and by Ana')
  await expect(items.nth(1)).toContainText('Words changed by Ana')
  await expect(items.nth(2)).toContainText('“about 100 minutes”: to check →')
  await expect(items.nth(0)).toBeFocused()
  expect(await violations(page)).toEqual([])

  await since.getByRole('button', { name: 'Undo the merge' }).click()
  await expect(since).toBeHidden()
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText(
    'The merge of what Ana handed over is undone: it gives no trust here any more.',
  )
  await expect(stet.story).toContainText('officials said')
  await expect(stet.story).toContainText('Both sides left at one.')
  const shown = async () =>
    (await kim.json<{ readonly facts: readonly { readonly status: string }[] }>('show', id)).facts[0]?.status
  expect(await shown()).toBe('wrong')

  await imports.open()
  await imports.choose(back)
  await expect(imports.arrivals.first()).toContainText('Its merge was undone here. It would come in again')
  await imports.importAll()
  await expect(items).toHaveCount(3)
  await expect(items.nth(0)).toBeFocused()
  await expect(items.nth(0)).toContainText('Words changed by Ana')
  await page.keyboard.press('r')
  await expect(items).toHaveCount(2)
  await expect(items.nth(0)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(items.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(items.nth(0)).toBeFocused()
  await page.keyboard.press('k')
  await expect(items).toHaveCount(1)
  await expect(items.nth(0)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(since).toBeHidden()
  await expect(stet.story).toContainText('officials said')

  // What was not seen waits under its key, and what was kept stays away.
  await page.keyboard.press('Control+Alt+b')
  await expect(items).toHaveCount(1)
  await expect(items.nth(0)).toBeFocused()
  await page.keyboard.press('k')
  await expect(since).toBeHidden()
  await page.keyboard.press('Control+Alt+b')
  await expect(since).toContainText('You have seen everything that came back.')
})
