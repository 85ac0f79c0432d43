/** Ledgers that several machines write at one time: each reads them alike, and concurrent entries weigh right. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lastCounted } from '../../../src/story/assessment/counting'
import { SIGNED_STATUSES, type SignedStatus } from '../../../src/story/ledger/fact'
import { EMPTY_FIELDS } from '../../../src/story/ledger/fields'
import { hashEntry } from '../../../src/story/ledger/hash'
import { foldLedger, type LedgerState } from '../../../src/story/ledger/ledger'
import type { LedgerEntry, LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { KnownEntries } from '../../../src/story/ledger/order/knownEntries'
import { inOrder, isOneLine } from '../../../src/story/ledger/order/ledgerOrder'
import { STAGES, type Stage } from '../../../src/story/ledger/stages'
import { within } from '../../builders/processorTime'

const RUNS = Number(process.env['STET_RUNS'] ?? 2000)
const PEOPLE = ['Ana', 'Ben', 'Cho', 'Dov', 'Eve']

type Step =
  | { readonly kind: 'sign'; readonly at: number; readonly replica: number; readonly status: SignedStatus }
  | { readonly kind: 'withdraw' | 'answer' | 'context'; readonly at: number; readonly replica: number }
  | { readonly kind: 'move'; readonly at: number; readonly replica: number; readonly to: Stage }
  | { readonly kind: 'send'; readonly from: number; readonly to: number }

const replica = fc.nat(4)
const at = fc.nat(9)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('sign' as const),
      at,
      replica,
      status: fc.constantFrom(...SIGNED_STATUSES),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('withdraw' as const, 'answer' as const, 'context' as const),
      at,
      replica,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('move' as const), at, replica, to: fc.constantFrom(...STAGES) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('send' as const), from: replica, to: replica }) },
)

/** A machine: the lines of its file, as they came. */
class Machine {
  readonly file: LedgerEntry[] = []

  constructor(readonly person: string) {}

  get heads(): readonly string[] {
    const followed = new Set(this.file.flatMap(({ follows = [] }) => follows))
    return this.file.flatMap(({ hash }) => (followed.has(hash) ? [] : [hash]))
  }

  write(event: LedgerEvent, time: number): void {
    const entry = {
      ...event,
      seq: this.file.length + 1,
      at: `2026-11-28T10:00:0${time}.000Z`,
      by: this.person,
      follows: this.heads,
      signer: this.person,
    } as unknown as LedgerEntry
    this.file.push({ ...entry, hash: hashEntry(entry) })
  }

  receive({ file }: Machine): void {
    for (const entry of file)
      if (!this.file.some(({ hash }) => hash === entry.hash)) this.file.push({ ...entry, seq: this.file.length + 1 })
  }
}

const signed = (status: SignedStatus): LedgerEvent =>
  ({
    kind: 'signed',
    fact: 'f',
    status,
    words: '100 won',
    sentence: 'It cost 100 won.',
    preceding: '',
    sentenceRule: 2,
    evidence: [],
    groundRules: {},
    reason: 'because',
    role: 'editor',
  }) as LedgerEvent

const moved = (from: Stage, to: Stage, copyHash: string): LedgerEvent => ({
  kind: 'moved',
  from,
  to,
  copyHash,
  blocks: 0,
  warns: 0,
  overrides: [],
  ...(from === 'published' ? { versionKind: 'update' } : {}),
})

function run(steps: readonly Step[]): readonly Machine[] {
  const machines = PEOPLE.map((person) => new Machine(person))
  const of = (index: number): Machine => machines[index % machines.length] ?? new Machine('')
  of(0).write({ kind: 'created', origin: 'new' }, 0)
  for (const machine of machines.slice(1)) machine.receive(of(0))
  for (const one of steps) {
    if (one.kind === 'send') {
      of(one.to).receive(of(one.from))
      continue
    }
    const machine = of(one.replica)
    const state = foldLedger(inOrder(machine.file))
    const current = state.facts.get('f')?.current
    if (one.kind === 'sign') machine.write(signed(one.status), one.at)
    else if (one.kind === 'context')
      machine.write({ kind: 'lapsed', fact: 'f', reasons: ['context'], words: '' }, one.at)
    else if (one.kind === 'answer') machine.write({ kind: 'answered', fact: 'f', text: 'yes' }, one.at)
    else if (one.kind === 'move') machine.write(moved(state.standing.stage, one.to, `copy ${one.at}`), one.at)
    else if (current?.hash !== undefined)
      machine.write({ kind: 'withdrawn', fact: 'f', signOff: current.hash, reason: 'slip' }, one.at)
  }
  for (const other of machines) for (const machine of machines) machine.receive(other)
  return machines
}

const folded = (machine: Machine): Omit<LedgerState, 'known'> => {
  const { known: _known, ...state } = foldLedger(inOrder(machine.file))
  return state
}

/** All that an entry follows, walked without clocks. */
function ancestors(entries: readonly LedgerEntry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, ReadonlySet<string>>()
  const of = (hash: string): ReadonlySet<string> => {
    const before = known.get(hash)
    if (before) return before
    const follows = entries.find((entry) => entry.hash === hash)?.follows ?? []
    const all = new Set(follows.flatMap((one) => [one, ...of(one)]))
    known.set(hash, all)
    return all
  }
  for (const { hash } of entries) of(hash)
  return known
}

/** desk.md, "Ledger with several writers", and product.md's answers and withdrawals, by brute force. */
function expectedVerdict(entries: readonly LedgerEntry[]): { readonly allowed: ReadonlySet<string> } {
  const before = ancestors(entries)
  const knew = (later: LedgerEntry, earlier: LedgerEntry): boolean => before.get(later.hash)?.has(earlier.hash) === true
  const withdrawn = new Set(entries.flatMap((entry) => (entry.kind === 'withdrawn' ? [entry.signOff] : [])))
  const verdicts = entries.filter((entry) => entry.kind === 'signed' && !withdrawn.has(entry.hash))
  const queries = verdicts.filter((entry) => entry.kind === 'signed' && entry.status === 'queried')
  const answers = entries.filter(({ kind }) => kind === 'answered')
  // An answer to a query takes away what its writer knew. Whether it answered one depends on what stood then.
  const mayBeAnswered = (one: LedgerEntry): boolean =>
    answers.some((answer) => knew(answer, one) && queries.some((query) => knew(answer, query)))
  const sure = verdicts.filter((one) => !mayBeAnswered(one))
  const open = sure.filter((one) => !verdicts.some((other) => knew(other, one)))
  const statuses = new Set(open.map((one) => (one.kind === 'signed' ? one.status : '')))
  const against = [...statuses].filter((status) => ['wrong', 'disputed', 'unverifiable'].includes(status))
  if (against.length > 0) return { allowed: new Set(against) }
  if (verdicts.some(mayBeAnswered)) return { allowed: new Set() }
  if (statuses.size === 0) return { allowed: new Set(['none']) }
  return { allowed: statuses.size === 1 ? statuses : new Set(['differs']) }
}

const DESK = {
  roster: PEOPLE.map((name) => ({ name, role: 'editor' as const })),
  settings: { deskOfOne: false, created: '', device: '' },
} as never
const STORY = { fields: { ...EMPTY_FIELDS, author: 'Reporter' }, ledger: { authors: ['Reporter'] } } as never

describe('a ledger with several writers', () => {
  test('reads alike on every machine, whatever came first', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const [first, ...others] = run(steps)
        if (!first) return
        const whole = folded(first)
        for (const other of others) expect(folded(other)).toEqual(whole)
      }),
      { numRuns: RUNS, seed: Number(process.env['STET_SEED'] ?? 21) },
    )
  })

  test('knows what each writer knew', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const entries = inOrder(run(steps)[0]?.file ?? [])
        const known = new KnownEntries()
        for (const entry of entries) known.add(entry)
        const before = ancestors(entries)
        for (const [place, later] of entries.entries())
          for (const earlier of entries.slice(0, place))
            expect(known.knew(later.seq, earlier.seq)).toBe(before.get(later.hash)?.has(earlier.hash))
      }),
      { numRuns: RUNS / 4, seed: 22 },
    )
  })

  test('gives of concurrent verdicts the one against the words, and of others that differ none', () => {
    let compared = 0
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const entries = inOrder(run(steps)[0]?.file ?? [])
        const record = foldLedger(entries).facts.get('f')
        const { allowed } = expectedVerdict(entries)
        if (!record || allowed.size === 0) return
        compared++
        const { current, differs } = lastCounted(record, STORY, DESK)
        expect([...allowed]).toContain(differs ? 'differs' : (current?.status ?? 'none'))
      }),
      { numRuns: RUNS, seed: 23 },
    )
    expect(compared).toBeGreaterThan(RUNS / 4)
  })

  test('never lets a story stand farther than the move that takes it farthest back', () => {
    const FAR: readonly Stage[] = ['killed', 'spiked', 'draft', 'filed', 'inReview', 'cleared', 'published']
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const entries = inOrder(run(steps)[0]?.file ?? [])
        const before = ancestors(entries)
        const moves = entries.filter(({ kind }) => kind === 'moved')
        const open = moves.filter((one) => !moves.some((other) => before.get(other.hash)?.has(one.hash)))
        const { standing, clearedHash } = foldLedger(entries)
        const stages = open.flatMap((one) => (one.kind === 'moved' ? [one.to] : []))
        const farthestBack = FAR.find((stage) => stages.includes(stage)) ?? 'draft'
        const isTakenBack = farthestBack === 'spiked' && standing.live
        if (!isTakenBack) expect(standing.stage).toBe(farthestBack)
        if (standing.stage !== 'cleared' && standing.stage !== 'published') expect(clearedHash).toBeUndefined()
      }),
      { numRuns: RUNS, seed: 24 },
    )
  })

  test('of one writer is read as it is', () => {
    const machine = new Machine('Ana')
    for (const status of SIGNED_STATUSES) machine.write(signed(status), 0)
    expect(inOrder(machine.file)).toBe(machine.file)
    expect(isOneLine(machine.file)).toBe(true)
    expect(foldLedger(machine.file).known).toBeUndefined()
  })

  test('of 10,000 entries by five writers folds in little time', async () => {
    const machines = PEOPLE.map((person) => new Machine(person))
    const whole: LedgerEntry[] = []
    const heads: string[][] = machines.map(() => [])
    for (let at = 0; at < 10_000; at++) {
      const which = at % machines.length
      const entry = {
        ...(at % 3 === 0 ? signed('verified') : { kind: 'evidenceRemoved', evidence: 'e' }),
        fact: `f${at % 300}`,
        seq: at + 1,
        at: `2026-11-28T10:00:00.${String(at % 1000).padStart(3, '0')}Z`,
        by: PEOPLE[which],
        follows: at % 50 === 0 ? [...new Set(heads.flat())] : heads[which],
        signer: PEOPLE[which],
      } as unknown as LedgerEntry
      whole.push({ ...entry, hash: hashEntry(entry) })
      heads[which] = [whole.at(-1)?.hash ?? '']
    }
    const { facts } = await within(150, () => foldLedger(inOrder(whole)), 5)
    expect(facts.size).toBe(300)
  })
})
