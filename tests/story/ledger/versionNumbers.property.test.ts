/** Numbers of versions, where several machines clear, publish and open versions at one time. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { publishedVersions } from '../../../src/story/ledger/leaving/corrections/corrections'
import { versionsOf } from '../../../src/story/ledger/leaving/versionsOf'
import { foldLedger } from '../../../src/story/ledger/ledger'
import { apartOf, inOrder, NONE_APART } from '../../../src/story/ledger/order/ledgerOrder'
import { legalMoves, VERSION_KINDS } from '../../../src/story/ledger/stages'
import { Machine, moved } from '../../builders/stories/machines'

const RUNS = Number(process.env['STET_RUNS'] ?? 150)

const replica = fc.nat(2)
/** Most moves go on. */
const nth = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(7) })
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('move' as const), replica, at: fc.nat(9), nth }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('send' as const), replica, to: replica }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Kills are seldom: nothing follows one. */
function move(machine: Machine, at: number, nth: number): void {
  const { standing } = machine.state
  const legal = legalMoves(standing).filter(({ to }) => nth === 7 || to !== 'killed')
  const chosen = legal[nth % Math.max(legal.length, 1)]
  if (!chosen) return
  const versionKind = VERSION_KINDS[at % VERSION_KINDS.length] ?? 'update'
  machine.write('Ed', moved(standing.stage, chosen.to, chosen.needs.includes('kind') ? { versionKind } : {}), at)
}

/** `undoing`: what the other machines bring in the end is undone, and one more move made. */
function run(steps: readonly Step[], undoing = false): Machine {
  const machines = [new Machine(), new Machine(), new Machine()] as const
  machines[0].write('Eve', { kind: 'created', origin: 'new' }, 0)
  for (let stages = 0; stages < 5; stages++) move(machines[0], 0, 0)
  for (const machine of machines) machine.receive(machines[0])
  for (const one of steps) {
    const machine = machines[one.replica]
    if (one.kind === 'send') machines[one.to]?.receive(machine ?? machines[0])
    else if (machine) move(machine, one.at, one.nth)
  }
  const here = machines[0].heads
  for (const machine of machines) machines[0].receive(machine)
  if (undoing) {
    const came = { kind: 'merged', bundle: 'b', from: 'Kim', device: 'd', entries: 1, here } as const
    const merge = machines[0].write('Ed', came, 30)
    machines[0].write('Ed', { kind: 'mergeUndone', merge: merge.hash, tray: [], client: 1 }, 31)
    move(machines[0], 32, 0)
  }
  return machines[0]
}

test('what is not published never has the number of a version that readers had, and a kill no earlier one', () => {
  let withSecond = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 6, maxLength: 24 }), (steps) => {
      const entries = inOrder(run(steps).file)
      const { standing, publishedVersion = 0, known } = foldLedger(entries)
      const seen = publishedVersions(entries).map(({ version }) => version)
      if (known && seen.length > 1) withSecond++
      expect(publishedVersion).toBe(Math.max(0, ...seen))
      expect(versionsOf(entries).now).toEqual(standing)
      if (standing.stage === 'published' || standing.stage === 'killed')
        expect(standing.version).toBeGreaterThanOrEqual(publishedVersion)
      else expect(standing.version).toBeGreaterThan(publishedVersion)
    }),
    { numRuns: RUNS, seed: Number(process.env['STET_SEED'] ?? 25) },
  )
  expect(withSecond).toBeGreaterThan(RUNS / 20)
})

test('the versions stand as the story does, also where moves were lost or stand apart, and where a merge was undone', () => {
  const places = fc.array(fc.nat(30), { minLength: 1, maxLength: 3 })
  const how = fc.constantFrom('lost', 'apart', 'undone')
  const seenOf = { lost: 0, apart: 0, undone: 0 }
  fc.assert(
    fc.property(fc.array(step, { minLength: 6, maxLength: 24 }), places, how, (steps, gone, kind) => {
      const { file } = run(steps, kind === 'undone')
      const out = kind === 'undone' ? [] : file.filter((entry, at) => entry.kind === 'moved' && gone.includes(at))
      const apart = kind === 'apart' ? apartOf(out) : NONE_APART
      const entries = inOrder(
        file.filter((entry) => !out.includes(entry)),
        apart,
      )
      const { standing, publishedVersion = 0, undone } = foldLedger(entries, undefined, apart)
      const seen = publishedVersions(entries, apart).map(({ version }) => version)
      if (kind === 'undone' ? undone : out.length > 0 && seen.length > 0) seenOf[kind]++
      expect(versionsOf(entries, apart).now).toEqual(standing)
      expect(seen).toEqual(seen.toSorted((a, b) => a - b))
      if (kind !== 'undone') expect(publishedVersion).toBe(Math.max(0, ...seen))
    }),
    { numRuns: RUNS, seed: Number(process.env['STET_SEED'] ?? 25) },
  )
  for (const count of Object.values(seenOf)) expect(count).toBeGreaterThan(RUNS / 20)
})
