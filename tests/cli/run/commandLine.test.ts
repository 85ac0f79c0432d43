import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import packaged from '../../../package.json'
import { openLibrary } from '../../../src/storage/openLibrary'
import { commandLine, type CommandLine } from './terminal'

async function imported(
  cli: CommandLine,
  text = 'A headline of this story\n\nThe talks lasted 100 minutes, she said.',
): Promise<void> {
  await writeFile(join(cli.folder, 'a.txt'), text)
  expect(await cli.stet('import', 'a.txt')).toMatchObject({ code: 0 })
}

/** Runs a command with a clock that jumps ahead, so that its waiting ends at once. */
async function soon<T>(outcome: Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.now() })
  onTestFinished(() => void vi.useRealTimers())
  let isOver = false
  const over = (): void => void (isOver = true)
  outcome.then(over, over)
  while (!isOver) {
    await vi.advanceTimersByTimeAsync(100)
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate)
  }
  return outcome
}

test('STET_USER joins the roster of a new library, and must be on it later', async () => {
  const cli = await commandLine()
  await imported(cli)
  expect(
    await cli.stetWith({ STET_USER: 'Stranger' }, 'edit', 'story-1', '--replace', '100', '--with', '90'),
  ).toMatchObject({ code: 3, err: expect.stringContaining('Stranger is not on the roster of this library.') as string })
  expect(await cli.stetWith({ STET_USER: 'Stranger' }, 'list')).toMatchObject({ code: 0 })
  expect(
    await cli.stetWith({ STET_USER: undefined }, 'edit', 'story-1', '--replace', '100', '--with', '90'),
  ).toMatchObject({ code: 0 })
  await cli.stet('roster', 'add', 'Editor')
  const unsure = await cli.stetWith({ STET_USER: undefined }, 'edit', 'story-1', '--replace', '90', '--with', '80')
  expect(unsure).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('Say who you are: give --as NAME or set STET_USER.') as string,
  })
  expect(unsure.err).toContain('Reporter, Editor')
})

test('the first person joins an empty roster without --as', async () => {
  const cli = await commandLine()
  const { code, json } = await cli.stetWith(
    { STET_USER: undefined },
    'roster',
    'add',
    'Ada',
    '--role',
    'editor',
    '--json',
  )
  expect({ code, printed: json() }).toEqual({ code: 0, printed: { roster: [{ name: 'Ada', role: 'editor' }] } })
})

test('two commands at the same time both do their work', async () => {
  const cli = await commandLine()
  await imported(cli)
  const ran = await Promise.all([
    cli.stet('edit', 'story-1', '--replace', '100', '--with', '90'),
    cli.stet('edit', 'story-1', '--replace', 'she said', '--with', 'he said'),
    cli.stet('set', 'story-1', 'slug', 'talks'),
    cli.stet('show', 'story-1'),
  ])
  expect(ran.map(({ code, err }) => ({ code, err }))).toEqual(Array.from({ length: 4 }, () => ({ code: 0, err: '' })))
  const { json } = await cli.stet('show', 'story-1', '--json')
  expect(json()).toMatchObject({
    fields: { slug: 'talks' },
    blocks: [{}, {}, { text: 'The talks lasted 90 minutes, he said.' }],
  })
})

test('beside an app that does not answer, reading works and writing names the lock', async () => {
  const cli = await commandLine()
  await imported(cli)
  const silent = await openLibrary({ folder: cli.library, now: () => '2026-10-30T09:00:00Z', newId: () => 'x' })
  silent.serve(() => Promise.reject(new Error('no')))
  onTestFinished(() => silent.close())
  expect(await cli.stet('list')).toMatchObject({ code: 0 })
  const { code, err } = await soon(cli.stet('edit', 'story-1', '--replace', '100', '--with', '90'))
  expect(code).toBe(2)
  expect(err).toContain('is open in another Stet')
})

test('an app that takes a request and gives no answer may have done it: the command says to look first', async () => {
  const cli = await commandLine()
  await imported(cli)
  const app = await openLibrary({ folder: cli.library, now: () => '2026-10-30T09:00:00Z', newId: () => 'x' })
  let finish: () => void = () => undefined
  app.serve((message) =>
    (message as { readonly action: string }).action === 'roster.list'
      ? Promise.resolve({ ok: true, value: [] })
      : new Promise((done) => (finish = () => done({}))),
  )
  onTestFinished(async () => {
    finish()
    await app.close()
  })
  const edit = cli.stetWith({ STET_USER: 'Ada' }, 'edit', 'story-1', '--replace', '100', '--with', '90')
  expect(await soon(edit)).toMatchObject({
    code: 2,
    err:
      `stet: The Stet that has ${cli.library} open did not confirm that it was done: The Stet that has this library ` +
      'open does not answer. The library is safe. Check with “stet show” or “stet list” whether it was done, then ' +
      'try again.',
  })
})

test('values that look like options are read as values', async () => {
  const cli = await commandLine()
  await imported(cli)
  expect(await cli.stet('edit', 'story-1', '--replace', '100', '--with', '-100')).toMatchObject({ code: 0 })
  expect(await cli.stet('edit', 'story-1', '--replace=-100', '--with=--json')).toMatchObject({ code: 0 })
  expect((await cli.stet('show', 'story-1')).out).toContain('lasted --json minutes')
})

test('--version and -v say which Stet and which runtime answers, also without a library', async () => {
  const cli = await commandLine()
  const [name, { version }] = ['Stet', packaged]
  const runtime = `Node ${process.versions.node}`
  const platform = `${process.platform} ${process.arch}`
  for (const flag of ['--version', '-v'])
    expect(await cli.stet(flag)).toMatchObject({
      code: 0,
      err: '',
      out: `${name} ${version} (${runtime}, ${platform})`,
    })
  expect((await cli.stet('--version', '--json')).json()).toEqual({ name, version, runtime, platform })
  expect((await cli.stet('--help')).out).toContain('“stet --version” (-v)')
})

test('the overview says of each command in one short line what it does', async () => {
  const lines = (await (await commandLine()).stet('--help')).out.split('\n').filter((line) => line.startsWith('  '))
  expect(lines.length).toBeGreaterThan(60)
  expect(lines.filter((line) => line.trimEnd().length > 120)).toEqual([])
})

test('every command has its own help, and --json prints one value and nothing else', async () => {
  const cli = await commandLine()
  await imported(cli)
  const names = [
    'import',
    'list',
    'show',
    'set',
    'tag',
    'untag',
    'fact',
    'withdraw',
    'edit',
    'move',
    'gate',
    'export',
    'search',
    'source add',
    'roster add',
  ]
  const overview = await cli.stet('--help')
  for (const name of names) {
    expect(overview.out).toContain(`  ${name} `)
    expect(await cli.stet(...name.split(' '), '--help')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining(`stet ${name}`) as string,
    })
  }
  for (const argv of [['list'], ['show', 'story-1'], ['gate', 'story-1'], ['search', 'talks']])
    expect((await cli.stet(...argv, '--json')).json()).toBeTypeOf('object')
  expect(await cli.stet()).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('stet COMMAND … [--json] [--as NAME]') as string,
  })
})

test('STET_NOW sets the clock, and a malformed one is wrong usage', async () => {
  const cli = await commandLine()
  await imported(cli)
  expect((await cli.stet('show', 'story-1', '--json')).json()).toMatchObject({
    updated: expect.stringMatching(/^2026-10-30T09:00:0/) as string,
  })
  expect(await cli.stetWith({ STET_NOW: 'soon' }, 'show', 'story-1')).toMatchObject({
    code: 1,
    err: expect.stringContaining(
      'STET_NOW is “soon”, which is not an ISO 8601 instant such as 2026-10-30T09:00:00Z.',
    ) as string,
  })
})

test('the parts of a file that cannot be kept are listed', async () => {
  const cli = await commandLine()
  await writeFile(join(cli.folder, 'a.md'), '# A headline\n\nSome words of a story.\n\n```\nlet x = 1\n```\n')
  const { json } = await cli.stet('import', 'a.md', '--json')
  const {
    stories: [story],
  } = json() as { stories: { losses: { what: string; count: number; example: string }[] }[] }
  expect(story?.losses.length).toBeGreaterThan(0)
})
