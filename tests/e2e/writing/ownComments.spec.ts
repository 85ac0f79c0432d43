import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { graveFindings } from '../axe'
import { expect, test } from '../fixtures'
import { MarginNotes, sizeWindow } from '../pages/marginNotes'

interface Shown {
  readonly comments: readonly {
    readonly id: string
    readonly text: string
    readonly replies: readonly { readonly text: string }[]
  }[]
}

test('a mention is completed by keys, and own words are edited and deleted, each with a way back', async ({
  newsroom,
}) => {
  const path = join(newsroom.scratch, 'ferry.md')
  await writeFile(path, '# Ferry sails\n\nThe storm is over.\n\nIt carried 300 people to the island on Monday.\n')
  const {
    stories: [{ id = '' } = {}],
  } = await newsroom.json<{ stories: { id: string }[] }>(['import', path])
  await newsroom.json(['roster', 'add', 'Mina Park', '--role', 'editor'])
  await newsroom.json(['roster', 'add', 'Jun Ito', '--role', 'reporter'], 'Mina Park')
  const launched = await newsroom.launch({ user: 'Reporter' })
  const { page, stet } = launched
  await sizeWindow(launched, 1440, 900)
  const comments = page.getByRole('region', { name: 'Comments' })
  const margin = new MarginNotes(page)
  const said = async () =>
    (await newsroom.json<Shown>(['show', id])).comments.map(({ text, replies }) => [
      text,
      ...replies.map((reply) => reply.text),
    ])

  // The list of names: arrow keys and Enter take one, Ctrl+Enter sends.
  await expect(stet.part('headline')).toHaveText('Ferry sails')
  await stet.select('300')
  await stet.press('Control+Alt+m')
  const field = comments.getByRole('form', { name: 'New comment' }).getByRole('textbox', { name: 'Comment' })
  await expect(field).toBeFocused()
  await page.keyboard.type('Who counted? @')
  const people = comments.getByRole('listbox', { name: 'People to mention' })
  await expect(people.getByRole('option')).toHaveText(['Reporter', 'Mina Park', 'Jun Ito'])
  await stet.press('ArrowDown')
  await expect(people.getByRole('option', { selected: true })).toHaveText('Mina Park')
  expect(await graveFindings(page, 'mention')).toEqual([])
  await stet.press('Enter')
  await expect(field).toHaveValue('Who counted? @Mina Park ')
  // The space that people type after a name is there already.
  await page.keyboard.type(' or @ju')
  await stet.press('Tab')
  await expect(field).toHaveValue('Who counted? @Mina Park or @Jun Ito ')
  await stet.press('Control+Enter')
  await expect(margin.note('Who counted?')).toBeVisible()

  // Whoever is mentioned has it in the queue.
  expect(
    (await newsroom.json<readonly { kind: string; words: string }[]>(['queue'], 'Jun Ito')).map(({ kind, words }) => [
      kind,
      words,
    ]),
  ).toEqual([['mentioned', 'Who counted? @Mina Park or @Jun Ito']])

  // In the margin: edit with the keyboard, and take it back.
  await stet.caretBefore('300')
  await stet.press('ArrowRight')
  await stet.press('Control+Alt+j')
  const note = margin.note('Who counted')
  await expect(note).toBeFocused()
  await stet.press('Tab')
  await expect(note.getByRole('button', { name: 'Edit or delete' })).toBeFocused()
  await stet.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await stet.press('Enter')
  await expect(note.getByRole('textbox', { name: 'Comment' })).toBeFocused()
  await stet.press('Control+a')
  await page.keyboard.type('Who counted them?')
  await stet.press('Control+Enter')
  await expect(note).toContainText('edited')
  await expect.poll(said).toEqual([['Who counted them?']])
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(said).toEqual([['Who counted? @Mina Park or @Jun Ito']])

  // An answer, and the comment itself, are deleted in the panel and come back.
  const thread = comments.getByRole('list', { name: 'Open comments' }).getByRole('listitem')
  await thread.getByRole('button', { name: 'Reply' }).click()
  await expect(thread.getByRole('textbox', { name: 'Reply' })).toBeFocused()
  await page.keyboard.type('The harbor.')
  await stet.press('Enter')
  await expect(thread.getByRole('button', { name: 'Edit or delete' })).toHaveCount(2)
  await thread.getByRole('button', { name: 'Edit or delete' }).last().click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect.poll(said).toEqual([['Who counted? @Mina Park or @Jun Ito']])
  await expect(thread.getByRole('button', { name: 'Reply' })).toBeFocused()
  await thread.getByRole('button', { name: 'Edit or delete' }).first().click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(thread).toHaveCount(0)
  await expect(margin.notes).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(margin.note('Who counted?')).toBeVisible()
  const [{ id: comment = '' } = {}] = (await newsroom.json<Shown>(['show', id])).comments
  await newsroom.json(['comment', id, comment, '--restore'])
  await expect(thread).toContainText('The harbor.')

  // Somebody answered: it stays.
  await newsroom.json(['comment', id, comment, '--reply', 'The port did.'], 'Mina Park')
  await expect(thread).toContainText('The port did.')
  await thread.getByRole('button', { name: 'Edit or delete' }).first().click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(thread.getByRole('alert')).toContainText('Mina Park answered this comment, so it cannot be deleted')
  await stet.press('Control+5')
  const history = page.getByRole('region', { name: 'History' })
  await expect(history).toContainText('edited a comment')
  await expect(history).toContainText('deleted a reply')
  await expect(history).toContainText('restored a comment')
})
