/**
 * The fact desk on the Busan story, by keyboard alone: a reporter, an editor and a checker with a window each, a
 * transcript, a pool report, a PDF and a recording. Every status is reached, suggestions are accepted and rejected,
 * evidence is replaced, and the fact sheet leaves in both editions.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pdfFrom, wavFrom } from '../../builders/files/pdfFrom'
import { expect, test, type Newsroom } from '../fixtures'
import { busanDesk } from '../pages/busanDesk'
import { SuggestionsPanel } from '../pages/suggestionsPanel'
import { factRow } from '../pages/factsPanel'
import { ReviewRoom } from '../pages/reviewRoom'

const TRANSCRIPT = `1
00:00:01,000 --> 00:00:09,000
TRUMP: We're going to have a very successful meeting, I have no doubt. But he's a very tough negotiator. That's not good.

2
00:00:10,000 --> 00:00:15,000
XI (through interpreter): The teams have made encouraging progress.
`
const POOL =
  'Pool report 3\n\nDoors closed at 11:01.\n\nThe bilat broke up at 12:41, about 100 minutes after the doors closed. The two last met in June 2019.\n'

interface Files {
  readonly transcript: string
  readonly pool: string
  readonly communique: string
  readonly recording: string
  readonly second: string
}

async function writeFiles({ scratch }: Newsroom): Promise<Files> {
  const files = {
    transcript: 'briefing.srt',
    pool: 'pool-3.txt',
    communique: 'communique.pdf',
    recording: 'voice.wav',
    second: 'pool-3-corrected.txt',
  }
  const contents = {
    transcript: TRANSCRIPT,
    pool: POOL,
    second: POOL.replace('Pool report 3', 'Pool report 3, corrected'),
    communique: pdfFrom(['Communique', 'The teams met for three days in Kuala Lumpur']),
    recording: wavFrom(4),
  }
  for (const name of Object.keys(files) as (keyof Files)[]) await writeFile(join(scratch, files[name]), contents[name])
  return Object.fromEntries(
    Object.entries(files).map(([name, file]) => [name, join(scratch, file)]),
  ) as unknown as Files
}

interface Shown {
  readonly stage: string
  readonly facts: readonly { readonly text: string; readonly status: string; readonly reasons: readonly string[] }[]
  readonly blocks: readonly { readonly text: string }[]
}

test('every status can be reached, and the fact sheet is exported in both editions', async ({ newsroom }) => {
  const files = await writeFiles(newsroom)
  const {
    launched,
    reporter,
    editor,
    third: checker,
    story,
    lap,
  } = await busanDesk(newsroom, [
    ['Editor', 'editor'],
    ['Checker', 'checker'],
  ])
  const shown = (): Promise<Shown> => newsroom.json(['show', story])
  const copy = (await shown()).blocks.map(({ text }) => text).join('\n')
  const asWritten = (...spellings: readonly string[]): string => spellings.find((words) => copy.includes(words)) ?? ''
  const days = asWritten('two days', 'Two days')
  const right = asWritten('two days') === '' ? 'Three days' : 'three days'
  const details = asWritten('No official details', 'Neither side')

  // The reporter tags, attaches the transcript and the recording, and files.
  const facts: readonly (readonly [words: string, letter: string])[] = [
    ['Donald Trump', 'n'],
    ['Chinese President', 't'],
    ['first face-to-face talks in six years', 's'],
    ['“very successful meeting”', 'q'],
    ['“encouraging progress”', 'q'],
    ['“solid foundation, sound atmosphere”', 'q'],
    ['two largest economies', 's'],
    ['“already agreed to a lot of things”', 'q'],
    ['about 100 minutes', 'f'],
    [details, 'e'],
    [days, 'f'],
    ['three-nation', 'f'],
    ['state visit', 'e'],
  ]
  for (const [words, letter] of facts) await reporter.tag(words, letter)
  await reporter.take('“very successful meeting”')
  await reporter.attach({ source: 'Briefing', kind: 'Image, audio or video', locator: '0:01', file: files.transcript })
  await reporter.take('about 100 minutes')
  await reporter.attach({ source: 'Pool report 3', kind: 'Pool report', locator: '¶ 3', file: files.pool })
  await reporter.attach({
    source: 'Own recording',
    kind: 'Image, audio or video',
    locator: '0:03',
    file: files.recording,
  })
  await reporter.setField('Slug', 'busan-summit')
  await reporter.stet.nextMove('File to desk')
  await expect.poll(async () => (await shown()).stage).toBe('filed')
  lap('reporter')

  // The editor starts the review, and gives each verdict by its key.
  await editor.stet.nextMove('Start review')
  await expect.poll(async () => (await shown()).stage).toBe('inReview')
  await expect(editor.stet.fact('“very successful meeting”')).toContainText('in the transcript, but cut near no, doubt')
  await editor.verify('“very successful meeting”')
  await editor.verdict('“encouraging progress”', 'q', 'Queried', {
    'Question to the author': 'Which teams?',
    Due: '18:00',
  })
  await editor.verdict('“solid foundation, sound atmosphere”', 'u', 'Unverifiable', {
    'What was tried': 'No transcript has it.',
  })
  await editor.verdict('two largest economies', 's', 'Let stand', {
    'Why you let it stand (printed on the fact sheet)': 'IMF data of April.',
  })
  await editor.verdict('“already agreed to a lot of things”', 'd', 'Disputed', {
    'Who says otherwise': 'The Chinese readout',
  })
  await editor.verdict('Donald Trump', 'a', 'On author')
  await editor.verify('about 100 minutes')
  await editor.take(days)
  await editor.attach({
    source: 'Communique',
    kind: 'Document',
    locator: 'p. 2',
    file: files.communique,
    contradicts: true,
  })
  await editor.verdict(days, 'w', 'Wrong', {
    'What is wrong': 'Three days, says the communique',
    'The right words': right,
  })
  await editor.stet.select('three-nation')
  await editor.press('Control+Shift+e')
  await editor.page.keyboard.type('four-nation')
  await editor.press('Control+Shift+e')
  await editor.stet.settled()
  lap('editor')

  // The author answers, accepts the right words, cuts one fact; another loses its tag; a third is untagged by the
  // editor.
  const panel = new SuggestionsPanel(reporter.stet)
  await panel.open()
  await expect(panel.rows).toHaveCount(2)
  await panel.take(right)
  await reporter.press('a')
  await expect(panel.rows).toHaveCount(1)
  await panel.take('four-nation')
  await reporter.press('r')
  await expect(panel.rows).toHaveCount(0)
  await reporter.stet.select(details)
  await reporter.press('Delete')
  await reporter.stet.select('Chinese President')
  await reporter.press('Delete')
  await reporter.page.keyboard.insertText('Chinese President')
  await reporter.stet.settled()
  await editor.take('state visit')
  await editor.press('Control+Shift+t')
  await expect(editor.dialog('Remove tag').getByRole('textbox')).toBeFocused()
  await editor.page.keyboard.insertText('Nothing to check here')
  await editor.press('Enter')
  await expect(editor.dialog()).toHaveCount(0)
  lap('words')

  // The pool sends a corrected report: facts that used the old one need a new check.
  const row = await checker.take('about 100 minutes')
  await factRow(row).removeEvidence('Pool report 3')
  await checker.attach({ source: 'Pool report 3', locator: '¶ 3', file: files.second })
  await expect(factRow(row).status).toHaveText('Re-check')

  const standing = async (): Promise<Readonly<Record<string, string>>> =>
    Object.fromEntries((await shown()).facts.map(({ text, status }) => [text, status]))
  expect(await standing()).toEqual({
    'Donald Trump': 'onAuthor',
    'Chinese President': 'lost',
    'first face-to-face talks in six years': 'toCheck',
    '“very successful meeting”': 'verified',
    '“encouraging progress”': 'queried',
    '“solid foundation, sound atmosphere”': 'unverifiable',
    'two largest economies': 'letStand',
    // The words that were cut from its graf hold a negation.
    '“already agreed to a lot of things”': 'reCheck',
    'about 100 minutes': 'reCheck',
    [details]: 'cut',
    [right]: 'verified',
    'three-nation': 'toCheck',
    'state visit': 'untagged',
  })
  await checker.verify('about 100 minutes')
  await checker.verify('first face-to-face talks in six years', {
    source: 'Olena Kovalchuk',
    kind: 'Person',
    rules: 'Background',
    protect: true,
    locator: '30 Oct 09:40, phone',
    excerpt: 'They had not met since Osaka.',
  })
  await reporter.review('“encouraging progress”', async (row) => {
    await reporter.press('r')
    await reporter.fill(new ReviewRoom(reporter.page).question.getByRole('textbox'), 'The trade teams.')
    await reporter.press('Enter')
    await expect(row).toContainText('answered')
  })
  lap('checker')

  // The story is cleared with the editor's reason for the rest. The public fact sheet leaves out the names.
  await editor.move(/^Clear/, { override: 'The desk has the papers.' })
  await expect.poll(async () => (await shown()).stage).toBe('cleared')
  const sheets = { internal: join(newsroom.scratch, 'internal.html'), public: join(newsroom.scratch, 'public.html') }
  await editor.saveExport(launched, /^Fact sheet/, sheets.internal)
  await editor.saveExport(launched, /^Fact sheet/, sheets.public, (panel) =>
    panel.getByRole('radio', { name: /^Public/ }).press('Space'),
  )
  const [internal = '', open = ''] = (
    await Promise.all([sheets.internal, sheets.public].map((path) => readFile(path, 'utf8')))
  ).map(textOf)
  expect(internal).toContain('INTERNAL. Not for publication. Fact sheet: ')
  for (const sheet of [internal, open]) {
    expect(sheet).toMatch(/Stage: Cleared; this is the copy that was cleared Copy SHA-256: [0-9a-f]{64} 10 facts: /)
    expect(sheet).toMatch(
      /Superlative two largest economies Where: graf \d Status: Let stand Sign-off: Let stand.*, 2026-10-30 09:\d\d UTC\. Reason: IMF data of April\./,
    )
    expect(sheet).toContain(`Figure ${right} Where: graf 4 Status: Verified`)
    expect(sheet).toMatch(/Backup: Pool report 3 \(Pool report\), ¶ 3/)
    expect(sheet).toContain('Backup: Source A')
    expect(sheet).not.toContain('Kovalchuk')
  }
  expect(internal).toMatch(
    /Verified by Checker, 2026-10-30 09:\d\d UTC Backup: Source A \(Person, background\), 30 Oct 09:40, phone They had not met since Osaka\./,
  )
  expect(internal).toMatch(/Backup: Communique \(Document\), p\. 2, file communique\.pdf, SHA-256 [0-9a-f]{64}/)
  expect(internal).toContain('“encouraging progress” Where: graf 2 Status: To check; query answered')
  expect(internal).toContain('No longer in the copy')
  for (const kept of ['Checker', 'Osaka', 'communique.pdf', 'query answered', 'No longer in the copy', 'Which teams?'])
    expect(open).not.toContain(kept)
  lap('sheets')
})

/** The words of a page, as one line. */
const textOf = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+([:.,])/g, '$1')
    .replace(/\s+/g, ' ')
