/** Kills a writing process with kill -9 at random moments. Afterwards every acknowledged write must be there. */
import { mkdir, rm } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { libraryState } from '../../src/storage/doctor/libraryState'
import { nodeFiles } from '../../src/storage/disk/fileLayer'
import { openLibrary } from '../../src/storage/openLibrary'
import { dice, quantile, type Options, type Row } from './campaign'
import { findNewsroom } from './newsroomFinding'
import { untilKilled } from './untilKilled'
import { FALSE_LOSS, find, hear, judge, nothingYet, NOW, type Acknowledged, type Found } from './writing'

interface Counted {
  runs: number
  acknowledged: number
  lost: number
  unopenable: number
  /** Milliseconds from opening the library until its stories were loaded. */
  reopening: number[]
  /** Reopenings that took more than a second: their processor time, and the time of a second opening right after. */
  slow: { readonly ms: number; readonly cpu: number; readonly again: number; readonly load: number }[]
  torn: number
  falseLosses: number
  why: string[]
}
const NOTHING: Counted = {
  runs: 0,
  acknowledged: 0,
  lost: 0,
  unopenable: 0,
  reopening: [],
  slow: [],
  torn: 0,
  falseLosses: 0,
  why: [],
}

/** Kills in the same library, so that damage that adds up is found too. */
const KILLS_PER_LIBRARY = 40
const A_SECOND = 1000

export const killStorage = (options: Options): Promise<Row> =>
  killWriter('kill -9, storage process', options, {
    command: (library, seed) => [options.program('storageWriter'), 'stet', library, String(seed)],
    longest: 150,
    reopen,
  })

/** The whole newsroom in a process of its own: signed entries, keys, PINs, the table of heads. */
export const killNewsroom = (options: Options): Promise<Row> =>
  killWriter('kill -9, newsroom process', options, {
    command: (library, seed) => [options.program('newsroomWriter'), library, String(seed)],
    longest: 1000,
    reopen: (folder) => reopenNewsroom(join(folder, 'library')),
  })

interface Killed {
  readonly command: (library: string, seed: number) => readonly string[]
  /** Milliseconds that it writes, at most. */
  readonly longest: number
  readonly reopen: (folder: string) => Promise<Reopened>
}
interface Reopened {
  readonly found: Found
  readonly ms: number
  readonly cpu: number
}

async function killWriter(fault: string, options: Options, { command, longest, reopen: open }: Killed): Promise<Row> {
  const counted = options.notebook.load<Counted>(structuredClone(NOTHING))
  let acknowledged = nothingYet()
  let folder = ''
  while (counted.runs < options.runs && !options.stopped()) {
    const roll = dice(options.seed + counted.runs)
    if (folder === '' || counted.runs % KILLS_PER_LIBRARY === 0) {
      if (folder !== '') await rm(folder, { recursive: true, force: true })
      folder = join(options.scratch, `kill-${counted.runs}`)
      await mkdir(folder)
      acknowledged = nothingYet()
    }
    const before = acknowledged.count
    await killAtWork(command(join(folder, 'library'), options.seed + counted.runs), longest, acknowledged, roll)
    const { found, ms, cpu } = await open(folder)
    counted.reopening.push(ms)
    if (ms > A_SECOND)
      counted.slow.push({ ms, cpu, again: (await open(folder)).ms, load: Math.round(loadavg()[0] ?? 0) })
    const { lost, unopenable, why } = judge(found, acknowledged)
    const { repairs } = found
    counted.runs += 1
    counted.acknowledged += acknowledged.count - before
    counted.lost += lost
    counted.unopenable += unopenable
    counted.falseLosses += why.filter((line) => line.includes(FALSE_LOSS)).length
    counted.torn += repairs.filter((line) => line.includes('not finished')).length
    const untold = repairs.filter((line) => !/not finished|other copy is complete/.test(line))
    if (why.length || untold.length) {
      counted.why = [...counted.why, ...why, ...untold].slice(-20)
      options.say(`  run ${counted.runs}: ${[...why, ...untold].join('; ')}`)
    }
    if (counted.runs % 10 === 0) options.notebook.save(counted)
    if (counted.runs % 50 === 0) {
      options.say(
        `  ${counted.runs} of ${options.runs}: ${counted.acknowledged} acknowledged, ` +
          `${counted.lost} lost, ${counted.unopenable} unopenable`,
      )
    }
  }
  options.notebook.save(counted)
  return {
    fault,
    runs: counted.runs,
    acknowledged: counted.acknowledged,
    lost: counted.lost,
    unopenable: counted.unopenable,
    more: { 'torn tails cut': counted.torn, 'false losses': counted.falseLosses, ...reopenings(counted) },
  }
}

function reopenings({ reopening, slow }: Counted): Readonly<Record<string, number>> {
  const most = (of: (one: Counted['slow'][number]) => number): number => Math.max(0, ...slow.map(of))
  return {
    'reopening ms p50': quantile(reopening, 0.5),
    p99: quantile(reopening, 0.99),
    most: Math.max(0, ...reopening),
    'over 1 s': slow.length,
    'their processor ms, most': most(({ cpu }) => cpu),
    'the same again ms, most': most(({ again }) => again),
  }
}

const reopen = (folder: string): Promise<Reopened> =>
  timed(() =>
    find(() =>
      openLibrary({
        folder: join(folder, 'library'),
        create: true,
        person: 'Reporter',
        now: () => NOW,
        newId: (kind) => kind,
      }),
    ),
  )

/** A reader finds nothing wrong, nor does the next owner, who mends what is unfinished. */
async function reopenNewsroom(library: string): Promise<Reopened> {
  const isMade = (await libraryState(nodeFiles, library)) === 'made'
  const read = isMade ? await findNewsroom(library, undefined, 'none') : undefined
  const owned = await timed(() => findNewsroom(library, undefined, 'take'))
  const { found } = owned
  return {
    ...owned,
    found: {
      ...found,
      wrong: [...(read?.wrong ?? []), ...found.wrong],
      closed: [...(read?.closed ?? []), ...found.closed],
    },
  }
}

async function timed(open: () => Promise<Found>): Promise<Reopened> {
  const [began, used] = [performance.now(), process.cpuUsage()]
  const found = await open()
  const { user, system } = process.cpuUsage(used)
  return { found, ms: Math.round(performance.now() - began), cpu: Math.round((user + system) / 1000) }
}

/**
 * Kills a few processes while they open the library, a few once they are ready, and most some time after they said that
 * a write was saved: on a busy machine a process that is ready may do nothing for a while.
 */
export function killAtWork(
  command: readonly string[],
  longest: number,
  acknowledged: Acknowledged,
  roll: (below: number) => number,
): Promise<void> {
  const from = (['opening', 'ready'] as const)[roll(5)] ?? 'saved'
  const after = from === 'opening' ? roll(12) : roll(longest)
  return untilKilled(command, (line, killIn) => {
    const { count } = acknowledged
    hear(acknowledged, line)
    if (from === 'saved' ? acknowledged.count > count : line === from) killIn(after)
  })
}

/** Kills a process that only reads: a few while they open the library, most once they are ready. */
export function killReader(
  command: readonly string[],
  longest: number,
  roll: (below: number) => number,
): Promise<void> {
  const from = roll(5) === 0 ? 'opening' : 'ready'
  const after = from === 'opening' ? roll(12) : roll(longest)
  return untilKilled(command, (line, killIn) => {
    if (line === from) killIn(after)
  })
}
