import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'

test('Ctrl+P prints the story with its facts through the dialog of the system, marked internal; a cancelled print is in the history', async ({
  newsroom,
}) => {
  const source = join(newsroom.scratch, 'talks.md')
  await writeFile(
    source,
    '# Talks in Busan end\n\nThe talks lasted about 100 minutes, officials said.\n\n| Port | Ships |\n|---|---|\n| Busan | 40 |\n',
  )
  await newsroom.json(['import', source])
  const { app, page, stet } = await newsroom.launch({ user: 'Reporter' })
  await expect(stet.story).toContainText('officials said')
  const paper = join(newsroom.scratch, 'paper.pdf')
  await app.evaluate(({ app: electron }, path) => {
    electron.on('web-contents-created', (_event, contents) => {
      contents.print = (options, done) => {
        if (options?.silent !== false || options.header !== 'talks-in-busan-end-fact-sheet-INTERNAL')
          throw new Error('the dialog of the system was not asked')
        void contents.printToPDF({ preferCSSPageSize: true }).then(async (bytes) => {
          const { writeFile: write } = process.getBuiltinModule('fs/promises')
          await write(path, bytes)
          done?.(true, '')
        })
      }
    })
  }, paper)
  await page.keyboard.press('ControlOrMeta+p')
  const panel = page.getByRole('dialog', { name: 'Print' })
  await panel.getByRole('radio', { name: 'Story with its facts' }).check()
  await panel.getByRole('button', { name: 'Print…' }).click()
  await expect(panel).toBeHidden()
  const text = execFileSync('pdftotext', ['-layout', paper, '-'], { encoding: 'utf8' })
  const words = text.replace(/\s+/g, ' ')
  for (const expected of [
    'INTERNAL. Not for publication.',
    'The talks lasted about 100 minutes, officials said.',
    'Busan 40',
    'Fact sheet: Talks in Busan end',
  ])
    expect(words).toContain(expected)
  expect(text.split('\f').length).toBeGreaterThan(2)

  await app.evaluate(({ app: electron }) => {
    electron.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => done?.(false, 'Print job canceled')
    })
  })
  await page.keyboard.press('ControlOrMeta+p')
  await panel.getByRole('button', { name: 'Print…' }).click()
  await expect(panel.getByRole('button', { name: 'Print…' })).toBeEnabled()
  await panel.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByText('printing was cancelled')).toBeVisible()
})
