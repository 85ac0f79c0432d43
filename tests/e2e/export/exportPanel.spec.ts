import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, oneWindow, test } from '../fixtures'
import { openStory } from '../openStory'
import { ExportPanel } from '../pages/exportPanel'
import { sizeWindow } from '../pages/marginNotes'

const theWindow = oneWindow({ user: 'Reporter' })

test('the export panel shows each format with its choices; a PDF is typeset by the app’s own process; the history exports again', async () => {
  const launched = await theWindow()
  const { app, newsroom, page } = launched
  await openStory(launched, 'Talks in Busan end', {
    name: 'talks.md',
    text: '# Talks in Busan end\n\nThe talks lasted about 100 minutes, officials said.\n\n| Port | Ships |\n|---|---|\n| Busan | 40 |\n',
  })
  const exporting = new ExportPanel(page)
  const { panel } = exporting
  // In one column, as 1280 pixels are at 200 %, the panel begins with what blocks and not with the chosen format.
  await sizeWindow(launched, 640, 480)
  await page.keyboard.press('ControlOrMeta+e')
  await expect(panel.getByRole('radio', { name: /^Web page/ })).toBeFocused()
  await expect(panel.getByText(/^✕ Checks: .*issue/)).toBeInViewport()
  await page.keyboard.press('Escape')
  await sizeWindow(launched, 1280, 800)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await panel.getByRole('checkbox', { name: 'Draft' }).check()
  const shows = async (format: RegExp, name: RegExp): Promise<void> => {
    await panel.getByRole('radio', { name: format }).check()
    await expect(exporting.fileName).toContainText(name)
  }
  await shows(/^NITF/, /-DRAFT\.nitf\.xml/)
  await shows(/^ninjs/, /-DRAFT\.json/)
  await panel.getByRole('radio', { name: '2.1' }).check()
  await expect(exporting.text).toContainText('"versioncreated"')
  await shows(/^Plain text/, /-DRAFT\.txt/)
  await panel.getByRole('combobox', { name: 'Characters per line' }).selectOption('60')
  await panel.getByRole('checkbox', { name: 'Slug line' }).check()
  await expect(exporting.text).toContainText('v1  2026-10-30')
  await shows(/^PDF/, /-DRAFT\.pdf/)
  await expect(panel.frameLocator('iframe').getByText('officials said')).toBeVisible()
  const path = join(newsroom.scratch, 'talks-DRAFT.pdf')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await panel.getByRole('button', { name: 'Save as…' }).click()
  await expect(panel.getByRole('status')).toContainText('talks-DRAFT.pdf')
  expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-')
  const words = join(newsroom.scratch, 'talks-DRAFT.txt')
  await shows(/^Plain text/, /-DRAFT\.txt/)
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    },
    join(newsroom.scratch, 'talks.txt'),
  )
  await panel.getByRole('button', { name: 'Save as…' }).click()
  await expect(panel.getByRole('status')).toContainText('talks-DRAFT.txt')
  await panel.getByRole('button', { name: 'Close', exact: true }).last().click()
  await page.getByRole('tab', { name: 'History' }).click()
  const again = join(newsroom.scratch, 'again-DRAFT.txt')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, again)
  await page.getByRole('button', { name: 'Export again…' }).first().click()
  await expect(
    page.getByRole('region', { name: 'Notices' }).getByText('The file is identical to the earlier one.'),
  ).toBeVisible({})
  expect((await readFile(again)).equals(await readFile(words))).toBe(true)
})

test('a profile is saved by keyboard, names the previewed file, exports into its folder with the gate’s verdict, and is renamed and deleted', async () => {
  const launched = await theWindow()
  const { app, newsroom, page } = launched
  const out = join(newsroom.scratch, 'wire-out')
  await mkdir(out)
  await openStory(launched, 'Talks in Ulsan end', {
    name: 'talks.md',
    text: '# Talks in Ulsan end\n\nThe talks lasted about 100 minutes, officials said.\n',
  })
  await app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
  }, out)
  await page.keyboard.press('ControlOrMeta+e')
  const exporting = new ExportPanel(page)
  const { panel } = exporting
  await panel.getByRole('radio', { name: /^Plain text/ }).check()
  await panel.getByRole('combobox', { name: 'Characters per line' }).selectOption('60')
  const profile = panel.getByRole('region', { name: 'Export profile' })
  await profile.getByRole('button', { name: 'Save as profile…' }).press('Enter')
  await expect(profile.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused()
  await page.keyboard.type('Wire')
  await profile.getByRole('textbox', { name: 'File name' }).fill('../{headline}')
  await page.keyboard.press('Enter')
  await expect(profile.getByText('leads to another folder')).toBeVisible()
  await profile.getByRole('textbox', { name: 'File name' }).fill('{date}-{headline}')
  await page.keyboard.press('Enter')
  await expect(profile.getByRole('combobox', { name: 'Profile' })).toHaveValue('Wire')
  await expect(exporting.fileName).toContainText('2026-10-30-talks-in-ulsan-end.txt')
  await expect(panel.getByText(/Checks: .*issue/)).toBeVisible()
  await expect(panel.getByText('Leak scan: no protected name')).toBeVisible()
  await panel.getByRole('checkbox', { name: 'Draft' }).check()
  await expect(panel.getByRole('button', { name: 'Export with “Wire”' })).toBeHidden()
  await profile.getByRole('button', { name: 'Change profile…' }).press('Enter')
  await profile.getByRole('textbox', { name: 'Name', exact: true }).fill('Draft wire')
  await page.keyboard.press('Enter')
  const exports = panel.getByRole('button', { name: 'Export with “Draft wire”' })
  // It is off until the preview is there, and takes no key then.
  await expect(exports).toBeEnabled()
  await exports.press('Enter')
  await expect(panel.getByRole('status')).toContainText('2026-10-30-talks-in-ulsan-end-DRAFT.txt')
  expect(await readdir(out)).toEqual(['2026-10-30-talks-in-ulsan-end-DRAFT.txt'])
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false })
  })
  await expect(exports).toBeEnabled()
  await exports.press('Enter')
  await expect(panel.getByRole('status')).toHaveText('')
  expect(await newsroom.json(['profiles'])).toEqual([
    {
      name: 'Draft wire',
      format: 'text',
      choices: { lineLength: 60 },
      draft: true,
      folder: out,
      pattern: '{date}-{headline}',
    },
  ])
  await profile.getByRole('button', { name: 'Delete…' }).press('Enter')
  await profile.getByRole('button', { name: 'Delete “Draft wire”' }).press('Enter')
  await expect(profile.getByRole('combobox', { name: 'Profile' })).toHaveText('None saved yet')
  expect(await newsroom.json(['profiles'])).toEqual([])
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
})

test('comments and tracked changes leave in a Word document when chosen, and its import says what comes along', async () => {
  const launched = await theWindow()
  const { app, newsroom, page, stet } = launched
  const story = await openStory(launched, 'Talks in Mokpo end', {
    name: 'talks.md',
    text: '# Talks in Mokpo end\n\nThe talks lasted about 100 minutes, officials said.\n',
  })
  await newsroom.json(['comment', story, '--text', 'Who counted?', '--on', 'about 100 minutes'])
  await newsroom.json(['suggest', story, '--replace', '100 minutes', '--with', '110 minutes'])
  await expect(stet.sheet.inserted).toHaveText(/1/)
  await page.keyboard.press('ControlOrMeta+e')
  const exporting = new ExportPanel(page)
  const { panel } = exporting
  await panel.getByRole('checkbox', { name: 'Draft' }).check()
  await panel.getByRole('radio', { name: /^Word/ }).check()
  await panel.getByRole('checkbox', { name: 'With comments' }).check()
  await panel.getByRole('checkbox', { name: 'With suggestions' }).check()
  const path = join(newsroom.scratch, 'talks-DRAFT.docx')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
  await panel.getByRole('button', { name: 'Save as…' }).click()
  await expect(panel.getByRole('status')).toContainText('talks-DRAFT.docx')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+o')
  await page.getByRole('button', { name: 'Choose files…' }).click()
  await expect(page.getByText('With 1 comment and 1 tracked change as a suggestion')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
