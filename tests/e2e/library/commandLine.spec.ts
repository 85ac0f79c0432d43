import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, oneWindow, test, type Newsroom } from '../fixtures'
import { openStory } from '../openStory'
import { allowed } from '../busyMachine'

interface Shown {
  readonly blocks: readonly { readonly role: string; readonly text: string }[]
  readonly fields: { readonly slug: string; readonly keywords: readonly string[] }
  readonly facts: readonly { readonly type: string; readonly status: string; readonly text: string }[]
}

const show = (newsroom: Newsroom, story: string): Promise<Shown> => newsroom.json<Shown>(['show', story])
const textsOf = ({ blocks }: Shown): readonly string[] => blocks.map(({ text }) => text)

async function importWords(newsroom: Newsroom, text: string): Promise<string> {
  const path = join(newsroom.scratch, 'words.md')
  await writeFile(path, text)
  const {
    stories: [story],
  } = await newsroom.json<{ stories: readonly { id: string }[] }>(['import', path])
  return story?.id ?? ''
}

/** `STET_EDITS=200 npm run e2e -- library/commandLine.spec.ts` makes more. A multiple of 40. */
const ROUNDS = Number(process.env['STET_EDITS'] ?? 40)
/** Commands under way at a time. */
const LANES = 4

const theWindow = oneWindow({ user: 'Reporter' })

test('edits from the command line while the window types in the same story: nothing is lost, and both show the same', async () => {
  const window = await theWindow()
  const { newsroom, page, stet } = window
  const counters = Array.from({ length: LANES }, (_, lane) => `Lane ${lane} counts [${lane}:0] here.`)
  const text = `# Counting in two places\n\n${counters.join('\n\n')}\n\nThe reporter types:\n`
  const story = await openStory(window, 'Counting in two places', { name: 'words.md', text })
  await expect(stet.story).toContainText('The reporter types:')

  let typed = ''
  let counting = true
  const type = async (): Promise<void> => {
    await stet.caretAtEnd()
    for (let word = 1; counting; word++) {
      const next = ` w${word}`
      await page.keyboard.type(next, { delay: 15 })
      typed += next
    }
  }
  const count = async (lane: number): Promise<readonly string[]> => {
    const refused: string[] = []
    for (let round = 1; round <= ROUNDS / LANES; round++) {
      const { code, stderr } = await newsroom.stetProcess(
        ['edit', story, '--replace', `[${lane}:${round - 1}]`, '--with', `[${lane}:${round}]`],
        'Editor',
      )
      if (code !== 0) refused.push(`${lane}:${round} exited ${code}: ${stderr}`)
      if (round % 10 === 0)
        await newsroom.json(
          lane === 0
            ? ['set', story, 'slug', `count-${round}`]
            : ['tag', story, '--text', `Lane ${lane} counts`, '--type', 'event'],
        )
    }
    return refused
  }
  await newsroom.json(['roster', 'add', 'Editor'])
  const typing = type()
  const refused = (await Promise.all(counters.map((_, lane) => count(lane)))).flat()
  counting = false
  await typing
  await stet.settled()

  const last = ROUNDS / LANES
  const expected = [
    'Counting in two places',
    '',
    ...counters.map((_, lane) => `Lane ${lane} counts [${lane}:${last}] here.`),
    `The reporter types:${typed}`,
  ]
  expect(refused).toEqual([])
  await expect(stet.sheet.blocks).toHaveText(expected)
  const shown = await show(newsroom, story)
  expect(textsOf(shown)).toEqual(expected)
  expect([shown.fields.slug, shown.facts.length]).toEqual([`count-${last}`, (LANES - 1) * (last / 10)])
  expect(typed.length).toBeGreaterThan(100)
  await expect(stet.facts.getByRole('listitem')).toHaveCount(shown.facts.length)
})

/**
 * A morning at the command line: each command, its person and its exit code. STORY, FACT and SOURCE are replaced by
 * ids.
 */
const MORNING: readonly (readonly [code: number, by: string, ...args: string[]])[] = [
  [0, 'Reporter', 'roster', 'add', 'Editor', '--role', 'editor'],
  [0, 'Reporter', 'source', 'add', '--name', 'Manifest', '--kind', 'document'],
  [0, 'Reporter', 'set', 'STORY', 'slug', 'ferry'],
  [0, 'Reporter', 'tag', 'STORY', '--text', '300 people', '--type', 'figure'],
  [3, 'Reporter', 'fact', 'STORY', 'FACT', '--status', 'verified', '--evidence', 'Manifest', '--locator', 'p. 1'],
  [0, 'Editor', 'fact', 'STORY', 'FACT', '--status', 'verified', '--evidence', 'Manifest', '--locator', 'p. 1'],
  [0, 'Reporter', 'edit', 'STORY', '--replace', '300', '--with', '400'],
  [0, 'Reporter', 'show', 'STORY'],
  [3, 'Reporter', 'edit', 'STORY', '--replace', 'not in the copy', '--with', 'x'],
  [1, 'Reporter', 'edit', 'STORY', '--replace', 'e', '--with', 'x'],
  [1, 'Reporter', 'edit', 'no-such-story', '--replace', 'a', '--with', 'b'],
  [1, 'Reporter', 'tag', 'STORY', '--text', 'noon', '--type', 'rumour'],
  [1, 'Reporter', 'fact', 'STORY', 'FACT', '--status', 'true'],
  [1, 'Reporter', 'move', 'STORY', 'printed'],
  [1, 'Reporter', 'export', 'STORY', '--format', 'papyrus', '--out', 'PATH'],
  [1, 'Reporter', 'frobnicate'],
  [2, 'Reporter', 'import', '/no/such/file.txt'],
  [0, 'Reporter', 'move', 'STORY', 'filed'],
  [3, 'Reporter', 'move', 'STORY', 'published'],
  [0, 'Editor', 'move', 'STORY', 'inReview'],
  [3, 'Editor', 'move', 'STORY', 'cleared'],
  [0, 'Editor', 'gate', 'STORY'],
  [0, 'Editor', 'list'],
  [0, 'Editor', 'search', 'ferry'],
]

/** Exit code, what came out, and what was said, with everything that differs from run to run taken out. */
async function morningIn(
  newsroom: Newsroom,
  story: string,
  stet: Newsroom['stet'],
): Promise<readonly (readonly [number, unknown, string])[]> {
  let fact = ''
  const seen: (readonly [number, unknown, string])[] = []
  const plain = (text: string): string =>
    text
      .replaceAll(story, 'STORY')
      .replaceAll(fact || '(no fact yet)', 'FACT')
      .replaceAll(newsroom.library, 'LIBRARY')
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|(?:story|fact|source|evidence)-[\w-]+/g, 'ID')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
      // What was seen holds ids.
      .replace(/\b[0-9a-f]{64}\b/g, 'HASH')
  for (const [, by, ...args] of MORNING) {
    const { code, stdout, stderr } = await stet(
      [
        ...args.map((word) => ({ STORY: story, FACT: fact, PATH: join(newsroom.scratch, 'out') })[word] ?? word),
        '--json',
      ],
      by,
    )
    if (args[0] === 'tag' && code === 0) fact = (JSON.parse(stdout) as { id: string }).id
    seen.push([code, stdout === '' ? '' : JSON.parse(plain(stdout)), plain(stderr)])
  }
  return seen
}

test('the command line gives the same answers and exit codes alone and beside the running app', async ({
  newsroom,
}) => {
  const words = '# Ferry sails\n\nIt carried 300 people at noon.\n'
  const alone = await morningIn(newsroom, await importWords(newsroom, words), newsroom.stet)
  expect(alone.map(([code]) => code)).toEqual(MORNING.map(([code]) => code))
  expect(alone.filter(([code, , said]) => (code === 0) !== (said === ''))).toEqual([])

  await rm(newsroom.library, { recursive: true })
  const story = await importWords(newsroom, words)
  const { stet } = await newsroom.launch({ user: 'Reporter' })
  await expect(stet.part('headline')).toHaveText('Ferry sails')
  // Each in a process of its own, as a person runs it: a process ends with the exit code of its command.
  const beside = await morningIn(newsroom, story, newsroom.stetProcess)
  expect(beside).toEqual(alone)
  await expect(stet.part('body')).toHaveText('It carried 400 people at noon.')
  await expect(stet.fact('400 people')).toContainText('Re-check')
})

test('while the app hangs, the command line can read; a write fails soon with a message and changes nothing', async () => {
  const window = await theWindow()
  const { app, newsroom, stet } = window
  const text = '# Ferry sails\n\nIt carried 300 people.\n'
  const story = await openStory(window, 'Ferry sails', { name: 'words.md', text })
  await stet.caretAtEnd()
  await stet.page.keyboard.type(' All well.')
  await stet.settled()
  app.process().kill('SIGSTOP')
  try {
    const began = Date.now()
    const [read, write] = await Promise.all([
      newsroom.stetProcess(['show', story, '--json']),
      newsroom.stetProcess(['edit', story, '--replace', '300', '--with', '400']),
    ])
    const took = Date.now() - began
    expect([read.code, textsOf(JSON.parse(read.stdout) as Shown)]).toEqual([
      0,
      ['Ferry sails', '', 'It carried 300 people. All well.'],
    ])
    expect([write.code, write.stderr]).toEqual([
      2,
      expect.stringMatching(/is open in another Stet .*Nothing was changed\./),
    ])
    expect(took).toBeLessThan(allowed(10_000))
  } finally {
    app.process().kill('SIGCONT')
  }
  await newsroom.json(['edit', story, '--replace', '300', '--with', '500'])
  await expect(stet.part('body')).toHaveText('It carried 500 people. All well.')
})
