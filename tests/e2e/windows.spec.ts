import { anotherWindow, closeLast } from './anotherWindow'
import { expect, oneWindow, test, type Launched, type Newsroom } from './fixtures'
import { openStory } from './openStory'
import { LibraryPane } from './pages/libraryPane'
import { Seat } from './pages/seat'
import { StetWindow } from './pages/stetWindow'

interface Shown {
  readonly stage: string
  readonly blocks: readonly { readonly role: string; readonly text: string }[]
  readonly facts: readonly { readonly text: string; readonly status: string }[]
}

const theWindow = oneWindow({ user: 'Reporter' }, async (newsroom) => {
  await newsroom.json(['roster', 'add', 'Reporter', '--role', 'reporter'])
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'])
})

/** The shared window, with this story open in it. */
async function storyInWindow(
  headline: string,
  ...grafs: readonly string[]
): Promise<Launched & { readonly newsroom: Newsroom; readonly story: string }> {
  const window = await theWindow()
  const text = [`# ${headline}`, ...grafs].join('\n\n')
  return { ...window, story: await openStory(window, headline, { name: 'ferry.md', text }) }
}

test('two windows on two stories keep their own words', async () => {
  const { story: port } = await storyInWindow('Port', 'Port body.')
  const launched = await storyInWindow('Ferry', 'Ferry body.')
  const { stet: first, newsroom, story: ferry } = launched
  const second = await anotherWindow(launched)
  await new LibraryPane(second.page).open('Port')
  await expect(first.part('headline')).toHaveText('Ferry')
  await expect(second.part('headline')).toHaveText('Port')
  await first.caretAtEnd()
  await first.page.keyboard.type(' One.')
  await second.caretAtEnd()
  await second.page.keyboard.type(' Two.')
  await Promise.all([first.settled(), second.settled()])
  await expect(first.part('body')).toHaveText('Ferry body. One.')
  await expect(second.part('body')).toHaveText('Port body. Two.')
  const bodies = await Promise.all(
    [ferry, port].map(async (id) => (await newsroom.json<Shown>(['show', id])).blocks.at(-1)?.text),
  )
  expect(bodies).toEqual(['Ferry body. One.', 'Port body. Two.'])
  await closeLast(launched)
})

test('the same story in two windows stays in step: words typed in both, tags, sign-offs, stage', async () => {
  const launched = await storyInWindow('Ferry sails', 'It carried 300 people.', 'The second graf.')
  const { stet: first, newsroom, story } = launched
  await newsroom.json(['source', 'add', '--name', 'Manifest', '--kind', 'document'])
  const second = await anotherWindow(launched)

  await first.select('300 people')
  await first.tagAs('f')
  await expect(second.fact('300 people')).toContainText('To check')
  await expect(second.story.locator('[data-fact-status="toCheck"]')).toHaveText('300 people')

  await first.caretAfter('carried 300 people', 0)
  await second.caretAtEnd()
  for (const letter of 'abcdefgh') {
    await first.page.keyboard.type(letter)
    await second.page.keyboard.type(letter.toUpperCase())
  }
  await Promise.all([first.settled(), second.settled()])
  const blocks = ['Ferry sails', '', 'It carried 300 peopleabcdefgh.', 'The second graf.ABCDEFGH']
  for (const window of [first, second]) await expect(window.story.locator('[data-part]')).toHaveText(blocks)
  expect((await newsroom.json<Shown>(['show', story])).blocks.map(({ text }) => text)).toEqual(blocks)

  const [fact] = (await newsroom.json<{ facts: readonly { id: string }[] }>(['show', story])).facts
  await newsroom.json(
    ['fact', story, fact?.id ?? '', '--status', 'verified', '--evidence', 'Manifest', '--locator', 'p. 1'],
    'Editor',
  )
  for (const window of [first, second]) {
    await expect(window.facts.getByRole('listitem')).toContainText('Verified')
    await expect(window.story.locator('[data-fact-status="verified"]')).toHaveCount(1)
  }
  await second.nextMove('File to desk')
  for (const window of [first, second])
    await expect(new LibraryPane(window.page).group('Filed')).toHaveText([/Ferry sails/])
  await expect(first.page.getByRole('button', { name: 'Start review' })).toBeVisible()
  expect((await newsroom.json<Shown>(['show', story])).stage).toBe('filed')
  await closeLast(launched)
})

test('a window that opens while somebody types in another one shows each letter, and what is typed later', async () => {
  const launched = await storyInWindow('Ferry in fog', 'Begin.')
  const first = launched.stet
  await first.caretAtEnd()
  const waiting = launched.app.waitForEvent('window')
  await first.press('Control+Shift+n')
  let isOpen = false
  const opened = waiting
    .then(async (page) => {
      const other = new StetWindow(page)
      await expect(other.story).toBeVisible()
      return other
    })
    .finally(() => (isOpen = true))
  let typed = ''
  while (!isOpen) {
    await first.page.keyboard.type('a')
    typed += 'a'
  }
  const second = await opened
  await first.page.keyboard.type(' End.')
  await first.settled()
  for (const window of [first, second]) await expect(window.part('body')).toHaveText(`Begin.${typed} End.`)
  await closeLast(launched)
})

test('undo in one window never takes back the other’s words', async () => {
  const launched = await storyInWindow('Ferry at sea', 'Begin.', 'There.')
  const { stet: first, newsroom, story } = launched
  const second = await anotherWindow(launched)
  await first.caretAfter('Begin.', 0)
  // Each at once: what is typed with pauses takes several steps to undo.
  await first.page.keyboard.insertText(' Mine')
  await expect(second.story).toContainText('Begin. Mine')
  await second.caretAfter('Mine', 0)
  await second.page.keyboard.insertText(' theirs')
  await expect(first.story).toContainText('Begin. Mine theirs')
  await second.caretAtEnd()
  await second.page.keyboard.insertText(' Also theirs')
  await expect(first.story).toContainText('There. Also theirs')

  for (let times = 0; times < 5; times++) await first.undo()
  for (const window of [first, second])
    await expect(window.story.locator('[data-part="body"]')).toHaveText(['Begin. theirs', 'There. Also theirs'])
  await first.press('Control+Shift+z')
  for (const window of [first, second])
    await expect(window.story.locator('[data-part="body"]')).toHaveText(['Begin. Mine theirs', 'There. Also theirs'])
  for (let times = 0; times < 5; times++) await second.undo()
  for (const window of [first, second])
    await expect(window.story.locator('[data-part="body"]')).toHaveText(['Begin. Mine', 'There.'])
  await Promise.all([first.settled(), second.settled()])
  expect((await newsroom.json<Shown>(['show', story])).blocks.slice(2).map(({ text }) => text)).toEqual([
    'Begin. Mine',
    'There.',
  ])
  await closeLast(launched)
})

test('a window that is closed while it types leaves all its words to the other', async () => {
  const launched = await storyInWindow('Ferry in port', 'Begin.')
  const second = await anotherWindow(launched)
  await second.caretAtEnd()
  await second.page.keyboard.type(' The last words of this window.')
  await closeLast(launched)
  await expect(launched.stet.part('body')).toHaveText('Begin. The last words of this window.')
})

test('a story that another window moves while this one confirms a move is not moved again', async () => {
  const launched = await storyInWindow('Ferry cleared', 'It left.')
  const { newsroom, story } = launched
  await newsroom.json(['move', story, 'filed'])
  await newsroom.json(['move', story, 'inReview'], 'Editor')
  const { page, stet } = await Seat.beside(launched, 'Editor')
  await expect(stet.part('headline')).toHaveText('Ferry cleared')
  await stet.nextMove(/^Clear/)
  const panel = page.getByRole('dialog')
  await expect(panel.getByRole('button', { name: /^Clear/ })).toBeVisible()
  await newsroom.json(['move', story, 'draft', '--reason', 'The slug is missing.'], 'Reporter')
  await expect(panel.getByRole('alert')).toHaveText(
    'Reporter has moved this story from In review to Draft. Nothing was done here.',
  )
  await expect(panel).toContainText('“The slug is missing.”')
  await expect(panel.getByRole('button', { name: 'Close' }).last()).toBeFocused()
  await stet.press('Enter')
  await expect(panel).toHaveCount(0)
  await expect(stet.story).toBeFocused()
  expect((await newsroom.json<Shown>(['show', story])).stage).toBe('draft')
  await closeLast(launched)
})

test('the app goes on when the terminal that started it is gone', async () => {
  const { app } = await theWindow()
  const heard = await app.evaluate(() =>
    [process.stdout, process.stderr].map((stream) => stream.emit('error', new Error('write EPIPE'))),
  )
  expect(heard).toEqual([true, true])
})
