import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { graveFindings } from '../axe'
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

test('a correction note to approve and destinations to notify are in my queue, and open where they are done', async ({
  newsroom,
}) => {
  const file = join(newsroom.scratch, 'tug.md')
  await writeFile(file, '# Tug leaves the harbour\n\n*The crew was well*\n\nThe tug left at noon on Monday.\n')
  for (const [name, role] of [
    ['Editor', 'editor'],
    ['Night Editor', 'editor'],
    ['Checker', 'checker'],
  ] as const)
    await newsroom.json(['roster', 'add', name, '--role', role])
  const made = await newsroom.json<{ stories: readonly { id: string }[] }>(['import', file])
  const tug = made.stories[0]?.id ?? ''
  const publish = async (...stages: readonly string[]): Promise<void> => {
    for (const stage of [...stages, 'cleared', 'published'])
      await newsroom.json(['move', tug, stage, ...(stage === 'cleared' ? ['--override', 'On deadline'] : [])], 'Editor')
  }
  await newsroom.json(['set', tug, 'slug', 'tug'])
  await publish('filed', 'inReview')
  await newsroom.json(['export', tug, '--format', 'html', '--out', join(newsroom.scratch, 'site.html')], 'Editor')
  await newsroom.json(['move', tug, 'inReview', '--kind', 'correction'], 'Editor')
  await newsroom.json(['edit', tug, '--replace', 'noon', '--with', 'one'])
  await newsroom.json(
    ['correction', tug, '--cause', 'A typing error', '--public', 'The tug left at one, not at noon.'],
    'Editor',
  )

  const { page, stet } = await newsroom.launch({ user: 'Night Editor' })
  const queue = page.getByRole('dialog', { name: 'My queue' })
  const pane = new LibraryPane(page)
  await pane.region.getByRole('button', { name: 'My queue 1' }).press('Enter')
  const note = queue.getByRole('region', { name: 'Corrections to approve' }).getByRole('button')
  await expect(note).toContainText('The tug left at one, not at noon.')
  await expect(note).toContainText(/Saved by Editor, .* · Tug leaves the harbour · v1 live, v2 in review/)
  await note.press('Enter')
  const form = page.getByRole('region', { name: 'Correction, version 2' })
  await form.getByRole('button', { name: 'Approve', exact: true }).press('Enter')
  await expect(form).toContainText('Approved by Night Editor')
  await expect(pane.region.getByRole('button', { name: 'My queue 0' })).toBeVisible()

  // Who checks is not who publishes: editors notify.
  await publish()
  expect((await newsroom.stet(['queue'], 'Checker')).stdout).not.toContain('toNotify')
  expect((await newsroom.stet(['queue'], 'Editor')).stdout).toContain(
    `toNotify  Tug leaves the harbour (1 destination to notify of the correction)  ${tug}\n`,
  )
  const places = queue.getByRole('region', { name: 'Destinations to notify' }).getByRole('button')
  await stet.press('Control+1')
  await expect(form).toBeHidden()
  await pane.region.getByRole('button', { name: 'My queue 1' }).press('Enter')
  await places.press('Enter')
  await expect(form).toContainText('1 to notify.')
  await newsroom.json(['kill', tug, '--text', 'The tug never left.'], 'Editor')
  await pane.region.getByRole('button', { name: 'My queue 1' }).press('Enter')
  await expect(places).toContainText('1 destination to notify of the kill')
  expect(await graveFindings(page, 'queue')).toEqual([])
  await places.press('Enter')
  await expect(page.getByRole('region', { name: 'Kill', exact: true })).toContainText('site.html')
  await expect(stet.part('headline')).toHaveText('Tug leaves the harbour')
})
