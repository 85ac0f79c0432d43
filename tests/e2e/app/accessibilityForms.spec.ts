/**
 * axe-core, light and dark, on the forms of the fact desk: viewer, alert, response, translation, workings, source and
 * merge.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { graveFindings } from '../axe'
import { expect, test } from '../fixtures'
import { Seat } from '../pages/seat'

test('the forms of the fact desk have no serious or critical finding of axe-core', async ({ newsroom }) => {
  const [file, notes] = [join(newsroom.scratch, 'a.md'), join(newsroom.scratch, 'notes.txt')]
  await writeFile(
    file,
    '# Ferry line\n\n*A deck*\n\nThe line hid the accident for 90 minutes, “a shame” by all accounts.\n',
  )
  await writeFile(notes, 'They arrived at 11:01.\n\nIt was 90 minutes.\n')
  await newsroom.json(['roster', 'add', 'Reporter', '--role', 'reporter'])
  await newsroom.json(['source', 'add', '--name', 'Log book', '--kind', 'document'])
  const { stet, page } = await newsroom.launch({ user: 'Reporter', args: [file] })
  const seat = new Seat(stet, 'Reporter')
  await expect(stet.story).toContainText('hid the accident')
  const grave: string[] = []
  const audit = async (screen: string): Promise<void> => {
    grave.push(...(await graveFindings(page, screen)))
  }
  for (const [words, letter] of [
    ['hid the accident', 'a'],
    ['90 minutes', 'f'],
    ['“a shame”', 'q'],
  ] as const)
    await seat.tag(words, letter)

  const figure = await seat.take('90 minutes')
  await seat.attach({ source: 'Pool report 3', kind: 'Pool report', locator: '¶ 2', file: notes })
  await figure.getByRole('button', { name: 'Open notes.txt' }).press('Enter')
  await expect(page.getByRole('region', { name: 'Evidence' })).toContainText('notes.txt')
  await audit('viewer')
  await seat.press('Escape')
  await seat.command('Calculation…')
  await expect(seat.dialog('Calculation')).toBeVisible()
  await audit('workings')
  await seat.press('Escape')
  await seat.take('“a shame”')
  await seat.command('Translation…')
  await expect(seat.dialog('Translation')).toBeVisible()
  await audit('translation')
  await seat.press('Escape')
  const allegation = await seat.take('hid the accident')
  await allegation.getByRole('button', { name: 'Note a response…' }).press('Enter')
  await expect(allegation.getByRole('form', { name: 'Response sought' })).toBeVisible()
  await audit('response')
  await seat.press('Escape')
  await seat.press('Control+4')
  const sources = page.getByRole('region', { name: 'Sources' })
  await sources.getByText('In all stories, merge…').first().press('Enter')
  const same = sources.getByRole('combobox', { name: 'Same as' })
  await seat.fill(same, 'Log book')
  await same.press('Enter')
  await expect(sources.getByRole('button', { name: 'Merge into Log book' })).toBeVisible()
  await audit('merge')
  await sources.getByRole('button', { name: 'Add source' }).first().press('Enter')
  await expect(sources.getByRole('form', { name: 'New source' })).toBeVisible()
  await audit('source')
  await seat.press('Escape')
  await seat.press('Control+Alt+a')
  await expect(seat.dialog('New alert')).toBeVisible()
  await audit('alert')
  expect(grave).toEqual([])
})
