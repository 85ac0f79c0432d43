/** A disk that fails during writes: each call fails with each error in turn, once or from then on. */
import { execFile } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { StoryStore } from '../../src/storage/disk/storyStore'
import { openLibrary } from '../../src/storage/openLibrary'
import { StorageError } from '../../src/storage/disk/storageError'
import { HEADER, LEDGER, SNAPSHOT, typing, wordsOf } from '../builders/stories/storedStory'
import { faultyFiles, type Strike } from '../storage/faultyFiles'
import { dice, type Options, type Row } from './campaign'
import { find, hear, judge, nothingYet, NOW } from './writing'

const run = promisify(execFile)
type Writer = ReturnType<typeof typing>

const ACTS: Readonly<Record<string, (store: StoryStore, writer: Writer) => Promise<unknown>>> = {
  roster: (store) => store.writeRoster([{ name: 'Reporter' }, { name: 'Editor' }], []),
  change: (store, writer) => store.appendUpdate('busan', writer.type(' ends')),
  ledger: (store) => store.appendLedger('busan', LEDGER.slice(1)),
  compaction: (store, writer) => store.compactStory('busan', writer.state()),
  snapshot: (store) => store.writeStoryFile('busan', { ...SNAPSHOT, summary: { ...SNAPSHOT.summary, words: 99 } }),
  version: (store, writer) =>
    store.writeSnapshot('busan', {
      n: 2,
      at: NOW,
      by: 'Reporter',
      why: 'filed',
      state: writer.state(),
      view: SNAPSHOT.view,
    }),
  'new story': (store) => store.createStory({ ...HEADER, id: 'alert' }, typing('x').state()),
}
const CODES = ['EIO', 'ENOSPC', 'EACCES', 'EROFS'] as const
const WRITE_SIDE = new Set([
  'open',
  'write',
  'sync',
  'datasync',
  'truncate',
  'rename',
  'link',
  'remove',
  'makeFolder',
  'addFolder',
  'removeFolder',
  'removeEmptyFolder',
  'syncFolder',
])

interface Counts {
  runs: number
  acknowledged: number
  lost: number
  mixed: number
  unopenable: number
  untold: number
  slowest: number
}
const none = (): Counts => ({ runs: 0, acknowledged: 0, lost: 0, mixed: 0, unopenable: 0, untold: 0, slowest: 0 })
const rowOf = (fault: string, { runs, acknowledged, lost, mixed, unopenable, untold, slowest }: Counts): Row => ({
  fault,
  runs,
  acknowledged,
  lost: lost + mixed,
  unopenable,
  more: { mixed, 'not told': untold, 'told after ms, most': slowest.toFixed(0) },
})

/** `runs`: the most calls of each act that fail. */
export async function failAtTheSeam(options: Options): Promise<readonly Row[]> {
  const rows: Row[] = []
  const cleanly = new Map<string, string | undefined>()
  for (const act of Object.keys(ACTS)) cleanly.set(act, (await oneAct(options, act, () => undefined)).after)
  for (const code of [...CODES, 'short write', 'half a write, then ENOSPC'] as const) {
    for (const ever of code === 'short write' ? [false] : [false, true]) {
      const counts = none()
      for (const [act, clean] of cleanly)
        if (!options.stopped()) await strikeEach(options, { act, clean }, { code, ever }, counts)
      rows.push(rowOf(`${code}${code === 'short write' ? '' : ever ? ', from then on' : ', once'}`, counts))
      options.say(
        `  ${code}${ever ? ', from then on' : ''}: ${counts.runs} runs, ${counts.lost} lost, ${counts.mixed} mixed`,
      )
    }
  }
  return rows
}

/** `clean`: what is there after the act on a good disk. */
async function strikeEach(
  options: Options,
  { act, clean }: { readonly act: string; readonly clean: string | undefined },
  { code, ever }: { readonly code: string; readonly ever: boolean },
  counts: Counts,
): Promise<void> {
  for (let nth = 1; nth <= options.runs; nth++) {
    let calls = 0
    let struckAt = 0
    const strike: Strike = (operation, _path, mode) => {
      if (!WRITE_SIDE.has(operation) || mode === 'read') return undefined
      calls += 1
      if (calls !== nth && !(ever && calls > nth)) return undefined
      if (code === 'short write') return operation === 'write' ? { atMost: 3 } : undefined
      struckAt ||= performance.now()
      return code.startsWith('half') ? (operation === 'write' ? { code: 'ENOSPC', half: true } : 'ENOSPC') : code
    }
    const outcome = await oneAct(options, act, strike)
    if (calls < nth) return
    counts.runs += 1
    counts.acknowledged += outcome.saved ? 1 : 0
    if (struckAt > 0 && !outcome.saved) counts.slowest = Math.max(counts.slowest, outcome.endedAt - struckAt)
    if (outcome.trouble !== undefined && !(outcome.trouble instanceof StorageError)) counts.untold += 1
    if (outcome.after === undefined) counts.unopenable += 1
    else if (outcome.saved && outcome.after !== clean) counts.lost += 1
    else if (outcome.after !== clean && outcome.after !== outcome.before) counts.mixed += 1
  }
}

interface Outcome {
  readonly saved: boolean
  readonly trouble?: unknown
  readonly endedAt: number
  readonly before: string
  /** Undefined: it did not open. */ readonly after: string | undefined
}

async function oneAct({ scratch }: Options, act: string, strike: Strike): Promise<Outcome> {
  const above = join(scratch, 'io')
  await rm(above, { recursive: true, force: true })
  await mkdir(above)
  const folder = join(above, 'library')
  const { files, faults } = faultyFiles()
  const store = await openLibrary({
    folder,
    create: true,
    person: 'Reporter',
    now: () => NOW,
    newId: (kind) => kind,
    files,
  })
  const writer = typing('Busan')
  await store.createStory(HEADER, writer.state())
  await store.appendUpdate('busan', writer.type(' summit'))
  await store.appendLedger('busan', LEDGER.slice(0, 1))
  await store.writeStoryFile('busan', SNAPSHOT)
  await store.writeSnapshot('busan', {
    n: 1,
    at: NOW,
    by: 'Reporter',
    why: 'kept',
    state: writer.state(),
    view: SNAPSHOT.view,
  })
  await store.writeRoster([{ name: 'Reporter' }], [])
  const before = (await whatIsThere(folder)) ?? ''
  faults.strike = strike
  const outcome = await (ACTS[act]?.(store, writer) ?? Promise.resolve()).then(
    () => ({ saved: true }),
    (error: unknown) => ({ saved: false, trouble: error }),
  )
  const endedAt = performance.now()
  faults.strike = () => undefined
  await store.close()
  return { ...outcome, endedAt, before, after: await whatIsThere(folder) }
}

async function whatIsThere(folder: string): Promise<string | undefined> {
  try {
    const store = await openLibrary({ folder, lock: 'none', now: () => NOW, newId: (kind) => kind })
    const facts = await store.readLibrary()
    const story = await store.loadStory('busan')
    const found = {
      roster: facts.roster.length,
      words: wordsOf(story.updates),
      entries: story.ledger.length,
      snapshot: (await store.readStoryFile('busan'))?.summary.words,
      versions: (await store.listSnapshots('busan')).map(({ n }) => n),
      stories: await store.listStories(),
    }
    await store.close()
    return JSON.stringify(found)
  } catch {
    return undefined
  }
}

/** Real calls of a real process: strace answers the nth call of a kind with an error. */
export async function failForReal(options: Options): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const [call, error] of [
    ['fdatasync', 'EIO'],
    ['fsync', 'EIO'],
    ['fdatasync', 'ENOSPC'],
    ['rename', 'EIO'],
    ['rename', 'EROFS'],
    ['link', 'EACCES'],
  ] as const) {
    const counts = none()
    for (let at = 0; at < options.runs && !options.stopped(); at++) {
      const roll = dice(options.seed + at)
      const above = join(options.scratch, 'real')
      await mkdir(above)
      const library = join(above, 'library')
      const acknowledged = nothingYet()
      const prepared = await run(process.execPath, [options.program('storageWriter'), 'stet', library, '5', '10'])
      for (const line of prepared.stdout.split('\n')) hear(acknowledged, line)
      const inject = `inject=${call}:error=${error}:when=${1 + roll(call === 'fdatasync' ? 20 : 12)}`
      const ended = await run(
        'strace',
        [
          '-f',
          '-o',
          '/dev/null',
          '-e',
          `trace=${call}`,
          '-e',
          inject,
          process.execPath,
          options.program('storageWriter'),
          'stet',
          library,
          String(at),
          '40',
        ],
        { env: { ...process.env, UV_USE_IO_URING: '0' } },
      ).then(
        ({ stdout }) => stdout,
        (failed: { stdout?: string }) => failed.stdout ?? '',
      )
      const before = acknowledged.count
      for (const line of ended.split('\n')) hear(acknowledged, line)
      await count(library, acknowledged, acknowledged.count - before, counts)
      await rm(above, { recursive: true, force: true })
    }
    rows.push(rowOf(`${error} from a real ${call}`, counts))
    options.say(
      `  ${error} from a real ${call}: ${counts.runs} runs, ${counts.lost} lost, ${counts.unopenable} unopenable`,
    )
  }
  return rows
}

/** A small file system in memory that gets full under a writing process. Needs the right to mount. */
export async function fillTheDisk(options: Options): Promise<readonly Row[]> {
  const counts = none()
  const above = join(options.scratch, 'full')
  for (let at = 0; at < options.runs && !options.stopped(); at++) {
    const roll = dice(options.seed + at)
    await mkdir(above, { recursive: true })
    try {
      await run('mount', ['-t', 'tmpfs', '-o', `size=${160 + 4 * roll(60)}k`, 'tmpfs', above])
    } catch {
      options.say('  skipped: this account may not mount a tmpfs')
      return []
    }
    try {
      const library = join(above, 'library')
      const acknowledged = nothingYet()
      const ended = await run(process.execPath, [
        options.program('storageWriter'),
        'stet',
        library,
        String(at),
        '4000',
      ]).then(
        ({ stdout }) => stdout,
        (failed: { stdout?: string }) => failed.stdout ?? '',
      )
      for (const line of ended.split('\n')) hear(acknowledged, line)
      await run('mount', ['-o', 'remount,size=4m', above])
      await count(library, acknowledged, acknowledged.count, counts)
    } finally {
      await run('umount', [above])
    }
  }
  options.say(`  a disk that runs full: ${counts.runs} runs, ${counts.lost} lost, ${counts.unopenable} unopenable`)
  return [rowOf('a real disk that runs full', counts)]
}

async function count(
  library: string,
  acknowledged: ReturnType<typeof nothingYet>,
  said: number,
  counts: Counts,
): Promise<void> {
  const found = await find(() =>
    openLibrary({ folder: library, create: true, person: 'Reporter', now: () => NOW, newId: (kind) => kind }),
  )
  const { lost, unopenable } = judge(found, acknowledged)
  counts.runs += 1
  counts.acknowledged += said
  counts.lost += lost
  counts.unopenable += unopenable
}
