/** An editor teaches the checks a word, by keyboard and with the mouse: tried first, asked for at once, logged. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inBothThemes, violations } from '../axe'
import { expect, oneWindow, test } from '../fixtures'
import { openStory } from '../openStory'
import { Seat } from '../pages/seat'

const theWindow = oneWindow({ user: 'Editor' }, (newsroom) =>
  newsroom.json(['roster', 'add', 'Editor', '--role', 'editor']),
)

test('an editor tries a word on a sentence, teaches it, and takes it back', async () => {
  const launched = await theWindow()
  const { newsroom } = launched
  const text = 'Talks end in Busan\n\nBusan is the toast of Asia, said Kim Min.'
  const story = await openStory(launched, 'Talks end in Busan', { name: 'busan.txt', text })
  const seat = new Seat(launched.stet, 'Editor')
  const dialog = seat.dialog('Desk’s words')
  const asked = async (): Promise<boolean> =>
    (await newsroom.stet(['gate', story, '--json'])).stdout.includes('“toast of Asia”')

  await seat.command('Desk’s words')
  // Everything by the keyboard.
  await seat.fill(dialog.getByLabel('Word or phrase'), 'toast of *')
  await seat.fill(dialog.getByLabel('Source'), 'House style, page 4')
  await seat.fill(dialog.getByLabel('Try it on a sentence'), 'It is the toast of Asia.')
  const trial = dialog.getByRole('status', { name: 'What it would find' })
  await expect(trial).toContainText('It finds: “toast of Asia”.')
  expect(await asked()).toBe(false)
  await dialog.getByLabel('Word or phrase').press('Enter')
  await expect(dialog.getByRole('listitem')).toContainText(['toast of *'])
  await inBothThemes(seat.page, async () => expect(await violations(seat.page, '[role=dialog]')).toEqual([]))
  expect(await asked()).toBe(true)

  // Not a word that would make the checks blind.
  await dialog.getByLabel('List').selectOption('Filler')
  await dialog.getByLabel('Language').fill('en')
  await dialog.getByLabel('Word or phrase').fill('not')
  await expect(trial).toContainText('“not” cannot be a filler')

  await dialog.getByRole('button', { name: 'Remove “toast of *”' }).click()
  await expect(dialog.getByRole('listitem')).toHaveCount(0)
  expect(await asked()).toBe(false)
  // Removed by mistake: it comes back, and the way back is logged too.
  await dialog.getByRole('button', { name: 'Undo remove' }).press('Enter')
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  expect(await asked()).toBe(true)
  const history = await newsroom.act('library.history', {}, '')
  expect(history.flatMap(({ kind, by }) => (kind.startsWith('word') ? [`${by} ${kind}`] : []))).toEqual([
    'Editor wordAdded',
    'Editor wordRemoved',
    'Editor wordAdded',
  ])
  await seat.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('a quote that matches only by a filler of the desk says so, and another person accepts it', async () => {
  const launched = await theWindow()
  const { newsroom, stet } = launched
  const transcript = join(newsroom.scratch, 'briefing.txt')
  const copy = 'Gates open\n\nA deck\n\nTrump said, “We will open the gates on Monday, and leave at noon.”'
  await writeFile(
    transcript,
    'TRUMP: We will open the gates on Monday, see, and leave at noon.\nXI: And we thank you.\n',
  )
  const story = await openStory(launched, 'Gates open', { name: 'story.txt', text: copy })
  await newsroom.json(['source', 'add', '--name', 'Briefing', '--kind', 'media'])
  const text = '“We will open the gates on Monday, and leave at noon.”'
  const { id } = (await newsroom.json(['tag', story, '--text', text, '--type', 'quote'])) as { readonly id: string }
  await newsroom.json(['fact', story, id, '--evidence', 'Briefing', '--locator', 'p. 1', '--file', transcript])

  const quote = stet.fact('open the gates')
  await expect(quote).toContainText('differs from the transcript')
  await newsroom.act('words.add', { list: 'filler', words: 'see', language: 'en', source: 'He says it' }, 'Editor')
  await expect(quote).toContainText('matches the transcript because of the desk’s words')
  await quote.getByRole('button').first().click()
  const said = quote.getByRole('group', { name: 'Transcript' })
  await expect(said).toContainText('Matches only because of the desk’s words see')
  await expect(said).toContainText('on Monday, see, and leave')
  await quote.getByRole('button', { name: 'Accept the match' }).press('Enter')
  await expect(said).toContainText('accepted')
  const blocks = (await newsroom.json(['gate', story, '--door', 'clear'])) as {
    readonly blocks: readonly { readonly rule: string }[]
  }
  expect(blocks.blocks.filter(({ rule }) => rule.startsWith('quote'))).toEqual([])
})
