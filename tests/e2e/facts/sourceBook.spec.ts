/** The source book: a merge, which cannot be undone, is chosen first and done by its own button. */
import { expect, oneWindow, test } from '../fixtures'
import { Seat } from '../pages/seat'
import { SourcesPanel } from '../pages/sourcesPanel'

const theWindow = oneWindow({ user: 'Editor' }, (newsroom) =>
  newsroom.json(['roster', 'add', 'Editor', '--role', 'editor']),
)

test('keys choose a source to merge with; only the button merges, and the keyboard goes to the source that is left', async () => {
  const { newsroom, page, stet } = await theWindow()
  for (const name of ['Harbour log', 'Pool report 3', 'Port office'])
    await newsroom.json(['source', 'add', '--name', name, '--kind', 'document'])
  const seat = new Seat(stet, 'Editor')
  const sources = page.getByRole('region', { name: 'Sources' })
  const names = new SourcesPanel(page).names
  await seat.press('Control+4')
  await expect(names).toHaveText(['Harbour log', 'Pool report 3', 'Port office'])

  const log = sources.getByRole('listitem', { name: 'Harbour log', exact: true })
  await log.getByText('In all stories, merge…').press('Enter')
  const form = log.getByRole('form', { name: 'Merge Harbour log' })
  const field = form.getByRole('combobox', { name: 'Same as' })
  await field.press('ArrowDown')
  await expect(form.getByRole('option')).toHaveText([/^Pool report 3/, /^Port office/])
  await field.press('ArrowDown')
  await field.press('Enter')
  await expect(field).toHaveValue('Port office')
  await field.press('Enter')
  await expect(form).toContainText(
    'Facts based on Harbour log will be based on Port office, and Harbour log becomes one of its names. This cannot be undone.',
  )
  await expect(names).toHaveText(['Harbour log', 'Pool report 3', 'Port office'])

  await form.getByRole('button', { name: 'Merge into Port office' }).press('Enter')
  await expect(names).toHaveText(['Pool report 3', 'Port office'])
  await expect(sources).toContainText('Also Harbour log')
  await expect(sources.getByRole('button', { name: 'Edit Port office' })).toBeFocused()
})

test('a source that is protected as it is added says where its name is already, by keys', async () => {
  const { page, stet } = await theWindow()
  await stet.newStory()
  await stet.type('headline', 'Mina Jo meets crews')
  await page.keyboard.press('Control+4')
  await page.getByRole('button', { name: 'Add source' }).press('Enter')
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('Mina Jo')
  await page.getByRole('checkbox', { name: /^Protected/ }).press('Space')
  await name.press('Enter')
  await expect(page.getByRole('region', { name: 'Where the name of Source A is' })).toContainText('the copy')
})
