/** A quote beside its transcript: shown as it is typed, word by word, and what the gate says. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { graveFindings } from '../axe'
import { pdfFrom } from '../../builders/files/pdfFrom'
import { expect, oneWindow, test } from '../fixtures'
import { openStory } from '../openStory'
import { insertedIn } from '../pages/changedWords'
import { allowed } from '../busyMachine'

const theWindow = oneWindow({ user: 'Editor' }, async (newsroom) => {
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'])
  await newsroom.json(['source', 'add', '--name', 'Briefing', '--kind', 'media'])
})

test('a quote is compared with its transcript while it is typed, and blocks when it differs', async () => {
  const window = await theWindow()
  const { newsroom, page, stet } = window
  const transcript = join(newsroom.scratch, 'briefing.srt')
  const text =
    'Talks end\n\nA deck\n\nTrump called him “a very tough negotiator,” and left.\n\nHe said “we will raise the tariffs” in April.'
  await writeFile(
    transcript,
    '1\n00:00:01,000 --> 00:00:04,000\nTRUMP: He is a very tough negotiator.\n\n2\n00:00:04,000 --> 00:00:09,000\nI do not think we will raise the tariffs.\n',
  )
  const story = await openStory(window, 'Talks end', { name: 'story.txt', text })
  for (const words of ['“a very tough negotiator,”', '“we will raise the tariffs”']) {
    const { id } = await newsroom.json<{ id: string }>([
      'tag',
      story,
      '--text',
      words,
      '--type',
      'quote',
      '--attributed-to',
      'Donald Trump',
    ])
    await newsroom.json(['fact', story, id, '--evidence', 'Briefing', '--locator', '0:01', '--file', transcript])
  }

  const first = stet.fact('tough negotiator')
  await expect(first).toContainText('matches the transcript')
  await stet.caretAfter('very', 0)
  await page.keyboard.type(' very')
  await expect(first).toContainText('differs from the transcript')
  await expect(insertedIn(first.getByRole('group', { name: 'Transcript' }))).toContainText('very')
  await expect(first.getByRole('group', { name: 'Transcript' })).toContainText('TRUMP, 00:00:01')
  const pictures = process.env['STET_PICTURES']
  expect(
    await graveFindings(
      page,
      'quote',
      async (theme) => pictures && page.screenshot({ path: `${pictures}/quote-${theme}.png` }),
    ),
  ).toEqual([])
  await stet.settled()
  const rules = async (): Promise<readonly string[]> =>
    (await newsroom.json<{ blocks: readonly { rule: string }[] }>(['gate', story, '--door', 'clear'])).blocks
      .map(({ rule }) => rule)
      .filter((rule) => rule.startsWith('quote'))
  expect((await rules()).toSorted()).toEqual(['quoteCut', 'quoteDiffers'])
  await stet.undoUntil('“a very tough negotiator')
  await expect(first).toContainText('matches the transcript')

  const second = stet.fact('we will raise the tariffs')
  await expect(second).toContainText('in the transcript, but cut near not, think')
  await expect(second).not.toContainText(/matches the transcript/i)
  await second.getByRole('button').first().click()
  await second.getByRole('button', { name: 'Accept the cut' }).click()
  await expect(second.getByRole('group', { name: 'Transcript' })).toContainText('accepted')
  await stet.settled()
  expect(await rules()).toEqual([])
})

test('a PDF transcript and one of 40,000 words are read in the background, while the app answers', async () => {
  const window = await theWindow()
  const { app, newsroom, stet } = window
  const [pdf, long] = ['call.pdf', 'session.txt'].map((name) => join(newsroom.scratch, name)) as [string, string]
  const copy =
    'Pilots leave\n\nA deck\n\nThe mayor said “the talks are over” and the pilot said “we leave tonight” there.'
  await writeFile(pdf, pdfFrom(['MAYOR: So the talks are over.']))
  await writeFile(
    long,
    `${'CLERK: The next item is put to the vote and carried without debate.\n'.repeat(3_200)}PILOT: And so we leave tonight.\n`,
  )
  const story = await openStory(window, 'Pilots leave', { name: 'story.txt', text: copy })
  await app.evaluate(() => {
    const seen = { longest: 0, last: performance.now() }
    setInterval(() => {
      seen.longest = Math.max(seen.longest, performance.now() - seen.last)
      seen.last = performance.now()
    }, 10)
    Object.assign(globalThis, { seen })
  })
  for (const [text, transcript] of [
    ['“the talks are over”', pdf],
    ['“we leave tonight”', long],
  ] as const) {
    const { id } = await newsroom.json<{ id: string }>(['tag', story, '--text', text, '--type', 'quote'])
    await newsroom.json(['fact', story, id, '--evidence', 'Briefing', '--locator', '0:01', '--file', transcript])
    await expect(stet.fact(text)).toContainText('matches the transcript')
  }
  const longest = await app.evaluate(
    () => (globalThis as unknown as { readonly seen: { readonly longest: number } }).seen.longest,
  )
  if (process.env['STET_LAPS']) console.log(`    longest stop of main: ${Math.round(longest)} ms`)
  expect(longest).toBeLessThan(allowed(1000))
})
