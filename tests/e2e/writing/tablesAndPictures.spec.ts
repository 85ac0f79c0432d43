import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, oneWindow, test, type Newsroom } from '../fixtures'
import { jpegWithMetadata, pngOf } from '../../builders/files/pictures'
import { StetWindow } from '../pages/stetWindow'
import type { Sheet } from '../pages/sheet'

const theWindow = oneWindow({ user: 'Reporter' })

const sheetOf = (page: Page): Sheet => new StetWindow(page).sheet

/** The file dialog of the app answers with these paths. */
async function choose(app: ElectronApplication, ...paths: readonly string[]): Promise<void> {
  await app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
    },
    [...paths],
  )
}

async function idOf(newsroom: Newsroom, headline: string): Promise<string> {
  const stories = await newsroom.json<{ id: string; headline: string }[]>(['list'])
  return stories.find((story) => story.headline === headline)?.id ?? ''
}

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search stories, or type a command').fill(words)
  await page
    .getByRole('option', { name: new RegExp(words) })
    .first()
    .click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('a table is made, filled and changed by keyboard, keeps tags in its cells, and leaves as a table', async () => {
  const { newsroom, page, stet } = await theWindow()
  await stet.newStory()
  await stet.type('headline', 'Ships wait')
  await stet.type('body', 'Harbours in figures.')
  await stet.press('Enter')
  await stet.press('Control+Shift+L')
  const form = page.getByRole('form', { name: 'Insert table' })
  await form.getByLabel('Rows').fill('2')
  await form.getByLabel('Columns').fill('2')
  await stet.press('Enter')
  await expect(form).toBeHidden()
  await expect(stet.story).toBeFocused()
  for (const words of ['Port', 'Ships', 'Busan', '40']) {
    await page.keyboard.type(words)
    if (words !== '40') await stet.press('Tab')
  }
  await stet.press('Tab')
  await page.keyboard.type('Mokpo')
  await expect(sheetOf(page).cells).toHaveText(['Port', 'Ships', 'Busan', '40', 'Mokpo', ''])
  await command(page, 'Table: column after')
  await expect(sheetOf(page).cells).toHaveCount(9)
  await stet.undo()
  await expect(sheetOf(page).cells).toHaveCount(6)
  await stet.select('40')
  await stet.tagAs('f')
  await expect(stet.fact('40')).toContainText('table row 2')
  await stet.settled()
  const id = await idOf(newsroom, 'Ships wait')
  const shown = await newsroom.json<{
    blocks: { role: string; text: string; cell?: unknown }[]
    facts: { text: string }[]
  }>(['show', id])
  expect(shown.blocks.filter(({ role }) => role === 'cell').map(({ text, cell }) => [text, cell])).toEqual([
    ['Port', { row: 0, column: 0, header: true }],
    ['Ships', { row: 0, column: 1, header: true }],
    ['Busan', { row: 1, column: 0 }],
    ['40', { row: 1, column: 1 }],
    ['Mokpo', { row: 2, column: 0 }],
    ['', { row: 2, column: 1 }],
  ])
  expect(shown.facts.map(({ text }) => text)).toEqual(['40'])
})

test('a picture from the dialog blocks clearing until it is described, and is exported without camera metadata', async () => {
  const { newsroom, app, page, stet } = await theWindow()
  const path = join(newsroom.scratch, 'hall.jpg')
  await writeFile(path, jpegWithMetadata())
  await stet.newStory()
  await stet.type('headline', 'Talks end')
  await stet.type('body', 'They met TK.')
  await choose(app, path)
  await stet.press('Control+Shift+P')
  const panel = page.getByRole('dialog', { name: 'Picture' })
  await expect(panel).toBeVisible()
  await expect(sheetOf(page).picture).toHaveJSProperty('complete', true)
  await expect(sheetOf(page).picture).toHaveJSProperty('naturalWidth', 16)
  await stet.press('Escape')
  await stet.settled()
  const id = await idOf(newsroom, 'Talks end')
  const rules = async (): Promise<string[]> =>
    (await newsroom.json<{ blocks: { rule: string }[] }>(['gate', id, '--door', 'clear'])).blocks.map(
      ({ rule }) => rule,
    )
  expect((await rules()).filter((rule) => rule.startsWith('picture'))).toEqual(['pictureCredit', 'pictureRights'])
  await stet.press('Control+Home')
  await sheetOf(page).pictureFrame.dblclick()
  await expect(panel).toBeVisible()
  await panel.getByLabel('Credit').fill('Ida TK / Desk')
  await panel.getByLabel('Rights').fill('one use')
  await panel.getByLabel('Alternative text').fill('A hall')
  await panel.getByLabel('Capture date').fill('yesterday')
  await panel.getByRole('button', { name: 'Save' }).click()
  await expect(panel).toContainText('Write a date as')
  await panel.getByLabel('Capture date').fill('2026-10-30')
  await panel.getByRole('button', { name: 'Save' }).click()
  await expect(panel).toBeHidden()
  await expect(sheetOf(page).figure).toContainText('Ida TK / Desk')
  await stet.settled()
  expect((await rules()).filter((rule) => rule.startsWith('picture') || rule === 'openTk')).toEqual([
    'openTk',
    'openTk',
  ])
  const { code } = await newsroom.stet(['picture', id, '--credit', 'Ida / Desk', '--json'])
  expect(code).toBe(0)
  await expect(sheetOf(page).figure).toContainText('Ida / Desk')
  await sheetOf(page).cutline.click()
  await page.keyboard.type('The hall at noon.')
  await stet.settled()
  const out = join(newsroom.scratch, 'talks-DRAFT.html')
  await newsroom.json(['export', id, '--format', 'html', '--draft', '--out', out])
  const html = await readFile(out, 'utf8')
  expect(html).toMatch(
    /<figure><img src="data:image\/jpeg;base64,[^"]+" alt="A hall" width="16" height="8"><figcaption>The hall at noon\. <span class="credit">\(Ida \/ Desk\)<\/span><\/figcaption><\/figure>/,
  )
  const bytes = Buffer.from(/base64,([^"]+)/.exec(html)?.[1] ?? '', 'base64').toString('latin1')
  expect(['GPS-SECRET', 'XMP-SECRET', 'COMMENT-SECRET'].filter((secret) => bytes.includes(secret))).toEqual([])
})

test('a picture can be pasted and dropped; other files are refused before copying, and one of too many pixels is not shown', async () => {
  const { page, stet } = await theWindow()
  await stet.newStory()
  await stet.type('body', 'One. Two.')
  const give = (kind: 'paste' | 'drop', name: string, bytes: Uint8Array, type = 'image/png'): Promise<void> =>
    stet.story.evaluate(
      (element, given) => {
        const data = new DataTransfer()
        data.items.add(new File([new Uint8Array(given.bytes)], given.name, { type: given.type }))
        const last = element.lastElementChild?.getBoundingClientRect()
        const event =
          given.kind === 'paste'
            ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
            : new DragEvent('drop', {
                dataTransfer: data,
                bubbles: true,
                cancelable: true,
                clientX: (last?.left ?? 0) + 2,
                clientY: (last?.top ?? 0) + 8,
              })
        element.dispatchEvent(event)
      },
      { kind, name, bytes: [...bytes], type },
    )
  const panel = page.getByRole('dialog', { name: 'Picture' })
  await give('paste', 'a.png', pngOf(3, 2))
  await expect(panel).toContainText('3 × 2 pixels, PNG')
  await stet.press('Escape')
  await give('drop', 'b.png', pngOf(4, 2))
  await expect(panel).toContainText('4 × 2 pixels, PNG')
  await stet.press('Escape')
  await expect(sheetOf(page).figure).toHaveCount(2)
  await give('paste', 'c.png', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))
  await expect(page.getByRole('alert').filter({ hasText: 'not a JPEG, PNG, WebP or GIF' })).toBeVisible()
  await give('paste', 'bomb.png', pngOf(60_000, 60_000))
  await expect(page.getByRole('alert').filter({ hasText: 'too many to show safely' })).toBeVisible()
  await expect(sheetOf(page).figure).toHaveCount(2)
  await stet.settled()
})

test('a picture is replaced from its menu, keeps what is said about it, and one undo brings it back with its verdict', async () => {
  const { newsroom, app, page, stet } = await theWindow()
  const [first, second] = [join(newsroom.scratch, 'first.png'), join(newsroom.scratch, 'second.png')]
  await writeFile(first, pngOf(30, 20))
  await writeFile(second, pngOf(50, 40))
  await stet.newStory()
  await stet.type('headline', 'Another picture')
  await stet.type('body', 'They met.')
  await stet.settled()
  const id = await idOf(newsroom, 'Another picture')
  const words = ['--cutline', 'Forty ships wait.', '--credit', 'Ida', '--rights', 'one use', '--alt', 'Ships']
  await newsroom.json(['picture', id, '--file', first, ...words])
  await stet.select('Forty ships wait')
  await stet.tagAs('f')
  await stet.settled()
  const shown = async () => {
    const { blocks, facts } = await newsroom.json<{
      blocks: { text: string; picture?: Record<string, unknown> }[]
      facts: { id: string; status: string; reasons: string[] }[]
    }>(['show', id])
    const block = blocks.find(({ picture }) => picture)
    return { text: block?.text, picture: block?.picture, fact: facts[0] }
  }
  const fact = (await shown()).fact?.id ?? ''
  await newsroom.json(['source', 'add', '--name', 'Harbour log', '--kind', 'document'])
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'])
  const evidence = { source: 'Harbour log', locator: 'p. 3', stance: 'supports' } as const
  await newsroom.act('fact.sign', { story: id, fact, status: 'verified', evidence }, 'Editor')
  const verified = await shown()
  expect(verified).toMatchObject({ picture: { width: 30 }, fact: { status: 'verified' } })

  await choose(app, second)
  await sheetOf(page).cutline.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Replace picture…' }).click()
  await expect(sheetOf(page).picture).toHaveJSProperty('naturalWidth', 50)
  await stet.settled()
  const { text, picture, fact: lapsed } = await shown()
  expect(text).toBe('Forty ships wait.')
  expect(picture).toMatchObject({ credit: 'Ida', rights: 'one use', alt: 'Ships', width: 50 })
  expect(lapsed).toMatchObject({ status: 'reCheck', reasons: ['picture'] })
  await stet.undo()
  await expect(sheetOf(page).picture).toHaveJSProperty('naturalWidth', 30)
  await stet.settled()
  expect(await shown()).toEqual(verified)
})
