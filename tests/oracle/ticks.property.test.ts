/**
 * A fact is verified exactly when the oracle says so, after every one of many random steps. STET_RUNS: how many steps
 * (npm run oracle:ticks: 100,000). STET_SEED repeats a run.
 */
import fc from 'fast-check'
import { afterAll, afterEach, expect, test } from 'vitest'
import type { Step } from './drawing'
import { keepStory, keptStories, smallest } from './replay'
import { STEPS } from './steps'
import { Difference, newTally, World } from './world'

const WANTED = Number(process.env['STET_RUNS'] ?? 900)
const SEED = Number(process.env['STET_SEED'] ?? 100)
const LONGEST = 60
const STORIES = Math.ceil(WANTED / 30)
const PARTS = Math.max(1, Math.ceil(STORIES / 50))

/** STET_ONLY: names of steps, with commas between them. The others are left out. */
const ONLY = process.env['STET_ONLY']?.split(',')

const names = Object.entries(STEPS)
  .filter(([name]) => !ONLY || ONLY.includes(name))
  .flatMap(([name, { weight }]) => Array.from({ length: weight }, () => name))
const number = fc.nat(5039)
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...names),
  a: number,
  b: number,
  c: number,
  d: number,
})

const tally = newTally()
const started = performance.now()
const processor = process.cpuUsage()

async function live(variant: number, steps: readonly Step[]): Promise<void> {
  const world = await World.open(variant)
  world.check(tally)
  // Most stories have some ticks before anything happens.
  for (let n = 0; n < variant % 8; n++) {
    await STEPS['verify']?.run(world, { kind: 'verify', a: variant + 3 * n, b: 1 + (n % 2), c: n + 1, d: 1 + n }, tally)
    world.check(tally)
  }
  for (const one of steps) {
    world.trace.push(`· ${one.kind}`)
    if (!(await STEPS[one.kind]?.run(world, one, tally))) continue
    tally.steps++
    tally.steady[one.kind] = (tally.steady[one.kind] ?? 0) + 1
    world.check(tally)
  }
  for (const window of world.windows) await world.sync(window)
  world.check(tally)
}

/** STET_SURVEY: goes on after a difference, and prints each kind of difference with its shortest stories. */
const SURVEY = process.env['STET_SURVEY'] !== undefined
const SHOWN = 4
const differences = new Map<string, { count: number; stories: readonly Difference[] }>()

async function survey(variant: number, steps: readonly Step[]): Promise<void> {
  try {
    await live(variant, steps)
  } catch (error) {
    if (!(error instanceof Difference)) throw error
    const kept = process.env['STET_CASES']
    if (kept !== undefined) keepStory(kept, { kind: error.kind, variant, steps })
    const { count, stories } = differences.get(error.kind) ?? { count: 0, stories: [] }
    const shortest = [...stories, error].sort((one, other) => one.trace.length - other.trace.length)
    differences.set(error.kind, { count: count + 1, stories: shortest.slice(0, SHOWN) })
  }
}

/** STET_REPLAY: a file of stories that a survey wrote to STET_CASES. Shows each, made as short as possible. */
const REPLAY = process.env['STET_REPLAY']

async function differenceOf(variant: number, steps: readonly Step[]): Promise<Difference | undefined> {
  try {
    await live(variant, steps)
  } catch (error) {
    if (error instanceof Difference) return error
    throw error
  }
  return undefined
}

test.skipIf(REPLAY === undefined)('stories that differed are the same in both', { timeout: 3_600_000 }, async () => {
  const found: string[] = []
  for (const story of keptStories(REPLAY ?? '')) {
    const difference = await smallest(story, differenceOf)
    if (difference) found.push(difference.message)
  }
  expect(found.join('\n--- another\n')).toBe('')
})

test.skipIf(REPLAY !== undefined).each(Array.from({ length: PARTS }, (_, part) => part))(
  `a fact is verified exactly when the oracle says so (part %i of ${PARTS})`,
  { timeout: 3_600_000 },
  async (part) => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(10_000),
        fc.array(step, { minLength: 20, maxLength: LONGEST, size: 'max' }),
        SURVEY ? survey : live,
      ),
      // STET_SHRINK: makes a failing story smaller, which takes minutes.
      {
        numRuns: Math.ceil(STORIES / PARTS),
        seed: SEED + part,
        endOnFailure: process.env['STET_SHRINK'] === undefined,
      },
    )
  },
)

// A long run shows how far it is.
afterEach(() => {
  const found = [...differences.values()].reduce((sum, { count }) => sum + count, 0)
  if (PARTS > 1) process.stdout.write(`oracle: ${tally.steps} steps so far, ${found} differences\n`)
})

afterAll(() => {
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const used = (process.cpuUsage(processor).user / 1e6).toFixed(1)
  const open = ((100 * tally.open) / Math.max(1, tally.open + tally.decided)).toFixed(1)
  process.stdout.write(
    `oracle: ${tally.steps} steps in ${seconds} s (${used} s of processor time), seeds ${SEED} to ${SEED + PARTS - 1}; ` +
      `${tally.decided} facts compared (${JSON.stringify(tally.standings)}), ${open} % left open by the specification; ` +
      `${tally.refused} verdicts refused; steps: ${JSON.stringify(tally.steady)}\n`,
  )
  if (SURVEY) process.stdout.write(`open: ${JSON.stringify(tally.openBy, null, 1)}\n`)
  for (const [kind, { count, stories }] of [...differences].sort((a, b) => b[1].count - a[1].count))
    process.stdout.write(`\n=== ${count} × ${kind}\n${stories.map(({ message }) => message).join('\n--- another\n')}\n`)
  expect(tally.steps).toBeGreaterThan(0)
})
