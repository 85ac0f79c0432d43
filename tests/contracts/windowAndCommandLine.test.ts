/** Runs one scenario through the window's calls and through the command line, and compares the whole results. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { parseCall, parseOwnerMessage } from '../../src/ipc/parsers'
import { runAction } from '../../src/newsroom/runAction'
import { clockFrom } from '../../src/newsroom/environment/clock'
import { sequentialIds } from '../../src/newsroom/environment/ids'
import { Newsroom } from '../../src/newsroom/state/newsroom'
import { serveOwner } from '../../src/newsroom/serveOwner'
import { debounceByHand } from '../builders/time/debounceByHand'
import { verifyChain } from '../../src/story/trust/chain'
import { openLibrary } from '../../src/storage/openLibrary'
import {
  NewsroomError,
  type ActionName,
  type Exported,
  type ExportedAgain,
  type Imported,
} from '../../src/story/requests/requests'
import type { Verdict } from '../../src/story/assessment/finding'
import { commandLine } from '../cli/run/terminal'
import { BUSAN } from '../newsroom/newsDesk'
import { withSeen } from '../newsroom/seen'
import { defined } from '../../src/story/text/defined'

interface Step {
  readonly by: string
  readonly action: string
  readonly request: Readonly<Record<string, unknown>>
  readonly argv: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Turns the answer into what --json prints. Absent if that is the answer itself. */
  readonly printed?: (answer: never) => unknown
}

const S = 'story-1'
const sign = (
  by: string,
  fact: string,
  status: string,
  more: Readonly<Record<string, unknown>> = {},
  argv: readonly string[] = [],
): Step => ({
  by,
  action: 'fact.sign',
  request: { story: S, fact, status, ...more },
  argv: ['fact', S, fact, '--status', status, ...argv],
  printed: ({ entry }: { entry: number }) => ({ id: fact, status, entry }),
})
const evidence = { evidence: { source: 'source-1', locator: '¶ 2', stance: 'supports' } }
const evidenceArgs = ['--evidence', 'source-1', '--locator', '¶ 2']
const set = (field: string, value: string): Step => ({
  by: 'Reporter',
  action: 'story.setField',
  request: { story: S, field, value },
  argv: ['set', S, field, value],
})
const tag = (
  text: string,
  type: string,
  more: Readonly<Record<string, unknown>> = {},
  argv: readonly string[] = [],
): Step => ({
  by: 'Reporter',
  action: 'fact.tag',
  request: { story: S, text, type, ...more },
  argv: ['tag', S, '--text', text, '--type', type, ...argv],
})
const edit = (by: string, replace: string, other: string): Step => ({
  by,
  action: 'copy.replace',
  request: { story: S, replace, with: other },
  argv: ['edit', S, '--replace', replace, '--with', other],
})
const move = (
  by: string,
  to: string,
  more: Readonly<Record<string, unknown>> = {},
  argv: readonly string[] = [],
): Step => ({ by, action: 'story.move', request: { story: S, to, ...more }, argv: ['move', S, to, ...argv] })
const show: Step = { by: 'Editor', action: 'story.show', request: { story: S }, argv: ['show', S] }
const gate = (door: string): Step => ({
  by: 'Editor',
  action: 'story.gate',
  request: { story: S, door },
  argv: ['gate', S, '--door', door],
  printed: (verdict: Verdict) => {
    const print = (findings: Verdict['blocks']) =>
      findings.map(({ rule, where, message, key, overridable, dismissable, seen }) => ({
        ...{ rule, where, message, key, overridable, dismissable },
        ...defined({ seen }),
      }))
    return {
      door,
      blocks: print(verdict.blocks),
      warns: print(verdict.warns),
      overridden: print(verdict.overridden),
      seen: verdict.seen,
    }
  },
})
const exported = (
  by: string,
  format: string,
  more: Readonly<Record<string, unknown>> = {},
  argv: readonly string[] = [],
): Step => ({
  by,
  action: 'story.export',
  request: { story: S, format, destination: 'OUT', ...more },
  argv: ['export', S, '--format', format, '--out', 'OUT', '--force', ...argv],
  printed: ({ fileName, mediaType, losses, verdict }: Exported) => ({
    path: 'OUT',
    format,
    fileName,
    mediaType,
    sha256: 'HASH',
    losses,
    warns: verdict.warns,
    overridden: verdict.overridden,
  }),
})

const again = (entry: number): Step => ({
  by: 'Editor',
  action: 'story.exportAgain',
  request: { story: S, entry },
  argv: ['export', S, '--again', String(entry), '--out', 'OUT', '--force'],
  printed: ({ format, fileName, mediaType, version, same }: ExportedAgain) => ({
    path: 'OUT',
    format,
    fileName,
    mediaType,
    sha256: 'HASH',
    version,
    before: 'HASH',
    same,
  }),
})

const correction = (by: string): Step => ({
  by,
  action: 'correction.show',
  request: { story: S },
  argv: ['correction', S],
})
const noted = (by: string, texts: Readonly<Record<string, string | number>>): Step => ({
  by,
  action: 'correction.note',
  request: { story: S, cause: '', ...texts },
  argv: [
    'correction',
    S,
    ...Object.entries({ cause: '', ...texts }).flatMap(([name, value]) => [
      `--${name === 'publicText' ? 'public' : name}`,
      String(value),
    ]),
  ],
})
const told = (
  by: string,
  destination: string,
  more: Readonly<Record<string, unknown>> = {},
  argv: readonly string[] = [],
): Step => ({
  by,
  action: 'correction.told',
  request: { story: S, destination, ...more },
  argv: ['correction', S, '--told', destination, ...argv],
})

const killTold = (destination: string): Step => ({
  by: 'Editor',
  action: 'kill.told',
  request: { story: S, destination, how: 'by phone' },
  argv: ['kill', S, '--told', destination, '--how', 'by phone'],
})

const DAY: readonly Step[] = [
  {
    by: 'Reporter',
    action: 'roster.add',
    request: { name: 'Editor', role: 'editor' },
    argv: ['roster', 'add', 'Editor', '--role', 'editor'],
  },
  {
    by: 'Editor',
    action: 'roster.add',
    request: { name: 'Reporter', role: 'reporter' },
    argv: ['roster', 'add', 'Reporter', '--role', 'reporter'],
  },
  {
    by: 'Reporter',
    action: 'story.import',
    request: { name: 'busan.txt', bytes: new TextEncoder().encode(BUSAN) },
    argv: ['import', 'busan.txt'],
    printed: (answer: Imported) => ({ stories: [answer] }),
  },
  {
    by: 'Reporter',
    action: 'source.add',
    request: { name: 'Pool report 3', kind: 'pool', aliases: ['Pool 3', 'Third pool'] },
    argv: ['source', 'add', '--name', 'Pool report 3', '--kind', 'pool', '--alias', 'Pool 3', '--alias', 'Third pool'],
  },
  set('slug', 'busan'),
  set('byline', 'Reporter'),
  set('dateline', 'BUSAN, Oct. 30'),
  set('provider', 'Stet'),
  set('desk', 'world'),
  set('urgency', '12'),
  set('embargo', 'soon'),
  tag('first talks in six years', 'superlative'),
  tag('a very tough negotiator', 'quote', { attributedTo: 'Donald Trump' }, ['--attributed-to', 'Donald Trump']),
  tag('about 100 minutes', 'figure'),
  tag('about 110 minutes', 'figure'),
  tag('100', 'figure', { nth: 9 }, ['--nth', '9']),
  show,
  { by: 'Editor', action: 'story.list', request: {}, argv: ['list'] },
  move('Reporter', 'published'),
  move('Reporter', 'filed'),
  move('Editor', 'draft'),
  move('Editor', 'draft', { reason: 'More, please' }, ['--reason', 'More, please']),
  {
    by: 'Reporter',
    action: 'desk.queue',
    request: {},
    argv: ['queue'],
    printed: ({ items }: { items: readonly unknown[] }) => items,
  },
  move('Reporter', 'filed'),
  move('Editor', 'inReview'),
  gate('clear'),
  move('Editor', 'cleared'),
  sign('Reporter', 'fact-1', 'verified', evidence, evidenceArgs),
  sign('Stranger', 'fact-1', 'verified', evidence, evidenceArgs),
  sign('Editor', 'fact-1', 'verified'),
  sign('Editor', 'fact-9', 'wrong'),
  sign('Editor', 'fact-1', 'letStand'),
  sign('Editor', 'fact-1', 'verified', evidence, evidenceArgs),
  sign('Editor', 'fact-2', 'verified', evidence, evidenceArgs),
  sign('Editor', 'fact-3', 'verified', evidence, evidenceArgs),
  edit('Reporter', '100', '-100'),
  show,
  edit('Reporter', '-100', '100'),
  show,
  edit('Reporter', 'nowhere', 'x'),
  edit('Reporter', 'Trump', 'x'),
  edit('Editor', 'e', 'x'),
  {
    by: 'Reporter',
    action: 'fact.untag',
    request: { story: S, fact: 'fact-2', reason: 'dull' },
    argv: ['untag', S, 'fact-2', '--reason', 'dull'],
  },
  exported('Editor', 'html'),
  exported('Editor', 'text', { draft: true }, ['--draft']),
  exported('Editor', 'factsheet', { edition: 'public' }, ['--edition', 'public']),
  gate('clear'),
  move('Reporter', 'cleared'),
  move('Editor', 'cleared'),
  gate('publish'),
  exported('Editor', 'ninjs'),
  exported('Editor', 'html'),
  exported('Editor', 'markdown'),
  exported('Editor', 'ninjs', { formatVersion: '1.4' }, ['--format-version', '1.4']),
  edit('Reporter', 'separately', 'apart'),
  show,
  exported('Editor', 'html'),
  move('Editor', 'cleared'),
  move('Editor', 'published'),
  move('Editor', 'inReview'),
  move('Editor', 'inReview', { kind: 'correction' }, ['--kind', 'correction']),
  show,
  {
    by: 'Editor',
    action: 'fact.untag',
    request: { story: S, fact: 'fact-2', reason: 'dull' },
    argv: ['untag', S, 'fact-2', '--reason', 'dull'],
  },
  gate('clear'),
  correction('Reporter'),
  noted('Reporter', {}),
  noted('Reporter', {
    was: '110 minutes',
    is: '100 minutes',
    since: 2,
    cause: 'A typing error',
    publicText: 'It ran about 100 minutes.',
  }),
  noted('Reporter', {
    was: 'separately',
    is: 'apart',
    since: 1,
    cause: 'Misheard',
    publicText: 'An earlier version said that they left separately.',
  }),
  correction('Editor'),
  gate('clear'),
  told('Reporter', 'nowhere.txt'),
  { by: 'Editor', action: 'correction.note', request: { story: S }, argv: ['correction', S, '--approve'] },
  correction('Editor'),
  told('Reporter', 'nowhere.txt'),
  told('Reporter', 'OUT'),
  told('Editor', 'OUT', { how: 'by phone' }, ['--how', 'by phone']),
  told('Editor', 'OUT', { undo: true }, ['--undo']),
  told('Editor', 'OUT', { undo: true }, ['--undo']),
  gate('clear'),
  gate('kill'),
  move('Editor', 'killed', { reason: 'All wrong' }, ['--reason', 'All wrong']),
  exported('Editor', 'ninjs'),
  again(1),
  again(24),
  again(25),
  again(40),
  { by: 'Editor', action: 'kill.show', request: { story: S }, argv: ['kill', S] },
  killTold('nowhere.txt'),
  killTold('OUT'),
  {
    by: 'Editor',
    action: 'version.keep',
    request: { story: S, name: 'After the day' },
    argv: ['version', S, '--name', 'After the day'],
  },
  { by: 'Editor', action: 'version.list', request: { story: S }, argv: ['versions', S] },
  { by: 'Editor', action: 'version.show', request: { story: S, n: 1 }, argv: ['versions', S, '1'] },
  { by: 'Editor', action: 'version.compare', request: { story: S, from: 1 }, argv: ['compare', S, '1'] },
  { by: 'Editor', action: 'version.compare', request: { story: S, from: 2, to: 5 }, argv: ['compare', S, '2', '5'] },
  {
    by: 'Editor',
    action: 'version.restore',
    request: { story: S, n: 1, fields: true },
    argv: ['restore', S, '1', '--fields'],
  },
  { by: 'Editor', action: 'version.restore', request: { story: S, n: 999 }, argv: ['restore', S, '999'] },
  {
    by: 'Editor',
    action: 'story.search',
    request: { query: 'TOUGH negotiator' },
    argv: ['search', 'TOUGH negotiator'],
  },
  { by: 'Editor', action: 'story.list', request: { stage: 'killed' }, argv: ['list', '--stage', 'killed'] },
  { by: 'Editor', action: 'story.show', request: { story: 'story-7' }, argv: ['show', 'story-7'] },
  {
    by: 'Reporter',
    action: 'words.add',
    request: { list: 'superlative', words: 'second to *', source: 'House style' },
    argv: ['words', 'add', 'second to *', '--list', 'superlative', '--source', 'House style'],
  },
  {
    by: 'Editor',
    action: 'words.add',
    request: { list: 'superlative', words: 'second to *', language: 'en', source: 'House style' },
    argv: ['words', 'add', 'second to *', '--list', 'superlative', '--language', 'en', '--source', 'House style'],
  },
  {
    by: 'Editor',
    action: 'words.add',
    request: { list: 'filler', words: 'not', language: 'en', source: 'House style' },
    argv: ['words', 'add', 'not', '--list', 'filler', '--language', 'en', '--source', 'House style'],
  },
  {
    by: 'Reporter',
    action: 'words.try',
    request: { list: 'name', words: 'Yahoo', sentence: 'It left Yahoo behind.' },
    argv: ['words', 'try', 'Yahoo', '--list', 'name', '--on', 'It left Yahoo behind.'],
  },
  { by: 'Reporter', action: 'words.list', request: {}, argv: ['words', 'list'] },
  {
    by: 'Reporter',
    action: 'words.remove',
    request: { word: 'second to *' },
    argv: ['words', 'remove', 'second to *'],
  },
  { by: 'Editor', action: 'words.remove', request: { word: 'Second to *' }, argv: ['words', 'remove', 'Second to *'] },
  { by: 'Reporter', action: 'words.list', request: { list: 'name' }, argv: ['words', 'list', '--list', 'name'] },
  { by: 'Reporter', action: 'pin.set', request: { pin: '12' }, argv: ['roster', 'pin'], env: { STET_NEW_PIN: '12' } },
  // The first PIN is an editor's. One that is set gives recovery words and codes, which differ each time: pins.test.ts.
  {
    by: 'Reporter',
    action: 'pin.set',
    request: { pin: '4711' },
    argv: ['roster', 'pin'],
    env: { STET_NEW_PIN: '4711' },
  },
  { by: 'Editor', action: 'roster.list', request: {}, argv: ['roster', 'list'] },
  { by: 'Reporter', action: 'pin.remove', request: {}, argv: ['roster', 'pin', '--remove'] },
  { by: 'Editor', action: 'pin.invite', request: { person: 'Reporter' }, argv: ['roster', 'invite', 'Reporter'] },
  { by: 'Editor', action: 'pin.reset', request: { person: 'Reporter' }, argv: ['roster', 'reset-pin', 'Reporter'] },
  { by: 'Reporter', action: 'roster.leave', request: { person: 'Editor' }, argv: ['roster', 'leave', 'Editor'] },
  { by: 'Editor', action: 'roster.leave', request: { person: 'Reporter' }, argv: ['roster', 'leave', 'Reporter'] },
  set('slug', 'busan'),
  { by: 'Editor', action: 'roster.return', request: { person: 'Reporter' }, argv: ['roster', 'return', 'Reporter'] },
]

const EXIT = { usage: 1, failed: 2, refused: 3 } as const

/** Leaves out instants, hashes (which depend on instants), keys and client ids: they differ between the two runs. */
const still = (value: unknown): unknown =>
  JSON.parse(
    (JSON.stringify(value) ?? 'null')
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)/g, 'NOW')
      .replace(/"[0-9a-f]{64}"/g, '"HASH"')
      .replace(/"signature":"[\w-]{86}"/g, '"signature":"OF HASH"')
      .replace(/"signer":"[0-9a-f]{32}"/g, '"signer":"KEY"')
      .replace(/"heads":\d+/g, '"heads":0')
      .replace(/"vouches":"[0-9a-f]{32}"/g, '"vouches":"OF SIGNATURES"')
      .replace(/"destination":"[^"]*",?/g, '')
      .replace(/"writtenAs":"[^"]*",?/g, '')
      .replace(/"bytes":\d+/g, '"bytes":0'),
  )

/** Parses and runs as main's handler does. Returns what the command line would print, with its exit code. */
async function throughWindow(
  room: Newsroom,
  step: Step,
): Promise<{ code: number; printed?: unknown; message?: string; bytes?: string }> {
  try {
    const request = await withSeen(room, step.action as ActionName, step.request as never)
    const call = parseCall({ name: 'act', request: { action: step.action, request } })
    if (call.name !== 'act') throw new Error('not an action')
    const answer = (await runAction(room, step.by, call.request.action, call.request.request as never)) as never
    const bytes = step.action === 'story.export' ? new TextDecoder().decode((answer as Exported).bytes) : undefined
    return {
      code: 0,
      printed: still(step.printed ? step.printed(answer) : answer),
      ...defined({ bytes }),
    }
  } catch (error) {
    if (!(error instanceof NewsroomError)) throw error
    return { code: EXIT[error.reason], message: error.message }
  }
}

test('a day through the window and through the command line has the same results, refusals and files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stet-window-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  // It does not run: each command begins at this instant again, and some texts name the minute.
  const clock = clockFrom('2026-10-30T09:00:00Z', () => 0)
  const open = async () =>
    Newsroom.open({
      store: await openLibrary({
        folder: join(folder, 'library'),
        create: true,
        person: 'Reporter',
        now: () => clock.now(),
        newId: () => 'library-1',
      }),
      clock,
      ids: sequentialIds,
      debouncer: debounceByHand(),
    })
  const room = await open()
  const cli = await commandLine()
  await writeFile(join(cli.folder, 'busan.txt'), BUSAN)
  const codes: number[] = []
  for (const [index, step] of DAY.entries()) {
    const where = `step ${index}: stet ${step.argv.join(' ')} --as ${step.by}`
    const out = join(cli.folder, 'export-KILL-EMBARGOED-DRAFT.out')
    const window = await throughWindow(room, step)
    const ran = await cli.stetWith(
      step.env ?? {},
      ...step.argv.map((arg) => (arg === 'OUT' ? out : arg)),
      '--as',
      step.by,
      '--json',
    )
    const printed =
      ran.out === ''
        ? undefined
        : (JSON.parse(
            ran.out.replaceAll(JSON.stringify(out).slice(1, -1), 'OUT').replaceAll(basename(out), 'OUT'),
          ) as unknown)
    expect({
      where,
      code: ran.code,
      ...defined({ printed: printed === undefined ? undefined : still(printed) }),
    }).toEqual({
      where,
      code: window.code,
      ...(window.code === 0 ? { printed: window.printed } : {}),
    })
    if (window.message !== undefined)
      expect(
        ran.err.replaceAll(out, 'OUT').replaceAll(basename(out), 'OUT').replaceAll(cli.library, 'LIBRARY'),
      ).toContain(window.message.replaceAll(join(folder, 'library'), 'LIBRARY'))
    codes.push(window.code)
    if (window.bytes !== undefined) expect(still(await readFile(out, 'utf8'))).toEqual(still(window.bytes))
  }
  // Checks that the steps succeed: a step that fails in both for the wrong reason would pass the comparison.
  expect(codes.join('')).toBe(
    '000000000110003100301000003333130000000311330003000001003001000001100030010101000013300110000031001301003001301333030',
  )
  await room.close()
  const [first, second] = [
    await openLibrary({ folder: join(folder, 'library'), lock: 'none', now: () => '', newId: () => '' }),
    await openLibrary({ folder: cli.library, lock: 'none', now: () => '', newId: () => '' }),
  ]
  const [ours, theirs] = [await first.loadStory(S), await second.loadStory(S)]
  expect(still(theirs.ledger)).toEqual(still(ours.ledger))
  expect([verifyChain(ours.ledger), verifyChain(theirs.ledger)]).toEqual([undefined, undefined])
  expect(still((await second.listSnapshots(S)).map(({ n, by, why, view }) => ({ n, by, why, view })))).toEqual(
    still((await first.listSnapshots(S)).map(({ n, by, why, view }) => ({ n, by, why, view }))),
  )
}, 180_000)

test('while the app runs, the command line acts through it, and the windows get the events', async () => {
  const cli = await commandLine()
  const clock = clockFrom('2026-10-30T09:00:00Z')
  const store = await openLibrary({
    folder: cli.library,
    create: true,
    person: 'Reporter',
    now: () => clock.now(),
    newId: () => 'library-1',
  })
  const room = await Newsroom.open({ store, clock, ids: sequentialIds })
  onTestFinished(() => room.close())
  store.serve(serveOwner(room, parseOwnerMessage))
  await writeFile(join(cli.folder, 'busan.txt'), BUSAN)
  expect((await cli.stet('import', 'busan.txt', '--json')).json()).toEqual({
    stories: [{ id: 'story-1', headline: 'Trump and Xi hold first talks in six years', losses: [] }],
  })
  const told: string[] = []
  room.on('storyUpdated', ({ by }) => told.push(by))
  expect(await cli.stet('edit', 'story-1', '--replace', '100 minutes', '--with', '90 minutes')).toMatchObject({
    code: 0,
  })
  expect(told).toEqual(['Reporter'])
  expect((await runAction(room, 'Reporter', 'story.show', { story: 'story-1' })).blocks.at(-1)?.text).toContain(
    '90 minutes',
  )
  expect((await cli.stet('show', 'story-1', '--json')).json()).toEqual(
    JSON.parse(JSON.stringify(await runAction(room, 'Reporter', 'story.show', { story: 'story-1' }))),
  )
  const out = join(cli.folder, 'words-DRAFT.txt')
  expect(await cli.stet('export', 'story-1', '--format', 'text', '--draft', '--out', out)).toMatchObject({ code: 0 })
  expect(await readFile(out, 'utf8')).toContain('about 90 minutes')
  expect(await cli.stet('move', 'story-1', 'published')).toMatchObject({
    code: 3,
    err: expect.stringContaining('A story in the stage “Draft” cannot go to “Published”.') as string,
  })
  expect(await cli.stet('fact', 'story-1', 'fact-1', '--status', 'wrong', '--as', 'Stranger')).toMatchObject({
    code: 3,
    err: expect.stringContaining('Stranger is not on the roster of this library.') as string,
  })
  expect(await cli.stet('show', 'story-2')).toMatchObject({
    code: 1,
    err: expect.stringContaining(
      'Name a story by its id, the beginning of its id, or its slug. “stet list” shows them',
    ) as string,
  })
})
