/**
 * A published story is corrected by keyboard: the gate blocks, the record opens it, the correction is exported, and
 * destinations are notified.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { graveFindings } from '../axe'
import { expect, test, type Launched } from '../fixtures'
import { busanDesk } from '../pages/busanDesk'

const COPY = '# Tug leaves the harbour\n\n*The crew was well*\n\nThe tug left at noon on Monday.\n'
const READERS = 'An earlier version of this story said that the tug left at noon.'

interface Shown {
  readonly stage: string
  readonly version: number
}

async function saveTo({ app }: Pick<Launched, 'app'>, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog
  }, path)
}

test('a published story is corrected: its record opens the gate, and a notice for each destination is written', async ({
  newsroom,
}) => {
  const file = join(newsroom.scratch, 'tug.md')
  await writeFile(file, COPY)
  const { launched, reporter, editor, story } = await busanDesk(newsroom, [['Editor', 'editor']], {}, file)
  const at = async (): Promise<string> => {
    const { stage, version } = await newsroom.json<Shown>(['show', story])
    return `${stage} ${version}`
  }
  await reporter.setField('Slug', 'tug')
  await reporter.stet.nextMove('File to desk')
  await expect.poll(at).toBe('filed 1')
  await editor.stet.nextMove('Start review')
  await expect.poll(at).toBe('inReview 1')
  await editor.move(/^Clear/)
  await expect.poll(at).toBe('cleared 1')
  await editor.move(/^Publish/)
  await expect.poll(at).toBe('published 1')
  await newsroom.json(
    ['export', story, '--format', 'html', '--out', join(newsroom.scratch, 'tug-on-site.html')],
    'Editor',
  )

  // Nothing to record before the next version is open.
  await editor.move(/^New version/, { kind: /^Correction/ })
  await expect.poll(at).toBe('inReview 2')
  const note = editor.page.getByRole('complementary', { name: 'State of the story' })
  await expect(note).toContainText('Version 2 is a correction, but its correction note is not written yet.')
  await reporter.stet.select('at noon')
  await reporter.page.keyboard.insertText('at one')
  await expect(editor.stet.story).toContainText('The tug left at one on Monday.')

  // The gate names what is missing and opens the form, which shows the change.
  await editor.stet.nextMove(/^Clear/)
  const panel = editor.dialog()
  await expect(panel.getByRole('button', { name: 'Clear · 1 issue' })).toBeVisible()
  await panel.getByRole('button', { name: /it has no correction note/ }).press('Enter')
  const form = editor.page.getByRole('region', { name: 'Correction, version 2' })
  await expect(form.getByLabel('Was', { exact: true })).toHaveValue('The tug left at noon on Monday.')
  await expect(form.getByLabel('Is', { exact: true })).toHaveValue('The tug left at one on Monday.')
  await expect(form.getByLabel('How it happened', { exact: true })).toBeFocused()
  await expect(form).toContainText('1 to notify. The notice is available once the correction note is approved.')

  // The draft survives another tab.
  await editor.page.keyboard.insertText('A typing error on the desk')
  await editor.press('Control+1')
  await expect(form).toBeHidden()
  await editor.command('Correction note…')
  await expect(form.getByLabel('How it happened', { exact: true })).toHaveValue('A typing error on the desk')
  await editor.fill(form.getByLabel('For readers', { exact: true }), READERS)
  await editor.press('Enter')
  await expect(form).toContainText(/Saved by Editor, .*\. Not approved yet\./)
  await expect(form).toContainText('No one approves what they wrote. Someone else must approve the note.')

  // The author stands by it. Then the editor may approve.
  await newsroom.json(['correction', story, '--approve'])
  await form.getByRole('button', { name: 'Approve', exact: true }).press('Enter')
  await expect(form).toContainText('Approved by Editor')
  await form.getByText('Notice', { exact: true }).press('Enter')
  expect(await graveFindings(editor.page, 'correction')).toEqual([])
  await expect(form.getByLabel(/^Notice for/)).toContainText('Was: The tug left at noon on Monday.')
  await editor.press('Escape')
  await expect(editor.stet.story).toBeFocused()

  await editor.move(/^Clear/)
  await expect.poll(at).toBe('cleared 2')
  await editor.move(/^Publish/)
  await expect.poll(at).toBe('published 2')
  await expect(note).toContainText('1 destination to notify of the correction.')

  // The correction is exported with the story. The export panel names destinations that were not notified, without
  // blocking.
  const [page, wire] = [join(newsroom.scratch, 'tug.html'), join(newsroom.scratch, 'tug.xml')]
  await editor.saveExport(launched, /^Web page/, page, async (exports) => {
    await expect(exports).toContainText(/Not notified of the correction in version 2: .*tug-on-site\.html\./)
  })
  await editor.saveExport(launched, /^NITF/, wire)
  expect(await readFile(page, 'utf8')).toContain(
    `<p class="correction"><strong>Correction, 30 October 2026:</strong> ${READERS}</p>`,
  )
  expect(await readFile(wire, 'utf8')).toContain(`<correction info="${READERS}"`)

  // The destination is told, by its notice. Its acts stand in one row.
  await note.getByRole('button', { name: 'Correction note…' }).press('Enter')
  const tops = ['Copy notice', 'Save notice…', 'Mark as notified…'].map(async (name) => {
    const box = await form.getByRole('button', { name }).boundingBox()
    return box?.y ?? name
  })
  expect(new Set(await Promise.all(tops)).size).toBe(1)
  const notice = join(newsroom.scratch, 'notice.txt')
  await saveTo(launched, notice)
  await form.getByRole('button', { name: 'Save notice…' }).press('Enter')
  await expect
    .poll(async () => readFile(notice, 'utf8').catch(() => ''))
    .toContain('Please use version 2 instead of all earlier ones.')
  await form.getByRole('button', { name: 'Mark as notified…' }).press('Enter')
  await expect(form.getByLabel('How they were notified')).toBeFocused()
  await editor.page.keyboard.insertText('by phone')
  await editor.press('Enter')
  await expect(form).toContainText(/Notified by Editor, .*, by phone/)
  await expect(form).toContainText('Everyone was notified.')
  await expect(form.getByRole('button', { name: 'Undo “notified”' })).toBeFocused()
  await editor.press('Escape')
  await expect(note).toHaveCount(0)
  expect((await newsroom.stet(['history', story])).stdout).not.toContain('Not notified')
})
