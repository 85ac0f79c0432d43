/** Numbers of versions, where several machines clear, publish and open versions at one time. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { publishedVersions } from '../../../src/story/ledger/leaving/corrections'
import { versionsOf } from '../../../src/story/ledger/leaving/versionsOf'
import { foldLedger } from '../../../src/story/ledger/ledger'
import { inOrder } from '../../../src/story/ledger/order/ledgerOrder'
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

function run(steps: readonly Step[]): Machine {
  const machines = [new Machine(), new Machine(), new Machine()] as const
  machines[0].write('Eve', { kind: 'created', origin: 'new' }, 0)
  for (let stages = 0; stages < 5; stages++) move(machines[0], 0, 0)
  for (const machine of machines) machine.receive(machines[0])
  for (const one of steps) {
    const machine = machines[one.replica]
    if (one.kind === 'send') machines[one.to]?.receive(machine ?? machines[0])
    else if (machine) move(machine, one.at, one.nth)
  }
  for (const machine of machines) machines[0].receive(machine)
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
      expect(versionsOf(entries).now).toBe(standing.version)
      if (standing.stage === 'published' || standing.stage === 'killed')
        expect(standing.version).toBeGreaterThanOrEqual(publishedVersion)
      else expect(standing.version).toBeGreaterThan(publishedVersion)
    }),
    { numRuns: RUNS, seed: Number(process.env['STET_SEED'] ?? 25) },
  )
  expect(withSecond).toBeGreaterThan(RUNS / 20)
})
