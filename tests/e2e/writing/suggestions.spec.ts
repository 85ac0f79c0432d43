import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { graveFindings } from '../axe'
import { anotherWindow, closeLast } from '../anotherWindow'
import { expect, oneWindow, test, type Launched, type Newsroom } from '../fixtures'
import { ChecksPanel } from '../pages/checksPanel'
import { openStory } from '../openStory'
import { Seat } from '../pages/seat'
import { SuggestionsPanel } from '../pages/suggestionsPanel'
import { personButton } from '../pages/stetWindow'

interface Shown {
  readonly blocks: readonly { readonly role: string; readonly text: string }[]
  readonly facts: readonly { readonly text: string; readonly status: string }[]
  readonly suggestions: readonly { readonly by: string; readonly inserted: string; readonly deleted: string }[]
}

const STORY = '# Ferry sails\n\nIt carried 300 people. They were glad.\n\nThe second graf.\n'

async function importFerry(newsroom: Newsroom): Promise<string> {
  const path = join(newsroom.scratch, 'ferry.md')
  await writeFile(path, STORY)
  const {
    stories: [story],
  } = await newsroom.json<{ stories: readonly { id: string }[] }>(['import', path])
  return story?.id ?? ''
}

const theWindow = oneWindow({ user: 'Reporter' })
let stories = 0

/** Another such story, open in the shared window. Each test leaves Suggesting mode off. */
async function ferryInWindow(): Promise<Launched & { readonly newsroom: Newsroom; readonly story: string }> {
  const window = await theWindow()
  const headline = `Ferry ${++stories} sails`
  const text = STORY.replace('Ferry sails', headline)
  return { ...window, story: await openStory(window, headline, { name: 'ferry.md', text }) }
}

const bodies = async (newsroom: Newsroom, story: string): Promise<readonly string[]> =>
  (await newsroom.json<Shown>(['show', story])).blocks.slice(2).map(({ text }) => text)

test('what is written in Suggesting mode is proposed in both windows, and accepted and rejected by keyboard', async () => {
  const launched = await ferryInWindow()
  const { newsroom, story, stet: first } = launched
  await newsroom.act('fact.tag', { story, text: '300 people', type: 'figure' })
  await expect(first.fact('300 people')).toBeVisible()
  const second = await anotherWindow(launched)

  // A key turns the mode on, and the words stay.
  await first.story.focus()
  await first.press('Control+Shift+e')
  await expect(first.page.getByRole('button', { name: 'Suggesting' })).toBeVisible()
  await first.select('300')
  await first.page.keyboard.type('290')
  await first.caretAfter('second', 0)
  await first.page.keyboard.type(' and last')
  await first.settled()
  await first.caretBefore('They were')
  await first.press('Enter')
  await first.settled()
  await expect(first.sheet.inserted.filter({ hasText: '290' })).toBeVisible()
  await expect(first.sheet.deleted.filter({ hasText: '300' })).toBeVisible()
  expect(await bodies(newsroom, story)).toEqual(['It carried 300 people. They were glad.', 'The second graf.'])

  // The other window has them, and Backspace in it goes on editing.
  const panel = new SuggestionsPanel(second)
  await panel.open()
  await expect(panel.rows).toHaveCount(3)
  await expect(panel.row('290')).toContainText('Reporter')
  await expect(panel.row('290')).toContainText('changes a fact')
  await second.press('Control+1')
  await expect(second.fact('300 people')).toContainText('Change pending')

  // A key on the row accepts one and rejects one, in both windows.
  await panel.open()
  await panel.take('290')
  await second.press('a')
  await expect(panel.rows).toHaveCount(2)
  await expect(first.sheet.deleted).toHaveCount(0)
  await expect
    .poll(() => bodies(newsroom, story))
    .toEqual(['It carried 290 people. They were glad.', 'The second graf.'])
  await panel.take('and last')
  await second.press('r')
  await expect(panel.rows).toHaveCount(1)
  await expect(first.part('body').last()).toHaveText('The second graf.')

  // Undo takes the verdict back, redo gives it again.
  await second.undo()
  await expect(panel.rows).toHaveCount(2)
  await second.press('Control+Shift+z')
  await expect(panel.rows).toHaveCount(1)

  // Accepts all from the palette.
  await second.command('Accept all suggestions')
  await expect(panel.rows).toHaveCount(0)
  await expect
    .poll(() => bodies(newsroom, story))
    .toEqual(['It carried 290 people. ', 'They were glad.', 'The second graf.'])
  const { facts, suggestions } = await newsroom.json<Shown>(['show', story])
  expect([facts.map(({ text, status }) => [text, status]), suggestions]).toEqual([[['290 people', 'toCheck']], []])

  // The history names the person and the change.
  await second.press('Control+5')
  const history = second.page.getByRole('region', { name: 'History' })
  await expect(history).toContainText('accepted their own suggestion')
  await expect(history).toContainText('rejected their own suggestion')
  await closeLast(launched)
  await first.story.focus()
  await first.press('Control+Shift+e')
  await expect(first.page.getByRole('button', { name: 'Editing', exact: true })).toBeVisible()
})

test('native keys propose too: Backspace, Delete and typing over, and the mode ends with its key', async () => {
  const { newsroom, story, stet } = await ferryInWindow()
  await stet.story.focus()
  await stet.press('Control+Shift+e')
  await stet.caretAfter('graf', 0)
  for (let step = 0; step < 4; step++) await stet.press('Backspace')
  await stet.page.keyboard.type('paragraph')
  await stet.caretBefore('The second')
  for (let step = 0; step < 4; step++) await stet.press('Delete')
  await stet.page.keyboard.type('A ')
  await stet.settled()
  const listed = async () =>
    (await newsroom.json<readonly { inserted: string; deleted: string }[]>(['suggestions', story])).map(
      ({ inserted, deleted }) => [deleted, inserted],
    )
  expect([await bodies(newsroom, story), await listed()]).toEqual([
    ['It carried 300 people. They were glad.', 'The second graf.'],
    [
      ['The ', 'A '],
      ['graf', 'paragraph'],
    ],
  ])

  await stet.press('Control+Shift+e')
  await expect(stet.page.getByRole('button', { name: 'Editing', exact: true })).toBeVisible()
  await stet.caretAtEnd()
  await stet.page.keyboard.type(' Plain.')
  await stet.settled()
  expect((await bodies(newsroom, story))[1]).toBe('The second graf. Plain.')

  // At the caret, by key.
  await stet.story.focus()
  await stet.press('Control+Home')
  await stet.press('F7')
  await stet.press('Control+Alt+y')
  await expect.poll(async () => (await bodies(newsroom, story))[1]).toBe('A second graf. Plain.')
  await stet.press('F7')
  await stet.press('Control+Alt+n')
  await expect.poll(listed).toEqual([])
  expect((await bodies(newsroom, story))[1]).toBe('A second graf. Plain.')
})

test('a suggestion made on the command line shows in the open window with its person, and blocks clearing', async () => {
  const { newsroom, story, stet } = await ferryInWindow()
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'])
  await newsroom.json(['suggest', story, '--replace', 'glad', '--with', 'relieved'], 'Editor')
  const panel = new SuggestionsPanel(stet)
  await panel.open()
  await expect(panel.row('relieved')).toContainText('Editor')
  await stet.press('Control+2')
  await new ChecksPanel(stet.page).unfoldUntil((soon) =>
    expect(stet.checks).toContainText('A suggestion by Editor is open: “glad” → “relieved”.', soon),
  )
})

test('suggestions of every kind pass axe, light and dark', async () => {
  const { newsroom, story, stet, page } = await ferryInWindow()
  await newsroom.act('fact.tag', { story, text: '300 people', type: 'figure' })
  await expect(stet.story.locator('[data-fact-status="toCheck"]')).toHaveText('300 people')
  await stet.story.focus()
  await stet.press('Control+Shift+e')
  await stet.select('300')
  await page.keyboard.type('290')
  await stet.select('glad')
  await stet.press('Control+b')
  await stet.caretBefore('They were')
  await stet.press('Enter')
  await stet.caretBefore('The second')
  await stet.press('Backspace')
  await stet.caretAfter('graf', 0)
  await stet.press('Control+Shift+b')
  const panel = new SuggestionsPanel(stet)
  await panel.open()
  await expect(panel.rows).toHaveCount(4)
  await panel.take('bold')
  await stet.settled()
  expect(
    await graveFindings(page, 'suggestions', (theme) =>
      page.screenshot({ path: `test-results/screenshots/suggestions-${theme}.png` }),
    ),
  ).toEqual([])
  await stet.story.focus()
  await stet.press('Control+Shift+e')
  await expect(page.getByRole('button', { name: 'Editing', exact: true })).toBeVisible()
})

test('Suggesting mode belongs to a person: it changes with the person and is kept for the next start', async ({
  newsroom,
}) => {
  const story = await importFerry(newsroom)
  await newsroom.json(['roster', 'add', 'Ana', '--role', 'editor'])
  const { stet, page, app } = await newsroom.launch({ user: 'Reporter' })
  const seat = new Seat(stet, 'Reporter')
  const become = async (name: string): Promise<void> => {
    await seat.command('You and your PIN')
    await page.getByRole('radio', { name: new RegExp(`^${name}`) }).press('Space')
    await expect(personButton(page, name)).toHaveCount(1)
    await seat.press('Escape')
    await expect(stet.part('headline')).toHaveText('Ferry sails')
  }
  await stet.story.focus()
  await stet.press('Control+Shift+e')
  await expect(page.getByRole('button', { name: 'Suggesting' })).toBeVisible()
  await become('Ana')
  await expect(page.getByRole('button', { name: 'Editing', exact: true })).toBeVisible()
  await stet.caretAtEnd()
  await page.keyboard.type(' All were safe.')
  await stet.settled()
  expect(await bodies(newsroom, story)).toEqual([
    'It carried 300 people. They were glad.',
    'The second graf. All were safe.',
  ])
  await become('Reporter')
  await expect(page.getByRole('button', { name: 'Suggesting' })).toBeVisible()
  await stet.caretAtEnd()
  await page.keyboard.type(' Really.')
  await stet.settled()
  expect((await newsroom.json<Shown>(['show', story])).suggestions.map(({ by, inserted }) => [by, inserted])).toEqual([
    ['Reporter', ' Really.'],
  ])
  await app.close()

  const again = await newsroom.launch({ user: 'Reporter' })
  await expect(again.page.getByRole('button', { name: 'Suggesting' })).toBeVisible()
  await again.stet.press('Control+Shift+e')
  await expect(again.page.getByRole('button', { name: 'Editing', exact: true })).toBeVisible()
})
