/**
 * Files as evidence: attached by dialog, drop and paste; shown beside the copy at their locator; bad files in clear
 * words.
 */
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { pdfFrom, wavFrom } from '../../builders/files/pdfFrom'
import { expect, oneWindow, test } from '../fixtures'
import { openStory } from '../openStory'
import { EvidenceForm } from '../pages/evidenceForm'
import { EvidenceViewer } from '../pages/evidenceViewer'
import { SourcesPanel } from '../pages/sourcesPanel'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const PAGE =
  '<!doctype html><title>Saved page</title><script>globalThis.hit = 1</script><img src="https://example.org/x.png" onerror="globalThis.hit=1"><p onclick="globalThis.hit=1">It ran 100 minutes.</p><iframe src="https://example.org"></iframe>'

const theWindow = oneWindow({ user: 'Reporter' }, async (newsroom) => {
  await newsroom.json(['roster', 'add', 'Reporter'])
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'])
  // Who added a source does not take its protection away alone.
  await newsroom.json(['roster', 'add', 'Checker', '--role', 'checker'], 'Editor')
  await newsroom.json(['source', 'add', '--name', 'Pool report 3', '--kind', 'pool'])
})
let stories = 0

/** The window, with a story of its own and one fact. */
async function begin() {
  const window = await theWindow()
  const { newsroom, page, stet } = window
  if (stories > 0) await page.getByRole('tab', { name: 'Write' }).click()
  const headline = `Leaders hold talks ${++stories}`
  const text = `${headline}\n\nThe meeting lasted about 100 minutes.`
  const id = await openStory(window, headline, { name: 'a.txt', text })
  await newsroom.act('fact.tag', { story: id, text: '100 minutes', type: 'figure' })
  await stet.press('Control+1')
  await expect(stet.fact('100 minutes')).toBeVisible()
  return window
}

/** Attaches a file by the dialog's field, and opens it beside the copy. */
async function attach(
  page: Page,
  facts: Locator,
  locator: string,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<Locator> {
  await page.keyboard.press('Control+Shift+a')
  const form = page.getByRole('dialog', { name: 'Add evidence' })
  const source = form.getByRole('combobox', { name: 'Source' })
  if ((await source.inputValue()) === '') {
    await source.fill('Pool')
    await source.press('Enter')
  }
  await form.getByLabel('Evidence file').setInputFiles(file)
  await expect(form.getByText('Remove')).toBeVisible()
  await new EvidenceForm(form).locator.fill(locator)
  await form.getByRole('button', { name: 'Attach' }).click()
  await expect(form).toBeHidden()
  await facts
    .getByRole('button', { name: `Open ${file.name}` })
    .last()
    .click()
  const viewer = page.getByRole('region', { name: 'Evidence' })
  await expect(viewer).toContainText(file.name)
  return viewer
}

test('text, a saved page, a PDF, a picture and a recording open beside the copy at their locator', async () => {
  const { page, stet } = await begin()
  await stet.fact('100 minutes').getByRole('button').first().click()
  const shots = join('test-results', 'evidence')
  await mkdir(shots, { recursive: true })

  const text = await attach(page, stet.facts, '¶ 2', {
    name: 'notes.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('They arrived at 11:01.\n\nThe meeting lasted 100 minutes.\n\nThey left.'),
  })
  await expect(new EvidenceViewer(text).here).toHaveText('The meeting lasted 100 minutes.')
  // The find field begins with the words of the fact.
  await expect(text.getByRole('searchbox')).toHaveValue('100 minutes')
  await expect(new EvidenceViewer(text).count).toHaveText('1 of 1')
  await text.getByRole('searchbox').fill('arriv')
  await expect(new EvidenceViewer(text).count).toHaveText('1 of 1')
  await text.getByRole('searchbox').fill('departed')
  await expect(new EvidenceViewer(text).count).toHaveText('Not found')

  const saved = await attach(page, stet.facts, 'https://example.org/page, 30 Oct', {
    name: 'page.html',
    mimeType: 'text/html',
    buffer: Buffer.from(PAGE),
  })
  await expect(saved.getByRole('list', { name: 'Text of the file' })).toContainText('It ran 100 minutes.')
  expect(await page.evaluate(() => 'hit' in globalThis)).toBe(false)
  expect(await new EvidenceViewer(saved).active.count()).toBe(0)

  const mail = await attach(page, stet.facts, '¶ 3', {
    name: 'mail.eml',
    mimeType: 'message/rfc822',
    buffer: Buffer.from(
      `From: Pool <pool@example.org>\r\nSubject: Talks\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${PAGE}`,
    ),
  })
  await expect(new EvidenceViewer(mail).here).toHaveText('Saved page')
  await expect(mail.getByRole('list', { name: 'Text of the file' })).toContainText('From: Pool <pool@example.org>')
  expect(await page.evaluate(() => 'hit' in globalThis)).toBe(false)
  expect(await new EvidenceViewer(mail).active.count()).toBe(0)

  const pdf = await attach(page, stet.facts, 'p. 3', {
    name: 'communiqué.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(pdfFrom(['Agenda', 'Delegations', 'The talks lasted 100 minutes', 'End'])),
  })
  await expect(pdf.getByRole('img', { name: 'Page 3' })).toBeVisible()
  await expect(new EvidenceViewer(pdf).pageText).toHaveText('The talks lasted 100 minutes')
  await pdf.getByRole('searchbox').fill('delegations')
  await expect(new EvidenceViewer(pdf).count).toHaveText('1 of 1')
  await pdf.getByRole('searchbox').press('Enter')
  await expect(pdf.getByRole('img', { name: 'Page 2' })).toBeVisible()
  await pdf.getByRole('button', { name: 'Zoom in' }).click()
  await expect(pdf.getByRole('button', { name: 'Fit width' })).toHaveAttribute('aria-pressed', 'false')
  await pdf.getByRole('group', { name: 'Page 2 of 4' }).press('0')
  await expect(pdf.getByRole('button', { name: 'Fit width' })).toHaveAttribute('aria-pressed', 'true')
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await page.screenshot({ path: join(shots, `pdf-${theme}.png`) })
  }

  const picture = await attach(page, stet.facts, 'whole picture', {
    name: 'photo.jpg',
    mimeType: 'image/jpeg',
    buffer: PIXEL,
  })
  await expect(picture.getByRole('img', { name: 'photo.jpg' })).toBeVisible()

  const sound = await attach(page, stet.facts, '0:03', {
    name: 'voice.wav',
    mimeType: 'audio/wav',
    buffer: Buffer.from(wavFrom(6)),
  })
  await expect(sound.getByLabel('Time')).toHaveText('0:03')
  await expect(sound.getByRole('button', { name: 'Jump to 0:03' })).toBeVisible()
  const lines = await attach(page, stet.facts, '00:02', {
    name: 'voice.srt',
    mimeType: 'text/plain',
    buffer: Buffer.from(
      '1\n00:00:01,000 --> 00:00:02,000\nThey met.\n\n2\n00:00:02,000 --> 00:00:05,000\nIt ran 100 minutes.\n',
    ),
  })
  // The recording of the same source stands over its transcript, and a time plays it.
  await expect(new EvidenceViewer(lines).here).toContainText('It ran 100 minutes.')
  await lines.getByRole('button', { name: /^Play from 0?0:0?0:02/ }).click()
  await expect(lines.getByLabel('Time')).toHaveText(/^0:0[2-6]$/)
  await page.keyboard.press('Escape')
  await expect(stet.library).toBeVisible()
  await page.keyboard.press('Control+r')
  const tabs = page.getByRole('tablist', { name: 'Evidence of this fact' }).getByRole('tab')
  await expect(tabs).toHaveText([/¶ 2$/, /30 Oct$/, /¶ 3$/, /p\. 3$/, /whole picture$/, /0:03$/, /00:02$/])
  // Arrow keys go from one piece of evidence to the next.
  await tabs.first().press('End')
  await expect(page.getByRole('figure', { name: 'Evidence file voice.srt' })).toBeVisible()
  await tabs.last().press('ArrowRight')
  await expect(page.getByRole('figure', { name: 'Evidence file notes.txt' })).toBeVisible()
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await page.screenshot({ path: join(shots, `review-${theme}.png`) })
  }
})

test('a dropped and a pasted file are captured, a stopped one leaves nothing, bad ones are refused by name', async () => {
  const { newsroom, page, stet } = await begin()
  const inLibrary = async (): Promise<number> =>
    (await readdir(join(newsroom.library, 'evidence')).catch(() => [])).length
  const before = await inLibrary()
  await stet.fact('100 minutes').getByRole('button').first().click()
  await page.keyboard.press('Control+Shift+a')
  const form = page.getByRole('dialog', { name: 'Add evidence' })
  const field = form.getByRole('group', { name: 'File' })
  const give = (kind: 'drop' | 'paste', name: string, text: string): Promise<void> =>
    field.evaluate(
      (element, given) => {
        const data = new DataTransfer()
        data.items.add(new File([given.text], given.name))
        element.dispatchEvent(
          given.kind === 'drop'
            ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
            : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        )
      },
      { kind, name, text },
    )

  await give('drop', 'empty.txt', '')
  await expect(field.getByRole('alert')).toHaveText('“empty.txt” is empty (0 bytes). Nothing was copied.')
  await give('drop', '../../etc/مقابلة 📷.txt', 'dropped')
  await expect(new EvidenceForm(field).fileName).toHaveText('مقابلة 📷.txt')
  await field.getByRole('button', { name: 'Remove' }).click()
  await give('paste', 'pasted.txt', 'pasted')
  await expect(new EvidenceForm(field).fileName).toHaveText('pasted.txt')
  await field.getByRole('button', { name: 'Remove' }).click()
  // A screenshot is pasted while the keyboard is in a text field.
  await new EvidenceForm(form).locator.evaluate((element) => {
    const data = new DataTransfer()
    data.items.add(new File(['picture'], 'image.png', { type: 'image/png' }))
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(new EvidenceForm(field).fileName).toHaveText('image.png')
  await field.getByRole('button', { name: 'Remove' }).click()
  const kept = await inLibrary()
  expect(kept - before).toBe(3)

  // A long film that is stopped half-way leaves nothing.
  await field.evaluate((element) => {
    const data = new DataTransfer()
    const part = new Uint8Array(16 * 1024 * 1024)
    data.items.add(
      new File(
        Array.from({ length: 24 }, () => part),
        'film.mp4',
      ),
    )
    element.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
  })
  await expect(field.getByRole('progressbar')).toBeVisible()
  await field.getByRole('button', { name: 'Stop' }).click()
  await expect(field.getByRole('alert')).toHaveText('Stopped. The file was not copied.')
  await expect.poll(inLibrary).toBe(kept)
  await page.keyboard.press('Escape')

  const encrypted = await attach(page, stet.facts, 'p. 1', {
    name: 'secret.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(pdfFrom(['Hidden'], { encrypted: true })),
  })
  await expect(encrypted.getByRole('alert')).toContainText('This PDF is encrypted and needs a password.')
  const damaged = await attach(page, stet.facts, 'p. 1', {
    name: 'broken.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\nnothing that follows is a PDF'),
  })
  await expect(damaged.getByRole('alert')).toContainText('This PDF is damaged and cannot be shown.')
  const long = await attach(page, stet.facts, 'p. 500', {
    name: 'long.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(pdfFrom(Array.from({ length: 500 }, (_, index) => `This is page number ${index + 1}`))),
  })
  await expect(long.getByRole('img', { name: 'Page 500' })).toBeVisible()
  await long.getByRole('searchbox').fill('page number 499')
  await expect(new EvidenceViewer(long).count).toHaveText('1 of 1')
  await page.keyboard.press('Escape')
  await expect(stet.library).toBeVisible()
})

test('a protected source reads Source A in the window until its identity is shown, and can be destroyed', async () => {
  const { newsroom, page } = await begin()
  await newsroom.json(
    [
      'source',
      'add',
      '--name',
      'Olena Kovalchuk',
      '--kind',
      'person',
      '--ground-rules',
      'background',
      '--description',
      'an aide',
      '--protected',
    ],
    'Checker',
  )
  await page.keyboard.press('Control+4')
  const sources = page.getByRole('region', { name: 'Sources' })
  const item = new SourcesPanel(page).source('Describe as')
  await expect(item).toContainText('Describe as “an aide”')
  await expect(sources).not.toContainText('Kovalchuk')
  await item.getByRole('button', { name: 'Show the identity of Source A' }).click()
  await expect(sources).toContainText('Olena Kovalchuk')
  await item.getByRole('button', { name: 'Hide the identity of Source A' }).click()
  await item.getByText('In all stories, merge…').click()
  await expect(item).toContainText('No fact in any story is based on it')
  await page.screenshot({ path: join('test-results', 'evidence', 'sources.png') })
  await item.getByRole('button', { name: 'Destroy the identity…' }).click()
  const form = page.getByRole('dialog', { name: 'Destroy the identity of Source A' })
  await form.getByRole('textbox').fill('Court order')
  await form.getByRole('button', { name: 'Destroy' }).click()
  await expect(sources).toContainText('Identity destroyed by Reporter')
})

test('an alert is made in the window and cleared by another person in one move', async () => {
  const { newsroom, page } = await theWindow()
  await page.keyboard.press('Control+Alt+a')
  const form = page.getByRole('dialog', { name: 'New alert' })
  await form.getByLabel('Headline').fill('Leaders reach a deal')
  await form.getByLabel('Slug').fill('deal')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Story' })).toContainText('Leaders reach a deal')
  const made = await newsroom.json<{ id: string; headline: string }[]>(['list'])
  const story = made.find(({ headline }) => headline === 'Leaders reach a deal')
  expect(await newsroom.json(['move', story?.id ?? '', 'cleared', '--as', 'Editor'])).toMatchObject({
    stage: 'cleared',
  })
})
