/**
 * Acts beside those of Word and Google Docs for what all three can do, from the same start: the words are selected, or
 * the caret stands where the new thing goes. An act is a chord of keys or a click; typing words is not. Theirs, by
 * “Keyboard shortcuts in Word” (Microsoft Support) and “Keyboard shortcuts for Google Docs” (Google Docs Editors Help),
 * always the shorter one:
 *
 * - comment: Ctrl+Alt+M and Ctrl+Enter; open: a click on the words; answer: that click, Reply, Ctrl+Enter;
 * - accept: one click beside the words in Docs, two in Word's ribbon; by keys two;
 * - track (suggest): Ctrl+Shift+E in Word, then one types;
 * - find: Ctrl+F, the first match is shown; next: Enter;
 * - replace all: Ctrl+H, Tab to the second field, Replace all;
 * - link: Ctrl+K, Enter;
 * - table: Insert, Table, a click on the grid. Neither has a key for it.
 *
 * Neither can tag a fact: at most two keys from the selection (issue 22). Evidence is counted in excerpt.spec.ts.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'
import { CountedActs } from '../pages/countedActs'
import { MarginNotes, sizeWindow } from '../pages/marginNotes'

const THEIRS = {
  comment: 2,
  open: 1,
  answer: 3,
  accept: 1,
  acceptByKey: 2,
  track: 1,
  find: 1,
  next: 1,
  replaceAll: 3,
  link: 2,
  table: 3,
  tableByMouse: 3,
  tag: 2,
  tagAsAnother: 2,
  tagByMouse: 2,
}

test('what Word and Google Docs can do, too, takes no more keys and clicks than there; a tag takes two', async ({
  newsroom,
}) => {
  const path = join(newsroom.scratch, 'ferry.md')
  await writeFile(path, '# Ferry sails\n\nIt carried 300 people. They were glad. The sea was calm.\n')
  const {
    stories: [{ id = '' } = {}],
  } = await newsroom.json<{ stories: { id: string }[] }>(['import', path])
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'])
  await newsroom.json(['suggest', id, '--replace', 'glad', '--with', 'relieved'], 'Editor')
  await newsroom.json(['suggest', id, '--replace', 'calm', '--with', 'rough'], 'Editor')
  const launched = await newsroom.launch({ user: 'Reporter' })
  const { stet, page } = launched
  await sizeWindow(launched, 1440, 900)
  const margin = new MarginNotes(page)
  const acts = new CountedActs(stet)
  await expect(margin.notes).toHaveCount(2)

  await stet.select('300')
  await acts.press('Control+Alt+m')
  await expect(page.getByRole('form', { name: 'New comment' }).getByLabel('Comment', { exact: true })).toBeFocused()
  await acts.type('Who counted?')
  await acts.press('Control+Enter')
  await expect(margin.note('Who counted?')).toBeVisible()
  const comment = acts.take()

  await acts.click(stet.sheet.commented)
  await expect(margin.note('Who counted?').getByRole('button', { name: 'Reply' })).toBeVisible()
  const open = acts.take()

  await acts.click(stet.sheet.commented)
  await acts.click(margin.note('Who counted?').getByRole('button', { name: 'Reply' }))
  await expect(margin.note('Who counted?').getByRole('textbox')).toBeFocused()
  await acts.type('The port.')
  await acts.press('Control+Enter')
  await expect(margin.note('The port.')).toBeVisible()
  const answer = acts.take()

  await acts.click(margin.note('relieved').getByRole('button', { name: 'Accept' }))
  await expect(stet.part('body').last()).toContainText('They were relieved.')
  const accept = acts.take()

  await stet.story.focus()
  await acts.press('F7')
  await acts.press('Control+Alt+y')
  await expect(stet.part('body').last()).toContainText('The sea was rough.')
  const acceptByKey = acts.take()

  await acts.press('Control+Shift+e')
  await expect(page.getByRole('button', { name: 'Suggesting' })).toBeVisible()
  const track = acts.take()
  await stet.press('Control+Shift+e')

  const find = page.getByRole('search')
  await acts.press('Control+f')
  // From the caret on, and round.
  await acts.type('the')
  await expect(find).toContainText('2 of 2')
  const first = acts.take()
  await acts.press('Enter')
  await expect(find).toContainText('1 of 2')
  const next = acts.take()
  await stet.press('Escape')

  await acts.press('Control+f')
  await acts.type('was rough')
  await acts.click(find.getByLabel('Replace with'))
  await acts.type('was wild')
  await acts.click(find.getByRole('button', { name: 'Replace all' }))
  await expect(stet.part('body').last()).toContainText('The sea was wild.')
  const replaceAll = acts.take()
  await stet.press('Escape')

  await stet.select('sea')
  await acts.press('Control+Shift+k')
  await acts.type('https://sea.example')
  await acts.press('Enter')
  await expect(stet.story.getByRole('link')).toHaveText(['sea'])
  const link = acts.take()

  await stet.caretAtEnd()
  await acts.press('Control+Shift+l')
  await acts.press('Enter')
  await expect(stet.story.getByRole('table')).toHaveCount(1)
  const table = acts.take()

  await stet.caretBefore('It carried')
  await acts.click(page.getByRole('button', { name: 'Insert', exact: true }))
  await acts.click(page.getByRole('menuitem', { name: 'Insert table…' }))
  await acts.click(page.getByRole('button', { name: 'Insert table' }))
  await expect(stet.story.getByRole('table')).toHaveCount(2)
  const tableByMouse = acts.take()

  await stet.press('Control+1')
  const tags = stet.facts.getByRole('listitem')
  await stet.select('300 people')
  await acts.press('Control+t')
  await expect(tags).toHaveCount(1)
  const tag = acts.take()
  await stet.press('Escape')
  await stet.select('Ferry sails')
  await acts.press('Control+t')
  await expect(page.getByRole('toolbar', { name: 'Type of fact' })).toBeVisible()
  await acts.press('l')
  await expect(tags.first()).toContainText('Place')
  const tagAsAnother = acts.take()
  await stet.select('The sea was wild')
  await acts.click(page.getByRole('toolbar', { name: 'Selected words' }).getByRole('button').first())
  await expect(tags).toHaveCount(3)
  const tagByMouse = acts.take()

  const ours: typeof THEIRS = {
    ...{ comment, open, answer, accept, acceptByKey, track, find: first, next, replaceAll },
    ...{ link, table, tableByMouse, tag, tagAsAnother, tagByMouse },
  }
  expect(Object.entries(ours).filter(([what, count]) => count > THEIRS[what as keyof typeof THEIRS])).toEqual([])
})
