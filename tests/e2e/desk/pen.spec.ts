/** An editor takes the pen by keys; what the author types from then on arrives as a suggestion. */
import { join } from 'node:path'
import { violations } from '../axe'
import { expect, test } from '../fixtures'
import { busanDesk } from '../pages/busanDesk'
import { ExportPanel } from '../pages/exportPanel'
import { SuggestionsPanel } from '../pages/suggestionsPanel'
import { personButton } from '../pages/stetWindow'

interface Shown {
  readonly blocks: readonly { readonly text: string }[]
  readonly pen?: { readonly holder: string; readonly from: string }
}

test('the pen is taken by keys, typing without it is a suggestion, and it is given back', async ({ newsroom }) => {
  const { launched, reporter, editor, story } = await busanDesk(newsroom, [['Editor', 'editor']])
  const shown = () => newsroom.json<Shown>(['show', story])
  await expect(personButton(reporter.page, 'Reporter')).toHaveCount(1)
  const note = (page = reporter.page) => page.getByRole('complementary', { name: 'Pen' })
  await expect(note()).toHaveCount(0)
  await newsroom.json(['move', story, 'filed'])
  // A draft has no pen: the key works once the window knows of the move.
  await expect(reporter.page.getByRole('banner').getByRole('button', { name: 'Start review' })).toBeVisible()

  // Where nobody has it, the author takes it at once.
  await reporter.press('Control+Alt+p')
  await expect(note()).toContainText('You have the pen. What others type is a suggestion.')
  await expect(note(editor.page)).toContainText('Reporter has the pen. What you type is a suggestion.')

  // An editor says why.
  await editor.press('Control+Alt+p')
  const why = editor.page.getByLabel('Why do you take the pen from Reporter?')
  await expect(why).toBeFocused()
  await editor.page.keyboard.type('Deadline.')
  await editor.press('Enter')
  await expect(note(editor.page)).toContainText('You have the pen.')
  await expect(note()).toContainText('Editor has the pen. What you type is a suggestion.')

  // The author goes on typing, and the mode switch says why it is fixed.
  const mode = reporter.page.getByRole('toolbar', { name: 'Format' }).getByRole('button', { name: 'Suggesting' })
  await expect(mode).toBeVisible()
  await expect(mode).toHaveAttribute('title', 'Editor has the pen, so what you type is a suggestion.')
  await reporter.press('Control+Shift+e')
  await expect(mode).toBeVisible()
  const before = (await shown()).blocks
  await reporter.stet.caretAtEnd()
  await reporter.page.keyboard.type(' More soon.')
  await reporter.stet.settled()
  const panel = new SuggestionsPanel(editor.stet)
  await panel.open()
  await expect(panel.row('More soon.')).toContainText('Reporter')
  expect((await shown()).blocks).toEqual(before)
  for (const { page } of [reporter, editor]) expect(await violations(page)).toEqual([])
  await reporter.page.screenshot({ path: test.info().outputPath('pen.png') })

  // The editor accepts it and gives the pen back.
  await panel.take('More soon.')
  await editor.press('a')
  await expect(panel.rows).toHaveCount(0)
  await editor.press('Control+Alt+g')
  const form = editor.dialog('Give the pen')
  await editor.choose(form.getByLabel('To'), 'Reporter, reporter')
  expect(await violations(editor.page)).toEqual([])
  await editor.page.screenshot({ path: test.info().outputPath('give.png') })
  await form.getByRole('button', { name: 'Give the pen' }).press('Enter')
  await expect(note()).toContainText('You have the pen.')
  await expect(mode).toHaveCount(0)
  expect(await shown()).toMatchObject({ pen: { holder: 'Reporter', from: 'Editor' } })

  // It goes along with a bundle.
  const path = join(newsroom.scratch, 'there.stet')
  await launched.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (() => Promise.resolve({ canceled: false, filePath })) as typeof dialog.showSaveDialog
  }, path)
  await reporter.press('Control+e')
  const { panel: exporting } = new ExportPanel(reporter.page)
  await exporting.getByRole('radio', { name: /^Stet bundle/ }).press('Space')
  await reporter.choose(exporting.getByLabel('Give the pen to'), 'Editor, editor')
  expect(await violations(reporter.page)).toEqual([])
  await reporter.page.screenshot({ path: test.info().outputPath('bundle.png') })
  await exporting.getByRole('button', { name: 'Save as…' }).press('Enter')
  await expect(exporting.getByRole('status')).toContainText(path)
  expect(await shown()).toMatchObject({ pen: { holder: 'Editor', from: 'Reporter' } })
})
