/** What leaves by the clipboard, and what a paste says that it lost. */
import type { ElectronApplication } from '@playwright/test'
import { expect, oneWindow, test, type Launched, type Newsroom } from '../fixtures'
import { openStory } from '../openStory'

interface Board {
  readonly text: string
  readonly html: string
}

/** Everything on the clipboard that another program can read. */
const board = (app: ElectronApplication): Promise<Board> =>
  app.evaluate(({ clipboard }) => {
    // The newer types name these functions differently from the runtime under test.
    const { readText, readHTML } = clipboard as unknown as { readText(): string; readHTML(): string }
    return { text: readText(), html: readHTML() }
  })
/** What a middle click in another program would paste (X11). */
const selection = (app: ElectronApplication): Promise<string> =>
  app.evaluate(({ clipboard }) => (clipboard as unknown as { readText(type: string): string }).readText('selection'))
const fill = (app: ElectronApplication, text: string): Promise<void> =>
  app.evaluate(async ({ clipboard }, words) => {
    await clipboard.writeText(words)
  }, text)

const theWindow = oneWindow({ user: 'Editor' }, async (newsroom) => {
  for (const [name, role] of [
    ['Reporter', 'reporter'],
    ['Editor', 'editor'],
  ] as const)
    await newsroom.json(['roster', 'add', name, '--role', role])
  await newsroom.json(['source', 'add', '--name', 'Jane Roe', '--kind', 'person', '--protected'], 'Editor')
})
let stories = 0

/** A story of its own that names a protected source, in the window of an editor. */
async function desk(body: string): Promise<Launched & { readonly newsroom: Newsroom; readonly story: string }> {
  const window = await theWindow()
  const headline = `Port plans, day ${++stories}`
  const story = await openStory(window, headline, { name: 'port.md', text: `# ${headline}\n\n${body}\n` })
  await window.newsroom.act('fact.tag', { story, text: 'Jane Roe', type: 'name' })
  await expect(window.stet.fact('Jane Roe')).toBeVisible()
  return { ...window, story }
}

/** In its first moments a window has not loaded the leak scan, and nothing leaves. Resolves when something does. */
async function scans({ app, stet }: Launched): Promise<void> {
  await stet.select('Port plans')
  await expect
    .poll(async () => {
      await stet.press('Control+c')
      return (await board(app)).text
    })
    .toBe('Port plans')
}

test('a protected name stays in the window until a person lets it out, and the history says who did', async () => {
  const launched = await desk('The aide Jane Roe said so.\n\nThen they left.')
  const { app, newsroom, page, stet, story } = launched
  await scans(launched)
  const asks = page.getByRole('alert').filter({ hasText: 'These words name a protected source: Source A' })
  await fill(app, 'before')
  await stet.select('The aide Jane Roe said')
  await stet.press('Control+c')
  await expect(asks).toBeVisible()
  expect(JSON.stringify(await board(app))).not.toContain('Roe')
  await expect.poll(() => selection(app)).not.toContain('Roe')

  await asks.getByRole('button', { name: 'Copy them anyway' }).click()
  await expect.poll(async () => (await board(app)).text).toBe('The aide Jane Roe said')
  await expect(asks).toBeHidden()
  const { entries } = await newsroom.json<{
    entries: readonly { kind: string; by: string; did: string }[]
  }>(['history', story])
  expect(entries.filter(({ kind }) => kind === 'copiedOut').map(({ by, did }) => [by, did])).toEqual([
    ['Editor', 'copied words that name Source A to other programs'],
  ])

  // Words that tell nothing are copied at once.
  await stet.select('Then they left.')
  await stet.press('Control+c')
  await expect.poll(async () => (await board(app)).text).toBe('Then they left.')
  await expect(asks).toBeHidden()
})

test('cut and paste in the story keeps the fact of a protected name, and nothing of it leaves', async () => {
  const launched = await desk('The aide Jane Roe said so.\n\nThen they left.')
  const { app, stet } = launched
  await scans(launched)
  const before = await stet.sheet.tag('Jane Roe').getAttribute('data-fact-id')
  await stet.select('Jane Roe')
  await stet.press('Control+x')
  await expect(stet.story).not.toContainText('Jane Roe')
  const { text, html } = await board(app)
  expect(text + html).not.toMatch(/Roe|fact/)
  await stet.caretAtEnd()
  await stet.press('Control+v')
  await expect(stet.sheet.tag('Jane Roe')).toHaveAttribute('data-fact-id', before ?? '')
})

test('forms and panels are guarded too, and give plain text only', async () => {
  const launched = await desk('The aide said so.\n\nJane Roe left.')
  const { app, page, stet } = launched
  await scans(launched)
  const asks = page.getByRole('alert').filter({ hasText: 'These words name a protected source: Source A' })
  await fill(app, 'before')
  const find = page.getByRole('search').getByLabel('Find', { exact: true })
  await stet.press('Control+f')
  await find.fill('Jane Roe')
  await find.press('Control+a')
  await find.press('Control+x')
  await expect(asks).toBeVisible()
  expect([(await board(app)).text, await find.inputValue()]).toEqual(['before', 'Jane Roe'])
  await find.fill('aide')
  await find.press('Control+a')
  await find.press('Control+c')
  await expect.poll(async () => (await board(app)).text).toBe('aide')
  await find.press('Escape')

  const fact = stet.fact('Jane Roe')
  await expect(fact).toBeVisible()
  const select = (): Promise<void> =>
    fact.evaluate((element) => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      getSelection()?.selectAllChildren(element)
    })
  await fill(app, 'before')
  await select()
  await stet.press('Control+c')
  await expect(asks).toBeVisible()
  expect((await board(app)).text).toBe('before')
})

test('a paste lists what it could not keep', async () => {
  const { page, stet } = await desk('Jane Roe said so.')
  await stet.caretAtEnd()
  await stet.pasteHtml('<p>It rose 10<sup>6</sup> times.<img src="a.png" alt="A chart"> <s>Not</s> so.</p>')
  await expect(stet.story).toContainText('It rose 10⁶ times.')
  await expect(page.getByText('Pasted without:').first()).toContainText(
    'Pasted without: 1 picture (“A chart”), 1 struck-out mark (“Not”). Compare with the original.',
  )
})

test('direction overrides are left out of typing', async () => {
  const { page, stet } = await desk('Jane Roe said so.')
  await stet.caretAtEnd()
  await stet.page.keyboard.insertText('\u202e54\u202c')
  await expect(stet.story).toContainText('so.54')
  await expect(page.getByText('hidden characters were removed').first()).toBeVisible()
  expect(await stet.story.textContent()).not.toMatch(/[\u202a-\u202e]/)
})
