/**
 * Acts for comments and suggestions beside those of Word and Google Docs, in which: a comment on the selection is
 * Ctrl+Alt+M and Ctrl+Enter; a click on the words opens a comment; Docs accepts a suggestion with one click beside its
 * words, Word with two in its ribbon; Word turns tracking on with Ctrl+Shift+E.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'
import { CountedActs } from '../pages/countedActs'
import { MarginNotes, sizeWindow } from '../pages/marginNotes'

const THEIRS = { comment: 2, open: 1, answer: 3, accept: 1, track: 1, acceptByKey: 2 }

test('comments and suggestions take no more keys and clicks than in Word and Google Docs', async ({ newsroom }) => {
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
  await acts.type('Who counted?')
  await acts.press('Control+Enter')
  await expect(margin.note('Who counted?')).toBeVisible()
  const comment = acts.take()

  await acts.click(stet.sheet.commented)
  await expect(margin.note('Who counted?').getByRole('button', { name: 'Reply' })).toBeVisible()
  const open = acts.take()

  await acts.click(stet.sheet.commented)
  await acts.click(margin.note('Who counted?').getByRole('button', { name: 'Reply' }))
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
  const ours = { comment, open, answer, accept, track: acts.take(), acceptByKey }
  expect(Object.entries(ours).filter(([what, count]) => count > THEIRS[what as keyof typeof THEIRS])).toEqual([])
})
