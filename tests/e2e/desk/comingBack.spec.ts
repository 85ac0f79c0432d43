/** A story comes back: the merge is undone and taken in again, and what came is kept or put back with one key each. */
import { violations } from '../axe'
import { expect, test } from '../fixtures'
import { ImportPanel } from '../pages/importPanel'
import { bundle, figure, machineOf, storyOf, trust } from './machines'

test('what came back is undone, taken in again, kept and put back, by keys', async ({ newsroom }) => {
  const [kim, ana] = [await machineOf(newsroom, 'Kim Min'), await machineOf(newsroom, 'Ana')]
  await trust(newsroom, kim, ana)
  await trust(newsroom, ana, kim)
  const id = await storyOf(newsroom, kim, [
    'Talks in Busan end',
    'The talks lasted about 100 minutes, officials said.',
    'Both sides left at noon.',
  ])
  const fact = await figure(kim, id, 'about 100 minutes')
  await ana.run('merge', await bundle(newsroom, kim, id, 'there'), '--yes')
  await ana.run('fact', id, fact, '--status', 'wrong', '--reason', 'It was 90.')
  await ana.run('edit', id, '--replace', 'officials', '--with', 'diplomats')
  await ana.run('edit', id, '--replace', 'at noon', '--with', 'by car')
  await kim.run('edit', id, '--replace', 'at noon', '--with', 'at one')
  const back = await bundle(newsroom, ana, id, 'back')

  const { app, page, stet } = await newsroom.launch({ user: 'Kim Min', library: kim.library })
  const imports = new ImportPanel(app, page)
  const since = page.getByRole('dialog', { name: 'Since you handed it over' })
  const items = since.getByRole('list', { name: 'What came back' }).getByRole('listitem')
  await imports.open()
  await imports.choose(back)
  // The preview says that both wrote it, with both versions.
  const both = imports.arrivals.first().getByRole('listitem').filter({ hasText: 'Both sides left' })
  await expect(both).toContainText('The same words were changed here and by Ana')
  await expect(both.getByRole('deletion')).toHaveText(['noon', 'at noon'])
  await expect(both.getByRole('insertion')).toHaveText(['one', 'by car'])
  await imports.importAll()
  await expect(since).toContainText(/Kim Min handed it over on 30 Oct 2026 \d\d:\d\d\. Ana brought it back\./)
  await expect(items).toHaveCount(3)
  await expect(items.nth(0)).toContainText('The same words were changed here and by Ana')
  await expect(items.nth(1)).toContainText('Words changed by Ana')
  await expect(items.nth(2)).toContainText('“about 100 minutes”: to check →')
  await expect(items.nth(0)).toBeFocused()
  expect(await violations(page)).toEqual([])

  await since.getByRole('button', { name: 'Undo the merge' }).click()
  await expect(since).toBeHidden()
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText(
    'The merge of what Ana handed over is undone. Its verdicts no longer count, except those against the words.',
  )
  await expect(stet.story).toContainText('officials said')
  await expect(stet.story).toContainText('Both sides left at one.')
  const shown = async () =>
    (await kim.json<{ readonly facts: readonly { readonly status: string }[] }>('show', id)).facts[0]?.status
  expect(await shown()).toBe('wrong')

  await imports.open()
  await imports.choose(back)
  await expect(imports.arrivals.first()).toContainText('Its merge was undone here. It would be merged again')
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
