import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { violations } from '../axe'
import { expect, test, type Newsroom } from '../fixtures'

/** Puts an editor and a reporter on the roster, and imports a story of one graf. Resolves to its id. */
async function ferryStory(newsroom: Newsroom, graf: string): Promise<string> {
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'], 'Editor')
  await newsroom.json(['roster', 'add', 'Reporter', '--role', 'reporter'], 'Editor')
  const path = join(newsroom.scratch, 'ferry.md')
  await writeFile(path, `# Ferry sails again\n\n${graf}\n`)
  const {
    stories: [made],
  } = await newsroom.json<{ stories: readonly { id: string }[] }>(['import', path])
  return made?.id ?? ''
}

test('a story that lost a line of its history says so, takes its ticks, and an editor accepts it', async ({
  newsroom,
}, info) => {
  const story = await ferryStory(newsroom, 'It left with 212 people at noon.')
  const { id: fact } = await newsroom.json<{ id: string }>(['tag', story, '--text', '212 people', '--type', 'figure'])
  const ledger = join(newsroom.library, 'stories', story, 'ledger.jsonl')
  const lines = (await readFile(ledger, 'utf8')).trimEnd().split('\n')
  await writeFile(ledger, lines.slice(0, -1).join('\n') + '\n')

  const { page, stet } = await newsroom.launch({ user: 'Editor' })
  await expect(stet.part('headline')).toHaveText('Ferry sails again')
  const note = page.getByRole('complementary', { name: 'What is missing' })
  await expect(note).toContainText('Something in this story is missing or damaged. The words are safe')
  await expect(note.getByRole('listitem')).toContainText(['is missing at its end, although it was saved.'])
  await expect(stet.factsPanel.rowOf(fact).status).toHaveText('Re-check')
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await page.screenshot({ path: info.outputPath(`loss-${theme}.png`) })
    expect(await violations(page, '[data-note="loss"]')).toEqual([])
  }
  await note.getByRole('button', { name: 'Accept the loss…' }).click()
  const form = page.getByRole('dialog', { name: 'Accept the loss' })
  await form.getByRole('textbox').fill('No backup has that line.')
  await form.getByRole('button', { name: 'Accept' }).click()
  await expect(note).toHaveCount(0)
  // What nobody signed since is still to be checked.
  await expect(stet.factsPanel.rowOf(fact).status).toHaveText('Re-check')
  await stet.type('body', 'And back. ')
  await stet.settled()
  const history = await newsroom.json<{ entries: readonly { kind: string }[] }>(['history', story])
  expect(history.entries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['lossFound', 'lossAccepted']))
  // The history goes on from there, and says what it lacks.
  expect((await newsroom.stet(['doctor'])).stdout).toContain('Every file is in order.')
})

test('a published story whose file is damaged does not open, and is killed in the window by keys', async ({
  newsroom,
}, info) => {
  const story = await ferryStory(newsroom, 'The ferry left in the morning.')
  await newsroom.json(['set', story, 'slug', 'ferry'])
  for (const stage of ['filed', 'inReview', 'cleared', 'published'])
    await newsroom.json(['move', story, stage, '--override', 'A test.'], 'Editor')
  await newsroom.json(['export', story, '--format', 'text', '--out', join(newsroom.scratch, 'wire.txt')], 'Editor')
  await writeFile(join(newsroom.library, 'stories', story, 'state.yjs'), 'junk')

  // The only story is opened by itself.
  const { page } = await newsroom.launch({ user: 'Editor' })
  const dialog = page.getByRole('dialog', { name: 'This story does not open' })
  await expect(dialog.getByRole('alert')).toContainText('state.yjs: it is damaged')
  await expect(dialog.getByText('Ferry sails again')).toBeVisible()
  const text = dialog.getByLabel('Kill text: the text that withdraws the story')
  await expect(dialog.getByRole('button', { name: 'Check the library…' })).toBeFocused()
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await page.screenshot({ path: info.outputPath(`unopened-${theme}.png`) })
    expect(await violations(page)).toEqual([])
  }
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(text).toBeFocused()
  await page.keyboard.type('The ferry did not sail.')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('The story went to 1')).toBeVisible()
  await dialog.getByRole('button', { name: 'Mark as notified…' }).press('Enter')
  await page.keyboard.type('by phone')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('by phone')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  const { kill } = await newsroom.json<{ kill?: { text: string } }>(['kill', story])
  expect(kill?.text).toBe('The ferry did not sail.')
})
