import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures'

test('the export panel shows each format with its choices; a PDF is printed by the window’s own process', async ({ newsroom }) => {
  test.setTimeout(120_000)
  const source = join(newsroom.scratch, 'talks.md')
  await writeFile(source, '# Talks in Busan end\n\nThe talks lasted about 100 minutes, officials said.\n\n| Port | Ships |\n|---|---|\n| Busan | 40 |\n')
  await newsroom.json(['import', source])
  const { app, page, stet } = await newsroom.launch({ user: 'Reporter' })
  await expect(stet.story).toContainText('officials said')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const panel = page.getByRole('dialog', { name: 'Export' })
  await panel.getByRole('checkbox', { name: 'Draft' }).check()
  const shows = async (format: RegExp, name: RegExp): Promise<void> => {
    await panel.getByRole('radio', { name: format }).check()
    await expect(panel.locator('.export-name')).toContainText(name, { timeout: 20_000 })
  }
  await shows(/^NITF/, /-DRAFT\.nitf\.xml/)
  await shows(/^ninjs/, /-DRAFT\.json/)
  await panel.getByRole('radio', { name: '2.1' }).check()
  await expect(panel.locator('.export-text')).toContainText('"versioncreated"')
  await shows(/^Plain text/, /-DRAFT\.txt/)
  await panel.getByRole('combobox', { name: 'Columns in a line' }).selectOption('60')
  await panel.getByRole('checkbox', { name: 'Slug line' }).check()
  await expect(panel.locator('.export-text')).toContainText('v1  2026-10-30')
  await shows(/^PDF/, /-DRAFT\.pdf/)
  await expect(panel.frameLocator('iframe').getByText('officials said')).toBeVisible()
  const path = join(newsroom.scratch, 'talks.pdf')
  await app.evaluate(({ dialog }, filePath) => { dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath }) }, path)
  await panel.getByRole('button', { name: 'Save as…' }).click()
  await expect(panel.getByRole('status')).toContainText('talks.pdf', { timeout: 20_000 })
  expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-')
  if (process.env['STET_SHOT']) await page.screenshot({ path: process.env['STET_SHOT'] })
})
