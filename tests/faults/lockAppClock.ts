/** The real app under Debian's libfaketime: its clock jumps years while somebody types. */
import { execFile } from 'node:child_process'
import { readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { missingWords, sitDown, type, untilSaved } from './appWriting'
import type { DrivenApp } from './appTools'
import { dice, type Options, type Row } from './campaign'

const run = promisify(execFile)
const DAY = 86_400
const TEN_YEARS = 3653 * DAY
const STARTS_ANEW_EVERY = 10
/** Tolerance in seconds: libfaketime reads its control file once a second, and the machine is busy. */
const SLACK = 120

interface Jumping {
  readonly said: string[]
  moves: number
  unseen: number
}

export async function jumpTheAppsClock(options: Options): Promise<readonly Row[]> {
  const { runs, seed, scratch, app: tools, say, stopped } = options
  const fake = await faketime()
  if (fake === undefined) {
    say('  skipped: there is no faketime here, and it could not be installed (apt-get install faketime)')
    return []
  }
  const library = join(scratch, 'app-clock', 'library')
  const story = await tools.seed(library)
  const control = join(scratch, 'faketime')
  // libfaketime ends a process that meets a half-written file.
  const set = async (seconds: number): Promise<void> => {
    await writeFile(`${control}-next`, `${seconds < 0 ? '-' : '+'}${Math.abs(seconds)}`)
    await rename(`${control}-next`, control)
  }
  const launch = async (): Promise<DrivenApp> => {
    const app = await tools.launch(join(scratch, 'profile-clock'), story, library, fakedBy(fake, control))
    await sitDown(app)
    return app
  }
  await set(0)
  const roll = dice(seed)
  const count: Jumping = { said: [], moves: 0, unseen: 0 }
  let app = await launch()
  let offset = 0
  let made = 0
  for (; made < runs && !stopped(); made++) {
    offset = nextOffset(made, offset, roll)
    await set(offset)
    await jumpOnce(app, story, offset, made, count)
    if (made % STARTS_ANEW_EVERY !== STARTS_ANEW_EVERY - 1) continue
    await (made % 20 === 9 ? app.kill() : app.close())
    app = await launch()
    say(`  ${made + 1} of ${runs}: ${count.said.length} words and ${count.moves} moves, ${count.unseen} jumps not seen`)
  }
  await app.close()
  const found = await missingWords(library, story, count.said)
  const moved = (found?.ledger ?? []).filter(({ kind }) => kind === 'moved')
  const years = new Set(moved.map(({ at }) => at.slice(0, 4)))
  return [
    {
      fault: 'the app’s clock jumps up to ten years',
      runs: made,
      acknowledged: count.said.length + count.moves,
      lost: (found?.missing.length ?? 0) + Math.max(0, count.moves - moved.length),
      unopenable: found ? 0 : 1,
      // The ledger shows main's clock. Without jumps it would have one year.
      more: {
        'jumps not seen': count.unseen,
        'years in the ledger': years.size,
        'backwards in the ledger': moved.filter(({ at }, index) => at < (moved[index - 1]?.at ?? '')).length,
      },
    },
  ]
}

/** Forward, back, and a little back, never more than ten years from now. */
function nextOffset(at: number, before: number, roll: (below: number) => number): number {
  if (at % 4 === 0) return TEN_YEARS - roll(400 * DAY)
  if (at % 4 === 1) return roll(400 * DAY) - TEN_YEARS
  if (at % 4 === 2) return roll(2 * TEN_YEARS) - TEN_YEARS
  return before - 1 - roll(DAY)
}

async function jumpOnce(app: DrivenApp, story: string, offset: number, at: number, count: Jumping): Promise<void> {
  // Typing goes on during the jump.
  const [before, after] = [`b${at}x`, `a${at}x`]
  await type(app, before)
  await untilSaved(app, before)
  const seen = `Math.abs((Date.now() - ${Date.now()}) / 1000 - ${offset}) < ${SLACK}`
  await app.until(seen, 5, 100).catch(() => {
    count.unseen += 1
  })
  await type(app, after)
  await untilSaved(app, after)
  count.said.push(before, after)
  const to = at % 2 === 0 ? 'filed' : 'draft'
  const request = { story, to, ...(to === 'draft' ? { reason: 'again' } : {}) }
  const moved = await app.evaluate(
    `window.stet.call('act', ${JSON.stringify({ action: 'story.move', request })}).then(({ ok }) => ok)`,
  )
  if (moved === true) count.moves += 1
}

/**
 * Fakes the wall clock only: Chromium hangs when its monotonic clock jumps. Switches off the fix for old C libraries,
 * which gives times of the wrong clock to pthread_cond_timedwait. Reads the clock once a second: reading at each call
 * hangs too.
 */
const fakedBy = (library: string, control: string): Readonly<Record<string, string>> => ({
  LD_PRELOAD: library,
  FAKETIME_TIMESTAMP_FILE: control,
  FAKETIME_CACHE_DURATION: '1',
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
  FAKETIME_FORCE_MONOTONIC_FIX: '0',
  NO_FAKE_STAT: '1',
})

/** Path of libfaketime. Installs it if this account may. */
async function faketime(): Promise<string | undefined> {
  const found = await libfaketime()
  if (found !== undefined || process.getuid?.() !== 0) return found
  try {
    await run('apt-get', ['update', '-qq'])
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'faketime'])
  } catch {
    return undefined
  }
  return libfaketime()
}

async function libfaketime(): Promise<string | undefined> {
  for (const machine of await namesIn('/usr/lib')) {
    const folder = join('/usr/lib', machine, 'faketime')
    if ((await namesIn(folder)).includes('libfaketime.so.1')) return join(folder, 'libfaketime.so.1')
  }
  return undefined
}

const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch((): readonly string[] => [])
