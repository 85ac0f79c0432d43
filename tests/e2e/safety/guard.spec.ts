/** A story with parts that this version does not know is shown with the reason, and its files stay unchanged. */
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inBothThemes, violations } from '../axe'
import { openLibrary } from '../../../src/storage/openLibrary'
import { expect, test, type Newsroom } from '../fixtures'
import { LibraryPane } from '../pages/libraryPane'
import { updateOfNewerStet } from '../../builders/stories/newerStory'
import { guardedWords } from '../pages/stetWindow'

async function importText(newsroom: Newsroom, name: string, text: string): Promise<string> {
  const path = join(newsroom.scratch, name)
  await writeFile(path, text)
  const {
    stories: [story],
  } = await newsroom.json<{ stories: readonly { id: string }[] }>(['import', path])
  return story?.id ?? ''
}

/** Writes a kind of block into the story that only a newer Stet knows. */
async function writeAsNewerStet(library: string, story: string): Promise<void> {
  const store = await openLibrary({ folder: library, now: () => '2026-10-30T08:00:00.000Z', newId: (kind) => kind })
  await store.appendUpdate(story, updateOfNewerStet((await store.loadStory(story)).updates))
  await store.close()
}

/** Path below the story's folder → SHA-256 of the file. */
async function sumsOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const sums = entries
    .filter((entry) => entry.isFile())
    .map(async ({ parentPath, name }) => {
      const path = join(parentPath, name)
      return [
        path.slice(folder.length),
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      ] as const
    })
  return Object.fromEntries((await Promise.all(sums)).sort())
}

test('a story with parts that this version does not know is shown read-only with the reason; other stories can be written', async ({
  newsroom,
}, info) => {
  const newer = await importText(
    newsroom,
    'ferry.md',
    '# Ferry sails\n\n*A deck*\n\nIt carried 300 people.\n\nThe second graf.\n',
  )
  const known = await importText(newsroom, 'port.md', '# Port closes\n\nThe port.\n')
  const { id: fact } = await newsroom.json<{ id: string }>(['tag', newer, '--text', '300 people', '--type', 'figure'])
  await writeAsNewerStet(newsroom.library, newer)
  const folder = join(newsroom.library, 'stories', newer)
  const before = await sumsOf(folder)
  expect(Object.keys(before).length).toBeGreaterThan(2)

  const { app, page, stet } = await newsroom.launch({ user: 'Reporter' })
  const library = new LibraryPane(page)
  await library.open('Ferry sails')
  const shown = page.getByRole('region', { name: 'Story' })
  await expect(shown.getByRole('heading', { level: 1 })).toHaveText('Read only')
  await expect(shown.getByRole('alert')).toHaveText(
    'This story contains parts that this version of Stet does not know: the node “pullQuote”, words in “pullQuote”. The files of the story are unchanged. To edit it, use the Stet that wrote it, or a newer one.',
  )
  const words = [
    'Ferry sails',
    'A deck',
    'It carried 300 people.',
    'Words pulled out of the story.',
    'The second graf.',
  ].join('\n')
  await expect(guardedWords(shown)).toHaveText(words)
  await expect(stet.story).toHaveCount(0)
  await expect(stet.factsPanel.row('300 people').status).toHaveText('To check')
  await expect(page.getByRole('contentinfo')).toContainText('11 words')
  await inBothThemes(page, async (theme) => {
    await page.screenshot({ path: info.outputPath(`guarded-${theme}.png`) })
    expect(await violations(page)).toEqual([])
  })

  await guardedWords(shown).focus()
  await page.keyboard.type('Typed over it.')
  for (const keys of [
    'Enter',
    'Delete',
    'Control+a',
    'Backspace',
    'Control+b',
    'Control+x',
    'Control+v',
    'Control+z',
    'Control+t',
    'Control+Shift+e',
  ])
    await page.keyboard.press(keys)
  await expect(guardedWords(shown)).toHaveText(words)
  // Buttons that would change it say why they are off, and their keys do nothing.
  const newerWrote =
    'A newer version of Stet wrote this story. You can read it here. To change, move or export it, use the newer version.'
  for (const name of ['File to desk', 'Export']) {
    const button = page.getByRole('button', { name, exact: true })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(button).toHaveAccessibleDescription(newerWrote)
    await button.press('Enter')
  }
  for (const keys of ['Control+Enter', 'Control+e', 'Control+Shift+a']) await page.keyboard.press(keys)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('status').filter({ hasText: newerWrote })).toBeVisible()
  await stet.fact('300 people').getByRole('button').first().click()
  await expect(stet.facts.getByRole('button', { name: /Attach|Remove|Untag|Evidence/i })).toHaveCount(0)
  await page.keyboard.press('Control+r')
  await expect(page.getByRole('group', { name: 'Verdict' })).toHaveCount(0)
  for (const keys of ['v', 'q', 's', 'x', 'e']) await page.keyboard.press(keys)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+r')
  await page.keyboard.press('Control+6')
  await expect(page.getByRole('region', { name: 'Fields' }).getByLabel('Slug')).not.toBeEditable()
  await page.keyboard.press('Control+1')
  for (const [deed, ...args] of [
    ['fact', newer, fact, '--status', 'queried', '--reason', 'Who counted?'],
    ['move', newer, 'filed'],
    ['export', newer, '--format', 'text', '--draft', '--out', join(newsroom.scratch, 'out.txt')],
  ] as const) {
    const outcome = await newsroom.stet([deed, ...args])
    expect([deed, outcome.code, outcome.stderr]).toEqual([
      deed,
      2,
      expect.stringMatching(/This story cannot be (?:changed|exported) here/),
    ])
  }

  const refused = await newsroom.stet(['edit', newer, '--replace', '300', '--with', '400'])
  expect(refused.stderr).toContain('This story cannot be changed here')

  await library.open('Port closes')
  await stet.caretAtEnd()
  await page.keyboard.type(' It opens again.')
  await stet.settled()
  await library.open('Ferry sails')
  await expect(guardedWords(shown)).toHaveText(words)
  await app.close()
  expect(await sumsOf(folder)).toEqual(before)
  const { blocks } = await newsroom.json<{ blocks: readonly { text: string }[] }>(['show', known])
  expect(blocks.at(-1)?.text).toBe('The port. It opens again.')
  expect(await sumsOf(folder)).toEqual(before)
})
