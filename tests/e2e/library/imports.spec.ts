import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, oneWindow, test, type Newsroom } from '../fixtures'
import { ImportPanel } from '../pages/importPanel'
import { LibraryPane } from '../pages/libraryPane'

/** A drop as the browser makes it: files held by the page, let go over an element. */
async function drop(
  page: Page,
  selector: string,
  files: readonly { readonly name: string; readonly type: string; readonly text: string }[],
): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer()
    for (const { name, type, text } of given) data.items.add(new File([text], name, { type }))
    return data
  }, files)
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent(selector, type, { dataTransfer: transfer })
}

const NITF =
  '<?xml version="1.0"?><nitf><head/><body><body.head><hedline><hl1>Cranes stand still</hl1></hedline></body.head><body.content><p>Fourteen vessels were waiting.</p><media media-type="image"><media-reference source="a.jpg"/></media></body.content></body></nitf>'
const TWO = JSON.stringify([
  { uri: 'a', headline: 'First of two', body_html: '<p>One.</p>' },
  { uri: 'b', headline: 'Second of two', body_html: '<p>Two.</p>' },
])

const theWindow = oneWindow({ user: 'Reporter' })

const headlines = async (newsroom: Newsroom): Promise<readonly string[]> =>
  (await newsroom.json<readonly { headline: string }[]>(['list'])).map(({ headline }) => headline)

test('files dropped on the window are imported through the panel, which lists losses and a wrong file name ending', async () => {
  const { app, newsroom, page } = await theWindow()
  const before = await headlines(newsroom)
  await page.getByRole('button', { name: 'New story', exact: true }).waitFor()
  await drop(page, '[data-pane=library]', [
    { name: 'feed.txt', type: 'text/plain', text: NITF },
    { name: 'two.json', type: 'application/json', text: TWO },
    { name: 'broken.xml', type: 'text/xml', text: '<nitf><body>' },
  ])
  const imports = new ImportPanel(app, page)
  await expect(imports.panel).toBeVisible()
  await expect(imports.arrivals).toHaveCount(3)
  const feed = imports.arrivals.filter({ hasText: 'Cranes stand still' })
  await expect(feed).toContainText('feed.txt has the extension .txt (plain text), but it is NITF and was read as that.')
  await expect(feed.getByRole('list', { name: 'What feed.txt would lose' })).toContainText('Not kept: pictures (1')
  await expect(imports.arrivals.filter({ hasText: 'First of two' })).toContainText('and 1 more')
  await expect(imports.problemOf('broken.xml')).toContainText('it is not well-formed XML')
  // Enter imports what was dropped, as it does what was chosen.
  await expect(page.getByRole('button', { name: 'Import 3 stories' })).toBeFocused()
  await page.getByRole('button', { name: 'Import 3 stories' }).click()
  await expect
    .poll(async () => (await headlines(newsroom)).filter((headline) => !before.includes(headline)))
    .toEqual(['Cranes stand still', 'First of two', 'Second of two'])
  await expect(imports.panel).toHaveCount(0)
})

test('many files are read one by one, with a number, and can be stopped', async () => {
  const { app, page } = await theWindow()
  await page.getByRole('button', { name: 'New story', exact: true }).waitFor()
  await drop(
    page,
    '[data-pane=library]',
    Array.from({ length: 400 }, (_, at) => ({
      name: `graf${at}.md`,
      type: 'text/markdown',
      text: `# Story ${at}\n\n${`One graf with *stars* and [links](https://example.org/${at}).\n\n`.repeat(40)}`,
    })),
  )
  const imports = new ImportPanel(app, page)
  await expect(imports.panel.getByRole('status').filter({ hasText: 'of 400' })).toBeVisible()
  await imports.panel.getByRole('button', { name: 'Stop' }).click()
  await expect(imports.arrivals.filter({ hasText: 'you stopped reading it' }).first()).toBeVisible()
  await expect(imports.panel.getByRole('button', { name: 'Stop' })).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(imports.panel).toHaveCount(0)
})

test('a folder is chosen without dragging: its files and those below come in, hidden ones do not', async () => {
  const { app, newsroom, page } = await theWindow()
  const before = (await headlines(newsroom)).length
  const folder = join(newsroom.scratch, 'wires')
  await mkdir(join(folder, 'late'), { recursive: true })
  await writeFile(join(folder, 'a.txt'), 'Ferry talks resume today\n\nThey met again.\n')
  await writeFile(join(folder, 'late', 'b.md'), '# Kelp farms spread\n\nGrowers sold more.\n')
  await writeFile(join(folder, '.hidden.txt'), 'Not this\n')
  const importing = new ImportPanel(app, page)
  await importing.open()
  const asked = page.waitForEvent('filechooser')
  await importing.panel.getByRole('button', { name: 'Choose a folder…' }).press('Enter')
  await (await asked).setFiles(folder)
  await expect(importing.arrivals).toHaveCount(2)
  await expect(importing.arrivals.first()).toContainText('wires/a.txt')
  await importing.importAll()
  await expect(importing.panel).toHaveCount(0)
  for (const headline of ['Ferry talks resume today', 'Kelp farms spread'])
    await expect(new LibraryPane(page).row(headline)).toHaveCount(1)
  expect(await headlines(newsroom)).toHaveLength(before + 2)
})

test('the command line takes a folder, and one unreadable file stops no other', async ({ newsroom }) => {
  const folder = join(newsroom.scratch, 'feed', 'inner')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'a.xml'), NITF)
  await writeFile(join(newsroom.scratch, 'feed', 'b.json'), TWO)
  await writeFile(join(newsroom.scratch, 'feed', 'c.docx'), 'no archive')
  await writeFile(join(newsroom.scratch, 'feed', '.hidden'), 'x')
  const { code, stdout, stderr } = await newsroom.stetProcess(['import', join(newsroom.scratch, 'feed'), '--json'])
  expect({
    code,
    headlines: (JSON.parse(stdout) as { stories: readonly { headline: string }[] }).stories.map(
      ({ headline }) => headline,
    ),
    stderr: stderr.includes('c.docx'),
  }).toEqual({
    code: 0,
    headlines: ['First of two', 'Second of two', 'no archive', 'Cranes stand still'],
    stderr: false,
  })
})

test('Enter imports the chosen files; a panel that is closed half-way reports how many came in', async () => {
  const { app, newsroom, page, stet } = await theWindow()
  const before = (await headlines(newsroom)).length
  const file = join(newsroom.scratch, 'ferry.txt')
  await writeFile(file, 'Ferry talks resume\n\nThey met again.\n')
  const importing = new ImportPanel(app, page)
  await importing.open()
  await importing.choose(file)
  await expect(importing.panel.getByRole('button', { name: 'Import story' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(importing.panel).toHaveCount(0)
  await expect(stet.part('headline')).toHaveText('Ferry talks resume')

  await importing.open()
  await drop(
    page,
    '.drop-zone',
    Array.from({ length: 60 }, (_, at) => ({
      name: `graf${at}.md`,
      type: 'text/markdown',
      text: `# Story ${at}\n\n${'One graf with *stars*.\n\n'.repeat(60)}`,
    })),
  )
  await expect(importing.panel.getByRole('button', { name: 'Import 60 stories' })).toBeEnabled()
  await importing.importAll()
  await expect(importing.panel.getByRole('status').filter({ hasText: 'of 60' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(importing.panel).toHaveCount(0)
  const notice = page.getByRole('region', { name: 'Notices' })
  await expect(notice).toContainText(
    /^\d+ of 60 files were imported before the panel was closed\. The others were not imported\./,
  )
  // Closing the panel keeps the open story.
  await expect(stet.part('headline')).toHaveText('Ferry talks resume')
  const done = Number((await notice.textContent())?.split(' ')[0])
  expect(await headlines(newsroom)).toHaveLength(before + done + 1)
})

test('a file that is imported again is not ticked: the story of the library is named and shown, and the person chooses', async () => {
  const { app, newsroom, page } = await theWindow()
  const path = join(newsroom.scratch, 'again.md')
  await writeFile(path, '# Ferries stay in port\n\nNine crossings were cancelled.\n')
  const imports = new ImportPanel(app, page)
  await imports.open()
  await imports.choose(path)
  await imports.importAll()
  await expect(imports.panel).toHaveCount(0)
  const count = async () => (await headlines(newsroom)).filter((one) => one === 'Ferries stay in port').length
  await expect.poll(count).toBe(1)

  await imports.open()
  await imports.choose(path)
  const file = imports.arrivals.filter({ hasText: 'Ferries stay in port' })
  await expect(file).toContainText('Already in the library: “Ferries stay in port” (Draft).')
  const tick = file.getByRole('checkbox')
  await expect(tick).not.toBeChecked()
  await expect(imports.panel.getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
  await tick.check()
  await imports.importAll()
  await expect.poll(count).toBe(2)
})
