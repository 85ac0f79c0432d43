import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { graveFindings } from '../axe'
import { expect, test, type Newsroom } from '../fixtures'
import { MarginNotes, sizeWindow } from '../pages/marginNotes'

const STORY = `# Ferry sails

The storm is over.

The ferry waited for two days.

It carried 300 people to the island on Monday.

They were glad. The harbor master spoke of a calm sea and of two late boats.
`

interface Shown {
  readonly blocks: readonly { readonly text: string }[]
  readonly comments: readonly {
    readonly text: string
    readonly replies: readonly { readonly by: string; readonly text: string }[]
    readonly resolved?: { readonly by: string }
  }[]
}

/** A story with three comments and two suggestions. Three of the notes are on one line. */
async function notedStory(newsroom: Newsroom): Promise<string> {
  const path = join(newsroom.scratch, 'ferry.md')
  await writeFile(path, STORY)
  const {
    stories: [{ id = '' } = {}],
  } = await newsroom.json<{ stories: { id: string }[] }>(['import', path])
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'])
  await newsroom.json(['suggest', id, '--replace', '300', '--with', '290'], 'Editor')
  await newsroom.json(['suggest', id, '--replace', 'glad', '--with', 'relieved'], 'Editor')
  const comment = (on: string, text: string, ...more: readonly string[]): Promise<unknown> =>
    newsroom.json(['comment', id, '--on', on, '--text', text, ...more], 'Editor')
  await comment('the island', 'Which one?')
  await comment('Monday', 'The pool says Tuesday.', '--must-fix')
  await comment('harbor master', 'His name?')
  return id
}

test('comments and suggestions stand beside their words, are answered and decided there, and are marks in a narrow sheet', async ({
  newsroom,
}) => {
  const id = await notedStory(newsroom)
  const launched = await newsroom.launch({ user: 'Reporter' })
  const { page, stet } = launched
  const margin = new MarginNotes(page)
  const shown = (): Promise<Shown> => newsroom.json<Shown>(['show', id])
  await sizeWindow(launched, 1440, 900)
  await expect(margin.notes).toHaveText([/300 290/, /Which one\?/, /Tuesday/, /glad relieved/, /His name\?/])

  // In the order of the words, beside them or lower, and never over one another.
  await expect
    .poll(async () => {
      const edges = await margin.edges()
      return edges.filter(({ top }, at) => top < (edges[at - 1]?.bottom ?? 0))
    })
    .toEqual([])
  const lineOf = async (words: string): Promise<number> =>
    Math.round((await stet.sheet.commented.filter({ hasText: words }).boundingBox())?.y ?? 0)
  const topOf = async (words: string): Promise<number> => Math.round((await margin.note(words).boundingBox())?.y ?? 0)
  await expect.poll(async () => (await topOf('Tuesday')) - (await lineOf('Monday'))).toBeGreaterThan(0)

  // A click on the words selects their note: it takes its place, and the ones before it give way.
  await stet.sheet.commented.filter({ hasText: 'Monday' }).click()
  await expect(margin.note('Tuesday')).toHaveAttribute('data-selected', 'true')
  await expect.poll(async () => Math.abs((await topOf('Tuesday')) - (await lineOf('Monday')))).toBeLessThan(8)
  await expect.poll(async () => (await topOf('Which one?')) - (await lineOf('Monday'))).toBeLessThan(0)
  // The author answers what others say must be fixed, and does not resolve it.
  await expect(margin.note('Tuesday')).toContainText('Editor or another editor resolves this.')
  await expect(margin.note('Tuesday').getByRole('button', { name: 'Resolve' })).toHaveCount(0)
  expect(await graveFindings(page, 'margin')).toEqual([])

  // By keyboard: from the words to their note, an answer, and back.
  await stet.caretBefore('the island')
  await stet.press('Control+Alt+j')
  await expect(margin.note('Which one?')).toBeFocused()
  await stet.press('ArrowDown')
  await expect(margin.note('Tuesday')).toBeFocused()
  await stet.press('Tab')
  await stet.press('Enter')
  await expect(margin.note('Tuesday').getByRole('textbox')).toBeFocused()
  await page.keyboard.type('Asked the pool.')
  await stet.press('Control+Enter')
  await expect(margin.note('Tuesday')).toContainText('Asked the pool.')
  await expect(margin.note('Tuesday').getByRole('button', { name: 'Reply' }).first()).toBeFocused()
  await stet.press('Escape')
  await expect(stet.story).toBeFocused()
  expect((await shown()).comments[1]?.replies.map(({ by, text }) => [by, text])).toEqual([
    ['Reporter', 'Asked the pool.'],
  ])

  // The keyboard goes on to the next note when one is resolved.
  await stet.sheet.commented.filter({ hasText: 'the island' }).click()
  await margin.note('Which one?').getByRole('button', { name: 'Resolve' }).click()
  await expect(margin.notes).toHaveCount(4)
  await expect(margin.note('Tuesday')).toBeFocused()
  await margin.note('glad').getByRole('button', { name: 'Accept' }).click()
  await expect(margin.notes).toHaveCount(3)
  await expect.poll(async () => (await shown()).blocks[5]?.text).toMatch(/^They were relieved\./)

  // What is typed above moves the notes with their words.
  const before = await topOf('His name?')
  await stet.caretBefore('It carried')
  await page.keyboard.type('The ship, which had waited for two days because of the storm, sailed early today. ')
  await expect.poll(async () => (await topOf('His name?')) - before).toBeGreaterThan(20)
  await stet.settled()

  // A narrow sheet has marks. What they open pushes nothing.
  await sizeWindow(launched, 1280, 800)
  const mark = margin.region.getByRole('button', { name: '1 comment', exact: true }).last()
  await expect(mark).toBeVisible()
  await expect(margin.notes).toHaveCount(0)
  const words = await lineOf('harbor master')
  await mark.click()
  await expect(margin.note('His name?')).toBeFocused()
  expect(await lineOf('harbor master')).toBe(words)
  expect(await graveFindings(page, 'marks')).toEqual([])
  await stet.press('Escape')
  await expect(margin.notes).toHaveCount(0)
  await expect(stet.story).toBeFocused()
  await stet.sheet.commented.filter({ hasText: 'Monday' }).click()
  await expect(margin.note('Tuesday')).toContainText('Must be fixed')
  // F7 walks the suggestions, and shows the note of each.
  await stet.press('F7')
  await expect(margin.note('290')).toBeVisible()
  await stet.press('Control+Alt+n')
  await expect(margin.note('290')).toHaveCount(0)
})

test('a right click on a suggestion, a commented word and a fact offers what can be done with it', async ({
  newsroom,
}) => {
  const id = await notedStory(newsroom)
  await newsroom.json(['tag', id, '--text', 'two days', '--type', 'figure'])
  const { page, stet } = await newsroom.launch({ user: 'Reporter' })
  const margin = new MarginNotes(page)
  const menu = page.getByRole('menu', { name: 'Sheet' })
  const at = async (words: string, item: string): Promise<void> => {
    await stet.select(words)
    await stet.press('ArrowLeft')
    await stet.press('ArrowRight')
    await stet.press('Shift+F10')
    await menu.getByRole('menuitem', { name: item }).click()
  }
  await at('island', 'Go to the comment')
  await expect(margin.note('Which one?')).toBeFocused()
  await stet.press('Escape')
  await at('two days', 'Remove tag…')
  await expect(page.getByRole('dialog').or(page.getByRole('form'))).toContainText('two days')
  await stet.press('Escape')

  // Words without any of these have none of these acts.
  await stet.select('The storm')
  await stet.press('Shift+F10')
  await expect(menu.getByRole('menuitem', { name: 'Cut' })).toBeVisible()
  await expect(menu.getByRole('menuitem', { name: /suggestion|comment or|Remove tag/ })).toHaveCount(0)
  await stet.press('Escape')

  await page.locator('[data-suggestion]', { hasText: 'relieved' }).first().click({ button: 'right' })
  await menu.getByRole('menuitem', { name: 'Accept suggestion' }).click()
  await expect
    .poll(async () => (await newsroom.json<Shown>(['show', id])).blocks[5]?.text)
    .toMatch(/^They were relieved/)

  // The note in the margin has the acts of its buttons, also before it is selected.
  await margin.note('His name?').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Reply' }).click()
  await expect(margin.note('His name?').getByRole('textbox')).toBeFocused()
})
