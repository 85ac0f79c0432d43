/** The built command line, started from its snapshot and plainly. */
import { execFile, spawn, type ExecFileException } from 'node:child_process'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, ROOT, test } from './fixtures'

test.skip(process.platform === 'win32', 'Windows has no start-up snapshot')

interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}
type Start = readonly [program: string, ...first: readonly string[]]

const QUICK: Start = [join(ROOT, 'scripts', 'stet')]
const PLAIN: Start = [process.execPath, join(ROOT, 'scripts', 'stet.cjs')]
const STORY =
  '# Talks end after two hours\n\nThe talks ended after **two** hours on Friday, the [ministry](https://example.org) said.\n\n- 24 percent in June\n'

const run = (
  [program, ...first]: Start,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> =>
  new Promise((done) => {
    const { STET_USER: _user, ...rest } = process.env
    execFile(
      program,
      [...first, ...args],
      { cwd, env: { ...rest, STET_USER: 'Reporter', STET_LIBRARY: join(cwd, 'library'), ...env } },
      (error: ExecFileException | null, stdout, stderr) => {
        done({ code: error ? (typeof error.code === 'number' ? error.code : 99) : 0, stdout, stderr })
      },
    )
  })

const DAY: readonly (readonly string[])[] = [
  ['show', 'story-1'],
  ['show', 'story-1', '--json'],
  ['tag', 'story-1', '--text', '24 percent', '--type', 'figure'],
  ['gate', 'story-1'],
  ...['html', 'markdown', 'ninjs', 'newsml-g2', 'nitf', 'text', 'docx', 'factsheet', 'pdf'].map((format) => [
    'export',
    'story-1',
    '--format',
    format,
    '--draft',
    '--out',
    `out-${format}`,
  ]),
  ['import', 'out-docx'],
  ['list'],
  ['history', 'story-1'],
  ['versions', 'story-1'],
  ['doctor'],
  ['export', 'story-1', '--format', 'html', '--out', 'never'],
  ['no-such-command'],
  ['--help'],
]

const at = (minute: number): Readonly<Record<string, string>> => ({
  STET_NOW: `2026-10-30T09:${String(minute).padStart(2, '0')}:00Z`,
  STET_IDS: 'sequential',
})
/** The clock goes on from what it is given. */
const told = (text: string, desk: string): string =>
  text
    .replaceAll(desk, 'DESK')
    .replace(/:0\d\.\d{3}Z/g, 'Z')
    .replace(/whole \([0-9a-f]{12}\)/, 'whole')

test('from the snapshot every command says, writes and answers what it does when it is started plainly', async ({
  newsroom,
}) => {
  test.setTimeout(120_000)
  const first = join(newsroom.scratch, 'desk')
  await mkdir(first)
  await writeFile(join(first, 'story.md'), STORY)
  await run(PLAIN, ['import', 'story.md'], first, at(0))
  const days = await Promise.all(
    [QUICK, PLAIN].map(async (start, index) => {
      const desk = join(newsroom.scratch, `desk-${index}`)
      await cp(first, desk, { recursive: true })
      const done: unknown[] = []
      for (const [minute, args] of DAY.entries()) {
        const { code, stdout, stderr } = await run(start, args, desk, at(minute + 1))
        const out = args.includes('--out')
          ? await readFile(join(desk, args.at(-1) ?? ''), 'base64').catch(() => 'nothing')
          : ''
        done.push([args.join(' '), code, told(stdout, desk), told(stderr, desk), out])
      }
      return done
    }),
  )
  expect(days[0]).toEqual(days[1])
  expect(days[0]?.map((one) => (one as readonly unknown[])[1])).toEqual([...DAY.slice(0, -3).map(() => 0), 3, 1, 0])
})

test('nothing of the build is in a process from the snapshot: folder, environment, clock and chance are its own', async ({
  newsroom,
}) => {
  const desks = ['one', 'two'].map((name) => join(newsroom.scratch, name))
  const made: string[] = []
  const before = Date.now()
  for (const desk of desks) {
    await mkdir(desk)
    await writeFile(join(desk, 'story.md'), STORY)
    const { stdout } = await run(QUICK, ['import', 'story.md', '--json'], desk)
    made.push((JSON.parse(stdout) as { readonly stories: readonly [{ readonly id: string }] }).stories[0].id)
  }
  const {
    entries: [first],
  } = JSON.parse((await run(QUICK, ['history', made[1] ?? '', '--json'], desks[1] ?? '')).stdout) as {
    readonly entries: readonly [{ readonly at: string; readonly by: string }]
  }
  expect(new Set(made).size).toBe(2)
  expect([first.by, Date.parse(first.at) >= before, Date.parse(first.at) <= Date.now()]).toEqual([
    'Reporter',
    true,
    true,
  ])
})

test('a timer that is set long after the start is due in time', async ({ newsroom }) => {
  test.skip(process.platform !== 'linux', 'the terminal here is script of util-linux')
  test.setTimeout(60_000)
  await writeFile(join(newsroom.scratch, 'story.md'), STORY)
  const env = { ...process.env, STET_USER: 'Reporter', STET_LIBRARY: join(newsroom.scratch, 'library') }
  await run(QUICK, ['import', 'story.md'], newsroom.scratch)
  const stet = spawn('script', ['-qec', `'${QUICK[0]}' roster pin`, '/dev/null'], { cwd: newsroom.scratch, env })
  let said = ''
  stet.stdout.on('data', (piece: Buffer) => {
    said += piece.toString()
  })
  const ended = new Promise<number | null>((done) => stet.on('close', done))
  await expect.poll(() => said).toContain('New PIN: ')
  // Longer than any timer that is set while the snapshot is made: somebody thinks of a PIN. Nothing else tells how much time went by.
  await new Promise((later) => setTimeout(later, 7000))
  // Another process is just taking the library, so the command comes again and again, by the first timers of its life.
  const lock = join(newsroom.scratch, 'library', 'library-1.lock')
  await writeFile(lock, '{')
  stet.stdin.write('271828\r')
  await expect.poll(() => said).toContain('The same again: ')
  stet.stdin.write('271828\r')
  await new Promise((later) => setTimeout(later, 500))
  const heldBack = stet.exitCode
  await rm(lock)
  expect([heldBack, await ended, said.replace(/\s+/g, ' ')]).toEqual([null, 0, expect.stringContaining('PIN')])
})

test('a build that was moved works from where it lies', async ({ newsroom }) => {
  const moved = join(newsroom.scratch, 'moved')
  await cp(join(ROOT, 'scripts'), join(moved, 'scripts'), { recursive: true })
  await cp(join(ROOT, 'out', 'main'), join(moved, 'out', 'main'), { recursive: true, preserveTimestamps: true })
  await writeFile(join(newsroom.scratch, 'story.md'), STORY)
  expect(
    await run([join(moved, 'scripts', 'stet')], ['import', 'story.md'], newsroom.scratch, { STET_IDS: 'sequential' }),
  ).toEqual({ code: 0, stdout: 'story-1  Talks end after two hours\n', stderr: '' })
})

test('what went wrong is told by the exit code when nobody can read it, and an answer that a full disk did not take is said so', async ({
  newsroom,
}) => {
  const desk = join(newsroom.scratch, 'desk')
  await mkdir(desk)
  await writeFile(join(desk, 'story.md'), STORY)
  await run(QUICK, ['import', 'story.md'], desk, at(0))
  for (const [program, ...first] of [QUICK, PLAIN]) {
    const shell = (script: string, cwd = desk): Promise<Ran> =>
      run(['/bin/sh', '-c', script, '--', program, ...first], [], cwd, at(1))
    expect((await shell('"$@" import nothing.md 2>/dev/full')).code).toBe(2)
    expect((await shell('"$@" export story-1 --format html --out never 2>/dev/full')).code).toBe(3)
    expect((await shell('{ "$@" import nothing.md; echo $? >code; } 2>&1 | true; cat code')).stdout).toBe('2\n')
    expect(await shell('"$@" list >/dev/full')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'stet: The answer could not be written whole: the disk is full. What the command did stands. Make room, and ask again.\n',
    })
    expect((await shell('"$@" history story-1 | true')).stderr).toBe('')
  }
})

test('a folder that is gone is said so', async ({ newsroom }) => {
  const { code, stderr } = await run(
    ['/bin/sh', '-c', 'mkdir gone && cd gone && rmdir ../gone && "$@" list', '--', ...QUICK],
    [],
    newsroom.scratch,
  )
  expect([code, stderr.split('\n').filter((line) => line.startsWith('stet:'))]).toEqual([
    2,
    [
      'stet: The folder that this was started in is gone. Nothing was changed. Go to another folder and start it there.',
    ],
  ])
  expect(stderr).not.toContain(' at ')
})
