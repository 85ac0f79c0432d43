import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../fixtures'
import { LibraryPane } from '../pages/libraryPane'
import { MarginNotes } from '../pages/marginNotes'

test('a story that is sent back is counted in the library and comes first in my queue, with the reason', async ({
  newsroom,
}) => {
  const ids: string[] = []
  for (const name of ['Ferry', 'Port']) {
    await writeFile(join(newsroom.scratch, `${name}.md`), `# ${name} sails\n\nIt carried 300 people.\n`)
    ids.push(
      (await newsroom.json<{ stories: readonly { id: string }[] }>(['import', join(newsroom.scratch, `${name}.md`)]))
        .stories[0]?.id ?? '',
    )
  }
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'])
  const [ferry = ''] = ids
  await newsroom.json(['set', ferry, 'slug', 'ferry'])
  await newsroom.json(['move', ferry, 'filed'])
  const { page, stet } = await newsroom.launch({ user: 'Reporter' })
  const library = new LibraryPane(page)
  await library.open('Port sails')
  await expect(library.region.getByRole('button', { name: 'My queue 0' })).toBeVisible()
  await newsroom.json(['move', ferry, 'draft', '--reason', 'Who counted the people?'], 'Editor')
  const button = library.region.getByRole('button', { name: 'My queue 1' })
  await button.press('Enter')
  const waiting = page
    .getByRole('dialog', { name: 'My queue' })
    .getByRole('region', { name: 'Sent back to you' })
    .getByRole('button')
  await expect(waiting).toContainText('Who counted the people?')
  await expect(waiting).toContainText('Editor sent it back')
  await waiting.press('Enter')
  await expect(stet.part('headline')).toHaveText('Ferry sails')
  expect((await newsroom.stet(['queue'], 'Reporter')).stdout).toMatch(
    /^sentBack {2}Ferry sails: Who counted the people\? \(Editor sent it back, 30 Oct 2026 \d\d:\d\d\) {2}\S+\n$/,
  )

  // A comment that mentions the person: pressing it opens the story with the note.
  await newsroom.json(['comment', ids[1] ?? '', '--on', '300', '--text', 'Whose count, @Reporter?'], 'Editor')
  await expect(library.region.getByRole('button', { name: 'My queue 2' })).toBeVisible()
  await library.region.getByRole('button', { name: 'My queue 2' }).press('Enter')
  await page
    .getByRole('dialog', { name: 'My queue' })
    .getByRole('region', { name: 'Comments for you' })
    .getByRole('button')
    .press('Enter')
  await expect(stet.part('headline')).toHaveText('Port sails')
  await expect(new MarginNotes(page).note('Whose count')).toHaveAttribute('data-selected', 'true')
  // The keyboard is in the comment.
  const comment = page.getByRole('region', { name: 'Comments', exact: true }).getByRole('listitem')
  await expect(comment.filter({ hasText: 'Whose count' }).locator(':focus')).toHaveText('300')

  // A query to the writer: the keyboard is on its fact.
  const { id: fact } = await newsroom.json<{ id: string }>(
    ['tag', ids[1] ?? '', '--text', '300', '--type', 'figure'],
    'Editor',
  )
  await newsroom.json(['set', ids[1] ?? '', 'author', 'Reporter'])
  const { facts } = await newsroom.json<{ facts: readonly { seen: string }[] }>(['show', ids[1] ?? ''], 'Editor')
  await newsroom.json(
    ['fact', ids[1] ?? '', fact, '--status', 'queried', '--reason', 'On board?', '--seen', facts[0]?.seen ?? ''],
    'Editor',
  )
  await library.region.getByRole('button', { name: 'My queue 3' }).press('Enter')
  await page
    .getByRole('dialog', { name: 'My queue' })
    .getByRole('region', { name: 'Asked of you' })
    .getByRole('button')
    .press('Enter')
  const facts300 = page.getByRole('region', { name: 'Facts', exact: true }).getByRole('button', { name: /^300/ })
  await expect(facts300).toBeFocused()

  // A comment that must be fixed in the person’s story, and a filed story, which waits for the desk.
  await newsroom.json(['set', ids[1] ?? '', 'author', 'Reporter'])
  await newsroom.json(['comment', ids[1] ?? '', '--text', 'Name the port.', '--must-fix'], 'Editor')
  await library.region.getByRole('button', { name: 'My queue 3' }).press('Enter')
  await expect(
    page.getByRole('dialog', { name: 'My queue' }).getByRole('region', { name: 'Must be fixed' }).getByRole('button'),
  ).toContainText('Name the port.')
  await newsroom.json(['move', ferry, 'filed'])
  expect((await newsroom.stet(['queue'], 'Editor')).stdout).toContain('filed  Ferry sails (By Reporter)')
})
