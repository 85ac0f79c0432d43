import type { ElectronApplication } from '@playwright/test'
import { expect, oneWindow, test, type Launched, type Newsroom } from '../fixtures'

/** A block of the body as the sheet shows it: role, level and list in short ("bullet2"), then its words. */
type Row = readonly [kind: string, text: string]

const rowsOf = ({ stet }: Launched): Promise<readonly Row[]> =>
  stet.part('body').evaluateAll((blocks) =>
    blocks.map((block) => {
      const { role, level, list } = (block as HTMLElement).dataset
      const kind =
        role === 'listItem' ? `${list ?? ''}${level ?? ''}` : `${role ?? ''}${role === 'subhead' ? (level ?? '') : ''}`
      return [kind, (block as HTMLElement).innerText.replace(/\n$/, '')] as const
    }),
  )

const theWindow = oneWindow({ user: 'Reporter' })

interface InBody extends Launched {
  readonly newsroom: Newsroom
  readonly story: string
}

/** A new story in the window, the caret in its body. */
async function inBody(): Promise<InBody> {
  const window = await theWindow()
  const ids = async (): Promise<readonly string[]> =>
    (await window.newsroom.json<readonly { id: string }[]>(['list'])).map(({ id }) => id)
  const before = await ids()
  await window.stet.newStory()
  await window.stet.focusPart('body')
  return { ...window, story: (await ids()).find((id) => !before.includes(id)) ?? '' }
}

interface Shown {
  readonly blocks: readonly { readonly role: string; readonly level?: number; readonly text: string }[]
}
const savedBody = async ({ newsroom, story }: InBody): Promise<readonly string[]> => {
  const { blocks } = await newsroom.json<Shown>(['show', story])
  return blocks
    .filter(({ role }) => role !== 'headline' && role !== 'deck')
    .map(({ role, level, text }) => `${role}${level ?? ''} ${text}`)
}

const clipboardOf = (
  app: ElectronApplication,
): Promise<{ readonly html: string; readonly text: string; readonly formats: readonly string[] }> =>
  app.evaluate(({ clipboard }) => {
    // Playwright types only the part of Electron's clipboard that both processes have.
    const board = clipboard as unknown as { readHTML(): string; readText(): string; availableFormats(): string[] }
    return { html: board.readHTML(), text: board.readText(), formats: board.availableFormats() }
  })

test('subhead, small subhead, quote and paragraph by key; Enter after a subhead goes on with a paragraph', async () => {
  const launched = await inBody()
  const { page, stet } = launched
  await page.keyboard.type('What we know')
  await stet.press('Control+Alt+2')
  await stet.press('Enter')
  await page.keyboard.type('They said it.')
  await stet.press('Control+Shift+b')
  await stet.press('Enter')
  await stet.press('Enter')
  await page.keyboard.type('And went home.')
  await stet.press('Control+Alt+3')
  await expect
    .poll(() => rowsOf(launched))
    .toEqual([
      ['subhead2', 'What we know'],
      ['quote', 'They said it.'],
      ['subhead3', 'And went home.'],
    ])
  await stet.press('Control+Alt+0')
  await expect
    .poll(() => rowsOf(launched))
    .toEqual([
      ['subhead2', 'What we know'],
      ['quote', 'They said it.'],
      ['paragraph', 'And went home.'],
    ])
  await stet.settled()
  expect(await savedBody(launched)).toEqual([
    'subhead2 What we know',
    'quote They said it.',
    'paragraph And went home.',
  ])
})

test('lists: Tab goes in, Shift+Tab out, Enter on, Enter on an empty item and Backspace at its start leave', async () => {
  const launched = await inBody()
  const { page, stet } = launched
  await stet.press('Control+Shift+8')
  await page.keyboard.type('Bread')
  await stet.press('Enter')
  await stet.press('Tab')
  await page.keyboard.type('rye')
  await stet.press('Enter')
  await page.keyboard.type('wheat')
  await stet.press('Shift+Tab')
  await stet.press('Enter')
  await page.keyboard.type('Milk')
  await expect
    .poll(() => rowsOf(launched))
    .toEqual([
      ['bullet1', 'Bread'],
      ['bullet2', 'rye'],
      ['bullet1', 'wheat'],
      ['bullet1', 'Milk'],
    ])
  await stet.press('Home')
  await stet.press('Backspace')
  await expect.poll(async () => (await rowsOf(launched)).at(-1)).toEqual(['paragraph', 'Milk'])
  await stet.press('End')
  await stet.press('Enter')
  await stet.press('Control+Shift+7')
  await page.keyboard.type('first')
  await stet.press('Enter')
  await page.keyboard.type('second')
  await stet.press('Enter')
  await stet.press('Enter')
  await page.keyboard.type('Done.')
  await expect
    .poll(() => rowsOf(launched))
    .toEqual([
      ['bullet1', 'Bread'],
      ['bullet2', 'rye'],
      ['bullet1', 'wheat'],
      ['paragraph', 'Milk'],
      ['ordered1', 'first'],
      ['ordered1', 'second'],
      ['paragraph', 'Done.'],
    ])
  await expect(stet.sheet.item('bullet, level 2')).toHaveText('rye')
  // Outside a list Tab moves the focus.
  await stet.press('Tab')
  await expect(stet.story).not.toBeFocused()
})

test('a key that follows a move of the caret at once acts where the caret is', async () => {
  const launched = await inBody()
  const { page, stet } = launched
  await stet.press('Control+Shift+8')
  await page.keyboard.type('Bread')
  await stet.press('Enter')
  await page.keyboard.type('Milk')
  // Sends Home and Backspace in one task, as on a busy machine: the browser has not announced the first selection yet.
  await stet.story.evaluate((sheet) => {
    const item = [...sheet.querySelectorAll('[data-part="body"]')].at(-1)
    const words = item && document.createTreeWalker(item, NodeFilter.SHOW_TEXT).nextNode()
    if (!words) throw new Error('No item on the sheet')
    getSelection()?.collapse(words, 0)
    sheet.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'Backspace',
        code: 'Backspace',
        keyCode: 8,
        bubbles: true,
        cancelable: true,
      }),
    )
  })
  await expect
    .poll(() => rowsOf(launched))
    .toEqual([
      ['bullet1', 'Bread'],
      ['paragraph', 'Milk'],
    ])
})

test('Shift+Enter breaks the line within the paragraph', async () => {
  const launched = await inBody()
  const { page, stet } = launched
  await page.keyboard.type('Roses are red')
  await stet.press('Shift+Enter')
  await page.keyboard.type('violets are blue')
  await stet.settled()
  expect(await rowsOf(launched)).toEqual([['paragraph', 'Roses are red\nviolets are blue']])
  expect(await savedBody(launched)).toEqual(['paragraph Roses are red\nviolets are blue'])
})

test('keys turn bold and italic on and off, also while somebody types', async () => {
  const { page, stet } = await inBody()
  await page.keyboard.type('plain ')
  await stet.press('Control+b')
  await page.keyboard.type('loud')
  await stet.press('Control+b')
  await page.keyboard.type(' and ')
  await stet.press('Control+i')
  await page.keyboard.type('slanted')
  await stet.press('Control+i')
  await page.keyboard.type('.')
  await expect(stet.sheet.bold).toHaveText('loud')
  await expect(stet.sheet.italic).toHaveText('slanted')
  await stet.select('loud')
  await stet.press('Control+b')
  await expect(stet.sheet.bold).toHaveCount(0)
  await expect(stet.part('body')).toHaveText('plain loud and slanted.')
})

test('a link is set, shown, confirmed by its address before it opens, and removed; other schemes are refused', async () => {
  const { app, page, stet } = await inBody()
  await page.keyboard.type('Read the report today.')
  await stet.select('the report')
  await stet.press('Control+Shift+k')
  const form = page.getByRole('form', { name: 'Link' })
  await form.getByLabel('Address').fill('javascript:alert(1)')
  await form.getByRole('button', { name: 'Set link' }).click()
  await expect(form).toContainText('This address cannot be used')
  await form.getByLabel('Address').fill('https://example.org/report?a=1')
  await page.keyboard.press('Enter')
  const link = stet.story.getByRole('link', { name: 'the report' })
  await expect(link).toHaveAttribute('href', 'https://example.org/report?a=1')
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = ((_window: unknown, options: { detail: string }) => {
      ;(globalThis as unknown as { asked: string }).asked = options.detail
      return Promise.resolve({ response: 1, checkboxChecked: false })
    }) as unknown as typeof dialog.showMessageBox
  })
  await link.click({ modifiers: ['Control'] })
  await expect
    .poll(() => app.evaluate(() => (globalThis as unknown as { asked?: string }).asked))
    .toBe('https://example.org/report?a=1')
  await link.click()
  await stet.press('Control+Shift+k')
  await expect(form.getByLabel('Address')).toHaveValue('https://example.org/report?a=1')
  await form.getByRole('button', { name: 'Remove link' }).click()
  await expect(stet.story.getByRole('link')).toHaveCount(0)
  await expect(stet.part('body')).toHaveText('Read the report today.')
})

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><style>p.MsoNormal{margin:0}</style></head><body lang=EN-US><!--StartFragment-->
<h2 style='mso-outline-level:2'><span style='font-family:Calibri'>The deal<o:p></o:p></span></h2>
<p class=MsoNormal style='margin-bottom:8pt'><b style='mso-bidi-font-weight:normal'>Busan</b> – The two men <i>shook hands</i>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Soybeans<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='text-indent:-.25in;mso-list:l0 level2 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span></span><![endif]>12 million tons<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-.25in;mso-list:l1 level1 lfo2'><![if !supportLists]><span><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span></span><![endif]>Rare earths<o:p></o:p></p>
<!--EndFragment--></body></html>`

test('a paste from a word processor keeps headings, lists, bold and italic, and nothing else of it', async () => {
  const launched = await inBody()
  const { stet } = launched
  await stet.pasteHtml(WORD)
  await stet.settled()
  expect(await rowsOf(launched)).toEqual([
    ['subhead2', 'The deal'],
    ['paragraph', 'Busan – The two men shook hands.'],
    ['bullet1', 'Soybeans'],
    ['bullet2', '12 million tons'],
    ['ordered1', 'Rare earths'],
  ])
  await expect(stet.sheet.bold).toHaveText('Busan')
  await expect(stet.sheet.italic).toHaveText('shook hands')
  expect(await stet.sheet.foreignStyles.count()).toBe(0)
})

const WEB = `<meta charset="utf-8"><article><h1>Big news</h1><p class="lede">Ships <a href="https://example.org/x" onclick="evil()">sailed</a> on <strong>Monday</strong>.</p>
<figure><img src="https://example.org/a.png" alt="a ship"><figcaption>A ship.</figcaption></figure><blockquote><p>We never gave up.</p></blockquote>
<ol><li>One<ul><li>inner</li></ul></li><li>Two</li></ol><aside style="display:none">Advert</aside><p>Line one<br>line two <a href="javascript:evil()">bad</a></p><script>evil()</script></article>`

test('a paste from the web keeps what a story can hold', async () => {
  const launched = await inBody()
  const { stet } = launched
  await stet.pasteHtml(WEB)
  await stet.settled()
  expect(await rowsOf(launched)).toEqual([
    ['subhead2', 'Big news'],
    ['paragraph', 'Ships sailed on Monday.'],
    ['paragraph', 'A ship.'],
    ['quote', 'We never gave up.'],
    ['ordered1', 'One'],
    ['bullet2', 'inner'],
    ['ordered1', 'Two'],
    ['paragraph', 'Line one\nline two bad'],
  ])
  expect(
    await stet.story.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  ).toEqual(['https://example.org/x'])
  expect(await stet.sheet.active.count()).toBe(0)
})

test('copying gives publishable words: structure and links, no ids, no tags, no desk matter', async () => {
  const { app, stet, newsroom, story } = await inBody()
  await stet.pasteHtml(
    '<h2>The deal</h2><p>It ran <b>100 minutes</b> on <a href="https://example.org/x">Monday</a>.</p><ul><li>Soy<ul><li>beans</li></ul></li></ul>',
  )
  await stet.select('100 minutes')
  await stet.tagAs('f')
  await expect(stet.fact('100 minutes')).toBeVisible()
  await stet.story.focus()
  await stet.press('Control+a')
  const { facts } = await newsroom.json<{ facts: readonly { id: string }[] }>(['show', story])
  // In its first moments a window has not loaded the leak scan, and nothing leaves.
  await expect
    .poll(async () => {
      await stet.press('Control+c')
      return (await clipboardOf(app)).text
    })
    .toContain('100 minutes')
  const { html, text } = await clipboardOf(app)
  expect(
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => line.trim().replace(/^[•*-]\s*/, '')),
  ).toEqual(['The deal', 'It ran 100 minutes on Monday (https://example.org/x).', 'Soy', 'beans'])
  expect(html).toContain(
    '<h2>The deal</h2><p>It ran <strong>100 minutes</strong> on <a href="https://example.org/x">Monday</a>.</p><ul><li>Soy<ul><li>beans</li></ul></li></ul>',
  )
  const out = `${html}\n${text}`
  expect([
    facts.length,
    out.includes(facts[0]?.id ?? 'none'),
    out.includes(story),
    /data-|fact|span|class=|style=/.test(html),
  ]).toEqual([1, false, false, false])

  // A part of a paragraph is copied without its paragraph, and without the tag.
  await stet.select('100 minutes')
  await stet.press('Control+c')
  await expect.poll(async () => (await clipboardOf(app)).text).toBe('100 minutes')
  expect((await clipboardOf(app)).html.replace(/<meta[^>]*>/, '')).toBe('<strong>100 minutes</strong>')
})

test('what follows a list stands as far from it as from a graf', async () => {
  const launched = await inBody()
  const { page, stet } = launched
  await page.keyboard.type('They came.')
  await stet.press('Enter')
  await page.keyboard.type('- one')
  await stet.press('Enter')
  await page.keyboard.type('two')
  await stet.press('Enter')
  await stet.press('Enter')
  await page.keyboard.type('They said it.')
  await stet.press('Control+Shift+b')
  await stet.press('Enter')
  await stet.press('Enter')
  await page.keyboard.type('And went home.')
  const gaps = await stet.part('body').evaluateAll((blocks) =>
    blocks.slice(1).map((block, index) => {
      const { bottom = 0 } = blocks[index]?.getBoundingClientRect() ?? {}
      return Math.round(block.getBoundingClientRect().top - bottom)
    }),
  )
  expect([(await rowsOf(launched)).map(([kind]) => kind), gaps]).toEqual([
    ['paragraph', 'bullet1', 'bullet1', 'quote', 'paragraph'],
    [12, 6, 12, 12],
  ])
})
