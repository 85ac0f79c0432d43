/** A short run of every fault campaign; `npm run faults:…` makes the long ones (docs/faults.md). */
import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noNotebook, type Options, type Row } from '../../faults/campaign'
import { damageTheTrusted } from '../../faults/closed'
import { killIndex } from '../../faults/index/killIndex'
import { failAtTheSeam } from '../../faults/io'
import { killStorage } from '../../faults/kill'
import { jumpTheClock, startTwice, takeFolderAway } from '../../faults/lock'
import { crashNewsroom } from '../../faults/newsroomCrash'
import { cutPower } from '../../faults/power'
import { buildPrograms } from '../../faults/programs.mjs'
import { letRot } from '../../faults/rot'

const hasStrace = (): boolean => {
  try {
    execFileSync('strace', ['-V'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const notHere = (): Promise<never> => Promise.reject(new Error('a short campaign starts no app'))

describe('A short campaign of', () => {
  let built: Awaited<ReturnType<typeof buildPrograms>>
  let scratch: string
  beforeAll(async () => {
    built = await buildPrograms()
    scratch = await mkdtemp(join(tmpdir(), 'stet-faults-'))
  }, 60_000)
  afterAll(async () => {
    built.remove()
    await rm(scratch, { recursive: true, force: true })
  })
  const options = (runs: number): Options => ({
    runs,
    seed: 20_261_030,
    scratch,
    program: built.program,
    say: () => undefined,
    notebook: noNotebook,
    stopped: () => false,
    app: { launch: notHere, seed: notHere, runMain: notHere },
  })
  const damage = ({ fault, lost, unopenable }: Row): unknown => ({ fault, lost, unopenable })
  const none = ({ fault }: Row): unknown => ({ fault, lost: 0, unopenable: 0 })

  it('kill -9 loses nothing that was acknowledged', async () => {
    const row = await killStorage(options(4))
    expect(damage(row)).toEqual(none(row))
    expect(row.runs).toBe(4)
    expect(row.acknowledged).toBeGreaterThan(0)
  }, 120_000)

  it('kill -9 while the index is kept leaves one that equals an index made of the files alone', async () => {
    const row = await killIndex(options(3))
    expect(damage(row)).toEqual(none(row))
    expect(row.runs).toBe(3)
    expect(row.more?.['stories compared']).toBeGreaterThan(0)
  }, 240_000)

  if (!hasStrace()) it('power cuts: skipped, strace is not present', () => undefined)
  else {
    it('power cuts loses nothing, and finds the losses of builds without fsync', async () => {
      const ours = await cutPower('stet', options(1))
      expect(damage(ours)).toEqual(none(ours))
      expect(ours.acknowledged).toBeGreaterThan(25)
      expect((await cutPower('noFolderSync', options(1))).lost).toBeGreaterThan(0)
      expect((await cutPower('lowdb', options(1))).unopenable).toBeGreaterThan(0)
    }, 180_000)
  }

  for (const crash of ['kill', 'power'] as const) {
    it(`${crash} at each file call of a newsroom at work loses nothing, and nothing is told as lost`, async () => {
      const row = await crashNewsroom(crash, options(150))
      expect([row, row.more?.['false losses']]).toMatchObject([none(row), 0])
      expect(row.runs).toBe(150)
    }, 120_000)
  }

  it('two starts, a folder that disappears and a clock that jumps loses nothing', async () => {
    const rows = [await startTwice(options(4)), await takeFolderAway(options(4)), await jumpTheClock(options(12))]
    expect(rows.map(damage)).toEqual(rows.map(none))
    expect(rows.map(({ more }) => more)).toEqual([
      { 'two writers': 0, 'no writer': 0 },
      { 'shown empty': 0 },
      undefined,
    ])
    expect(rows.map(({ acknowledged }) => acknowledged)).toEqual([5, expect.any(Number), 12])
  }, 120_000)

  it('damage to what a tick rests on gives no tick, takes no protection, and is told', async () => {
    const rows = await damageTheTrusted(options(1))
    expect(rows.at(-1)).toMatchObject({ lost: 0, unopenable: 0 })
    // One of each kind of damage to each kind of file.
    expect(rows.map(({ runs }) => runs)).toEqual([...rows.slice(1).map(() => 1), rows.length - 1])
    expect(rows.length).toBeGreaterThan(60)
  }, 120_000)

  it('disk errors leaves the old or the new state', async () => {
    const rows = await failAtTheSeam(options(1))
    expect(rows.map(damage)).toEqual(rows.map(none))
    expect(rows.map(({ more }) => more?.['not told'])).toEqual(rows.map(() => 0))
  }, 120_000)

  for (const fault of ['bit flips', 'truncations'] as const) {
    it(`${fault} is noticed in every kind of file`, async () => {
      const rows = await letRot(fault, options(48))
      expect(rows.map(damage)).toEqual(rows.map(none))
      expect(rows.map(({ more }) => more?.['noticed'])).toEqual(rows.map(({ runs }) => runs))
      expect(rows).toHaveLength(13)
    }, 120_000)
  }

  it('keystrokes writes less than a kilobyte each, in a short story and in a long one', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [built.program('costMain')], {
      env: { ...process.env, COST_EDITS: '60', COST_WARM_KEYS: '0', COST_MEMORY_EDITS: '0', COST_FOLDER: scratch },
    })
    const { costs } = JSON.parse(stdout) as { costs: readonly { words: number; logBytes: number }[] }
    expect(costs.map(({ words }) => words)).toEqual([1000, 100_000])
    for (const { logBytes } of costs) expect(logBytes).toBeLessThan(1024)
  }, 120_000)
})
