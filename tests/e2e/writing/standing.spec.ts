/** The note about the last move: sent back and why, no longer cleared, not the published words. By mouse. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'
import { insertedIn, quotedIn } from '../pages/changedWords'

interface Shown {
  readonly stage: string
  readonly version: number
  readonly blocks: readonly { readonly text: string }[]
}

const STORY = 'Ferry talks resume\nAfter a quiet week\nThey met again in the harbour office.\n'

test('a reporter reads why a story came back; changed words of cleared and published copy say so, and go back in one click', async ({
  newsroom,
}) => {
  const file = join(newsroom.scratch, 'ferry.txt')
  await writeFile(file, STORY)
  const {
    stories: [{ id }],
  } = await newsroom.json<{ stories: readonly [{ id: string }] }>(['import', file])
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'])
  await newsroom.json(['set', id, 'slug', 'ferry'])
  await newsroom.json(['move', id, 'filed'])
  await newsroom.json(['move', id, 'draft', '--reason', 'Who was there? Name them.'], 'Editor')

  const { page, stet } = await newsroom.launch({ user: 'Reporter' })
  const note = page.getByRole('complementary', { name: 'State of the story' })
  await expect(note).toContainText(/Editor sent this back, \d\d:\d\d:/)
  await expect(quotedIn(note)).toHaveText('Who was there? Name them.')
  await page.getByRole('button', { name: 'File to desk' }).click()
  await expect(note).toHaveCount(0)

  await newsroom.json(['move', id, 'inReview'], 'Editor')
  await newsroom.json(['move', id, 'cleared'], 'Editor')
  await expect(page.getByRole('button', { name: 'Publish…', exact: true })).toBeVisible()
  await stet.select('harbour')
  await page.keyboard.insertText('port')
  await stet.settled()
  await expect(note).toContainText('changed after Editor cleared it.')
  await note.getByRole('button', { name: 'Discard changes' }).click()
  await expect(stet.part('body')).toHaveText('They met again in the harbour office.')

  await newsroom.json(['move', id, 'cleared'], 'Editor')
  await newsroom.json(['move', id, 'published'], 'Editor')
  await expect(note).toHaveCount(0)
  await stet.select('office')
  await page.keyboard.insertText('café')
  await stet.settled()
  await expect(note).toContainText('You changed published copy. Readers still see version 1.')
  await note.getByRole('button', { name: 'See changes' }).click()
  await expect(insertedIn(page.getByRole('dialog', { name: 'Compare snapshots' }))).toHaveText('café')
  await page.keyboard.press('Escape')
  await note.getByRole('button', { name: 'Discard changes' }).click()
  await expect(note).toHaveCount(0)
  expect(await newsroom.json<Shown>(['show', id])).toMatchObject({
    stage: 'published',
    version: 1,
    blocks: STORY.trim()
      .split('\n')
      .map((text) => ({ text })),
  })

  await newsroom.json(['set', id, 'copyrightLine', '© Zed'])
  await expect(note).toContainText('You changed what was published: copyright line. Readers still see version 1.')
  await note.getByRole('button', { name: 'Discard changes' }).click()
  await expect(note).toHaveCount(0)
  expect(await newsroom.json<Shown>(['show', id])).toMatchObject({ stage: 'published', fields: { copyrightLine: '' } })

  // What would stay is said before; where nothing else changed, nothing is offered.
  await newsroom.json(['set', id, 'embargo', '2999-01-01T00:00:00Z'], 'Editor')
  await newsroom.json(['set', id, 'copyrightLine', '© Zed'])
  await expect(note).toContainText('A stricter embargo is not discarded.')
  await note.getByRole('button', { name: 'Discard changes' }).click()
  await expect(note).toContainText('You changed what was published: embargo. Readers still see version 1.')
  await expect(note.getByRole('button', { name: 'Discard changes' })).toHaveCount(0)
  await newsroom.json(['set', id, 'embargo', ''], 'Editor')
  await expect(note).toHaveCount(0)

  await stet.select('office')
  await page.keyboard.insertText('café')
  await note.getByRole('button', { name: 'New version' }).click()
  const moving = page.getByRole('dialog', { name: 'Published, version 1' })
  await moving.getByRole('radio', { name: /^Correction/ }).check()
  await moving.getByRole('button', { name: 'New version' }).click()
  await expect(note).toContainText('Version 2 is a correction, but its correction note is not written yet.')
})
