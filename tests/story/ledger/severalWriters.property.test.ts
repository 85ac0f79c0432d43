/** Ledgers that several machines write at one time: each reads them alike, and concurrent entries weigh right. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lastCounted } from '../../../src/story/assessment/counting'
import { SIGNED_STATUSES, type SignedStatus } from '../../../src/story/ledger/facts/fact'
import type { Role } from '../../../src/story/desk/roster'
import { EMPTY_FIELDS } from '../../../src/story/ledger/fields'
import { hashEntry } from '../../../src/story/ledger/hash'
import { foldLedger, type LedgerState } from '../../../src/story/ledger/ledger'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import { KnownEntries } from '../../../src/story/ledger/order/knownEntries'
import { inOrder, isOneLine } from '../../../src/story/ledger/order/ledgerOrder'
import { STAGES, type Stage } from '../../../src/story/ledger/stages'
import { Machine, moved, signed } from '../../builders/stories/machines'
import { defined } from '../../../src/story/text/defined'
import { within } from '../../builders/time/processorTime'

const RUNS = Number(process.env['STET_RUNS'] ?? 2000)
const PEOPLE = ['Ana', 'Ben', 'Cho', 'Dov', 'Eve']
/** Eve is the author, too. */
const ROLES: Readonly<Record<string, Role>> = {
  Ana: 'editor',
  Ben: 'editor',
  Cho: 'checker',
  Dov: 'reporter',
  Eve: 'editor',
}

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

function run(steps: readonly Step[]): readonly Machine[] {
  const machines = PEOPLE.map(() => new Machine())
  const of = (index: number): Machine => machines[index % machines.length] ?? new Machine()
  of(0).write('Eve', { kind: 'created', origin: 'new' }, 0)
  for (const machine of machines.slice(1)) machine.receive(of(0))
  for (const one of steps) {
    if (one.kind === 'send') {
      of(one.to).receive(of(one.from))
      continue
    }
    const machine = of(one.replica)
    const by = PEOPLE[one.replica] ?? ''
    const { facts, standing } = machine.state
    const current = facts.get('f')?.current
    if (one.kind === 'sign') machine.write(by, signed(one.status, defined({ role: ROLES[by] })), one.at)
    else if (one.kind === 'context')
      machine.write(by, { kind: 'lapsed', fact: 'f', reasons: ['context'], words: '' }, one.at)
    else if (one.kind === 'answer') machine.write(by, { kind: 'answered', fact: 'f', text: 'yes' }, one.at)
    else if (one.kind === 'move')
      machine.write(
        by,
        moved(standing.stage, one.to, {
          copyHash: `copy ${one.at}`,
          ...(standing.stage === 'published' ? { versionKind: 'update' } : {}),
        }),
        one.at,
      )
    else if (current?.hash !== undefined)
      machine.write(by, { kind: 'withdrawn', fact: 'f', signOff: current.hash, reason: 'slip' }, one.at)
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

type Verdict = Extract<LedgerEntry, { kind: 'signed' }>
type Knew = (later: LedgerEntry, earlier: LedgerEntry) => boolean

const AGAINST: readonly SignedStatus[] = ['wrong', 'disputed', 'unverifiable']
const isAgainst = ({ status }: Verdict): boolean => AGAINST.includes(status)
const givesTrust = ({ status }: Verdict): boolean => ['verified', 'onAuthor', 'letStand'].includes(status)
const mayReplace = (name: string): boolean => ROLES[name] === 'editor' && name !== 'Eve'

/** Verdicts that count, by rule 8 and the table of rights: all words are the same, and only Eve is an author. */
function countedAmong(verdicts: readonly Verdict[], knew: Knew): readonly Verdict[] {
  const counted: Verdict[] = []
  for (const one of verdicts) {
    const known = counted.filter((other) => knew(one, other))
    const open = known.filter((other) => !known.some((later) => knew(later, other)))
    const replaces = open.some((other) => isAgainst(other) && other.by !== one.by)
    const gives = givesTrust(one)
    if (replaces && !mayReplace(one.by)) continue
    if (gives && one.by === 'Eve') continue
    if (one.status === 'letStand' && !mayReplace(one.by)) continue
    counted.push(one)
  }
  return counted
}

/** desk.md, "Ledger with several writers", and product.md's answers and withdrawals, by brute force. */
function expectedVerdict(entries: readonly LedgerEntry[]): { readonly allowed: ReadonlySet<string> } {
  const before = ancestors(entries)
  const knew: Knew = (later, earlier) => before.get(later.hash)?.has(earlier.hash) === true
  const all = entries.filter((entry) => entry.kind === 'signed')
  const withdrawn = new Set(
    entries.flatMap((entry) => {
      const taken = entry.kind === 'withdrawn' ? all.find(({ hash }) => hash === entry.signOff) : undefined
      const mayTake = taken && (taken.by === entry.by || (isAgainst(taken) ? mayReplace(entry.by) : entry.by !== 'Eve'))
      return taken && mayTake ? [taken.hash] : []
    }),
  )
  // What an author takes of the trust that others gave, is not said.
  const isUnsaid = entries.some(
    (entry) =>
      entry.kind === 'withdrawn' &&
      entry.by === 'Eve' &&
      all.some((one) => one.hash === entry.signOff && one.by !== 'Eve' && givesTrust(one)),
  )
  if (isUnsaid) return { allowed: new Set() }
  const verdicts = countedAmong(
    all.filter(({ hash }) => !withdrawn.has(hash)),
    knew,
  )
  const queries = all.filter(({ status }) => status === 'queried')
  const answers = entries.filter(({ kind }) => kind === 'answered')
  // An answer to a query takes away what its writer knew. Whether it answered one depends on what stood then. It takes
  // no verdict against the words, unless somebody who may had passed over that.
  const mayBeAnswered = (one: Verdict): boolean =>
    (!isAgainst(one) || verdicts.some((other) => knew(other, one))) &&
    answers.some((answer) => knew(answer, one) && queries.some((query) => knew(answer, query)))
  const sure = verdicts.filter((one) => !mayBeAnswered(one))
  const open = sure.filter((one) => !verdicts.some((other) => knew(other, one)))
  const statuses = new Set<string>(open.map(({ status }) => status))
  const against = open.filter(isAgainst).map(({ status }) => status)
  if (against.length > 0) return { allowed: new Set(against) }
  if (verdicts.some(mayBeAnswered)) return { allowed: new Set() }
  if (statuses.size === 0) return { allowed: new Set(['none']) }
  return { allowed: statuses.size === 1 ? statuses : new Set(['differs']) }
}

/** product.md, "Stages". What `stands` is for who knew what the mover knew. */
function isLegal(
  move: Extract<LedgerEntry, { kind: 'moved' }>,
  entries: readonly LedgerEntry[],
  before: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const known = entries.filter(({ hash }) => before.get(move.hash)?.has(hash))
  const { stage, live, spikedFrom = 'draft' } = foldLedger(inOrder(known)).standing
  if (stage === 'killed' || move.to === 'killed') return stage !== 'killed'
  const next: Readonly<Record<Stage, readonly Stage[]>> = {
    draft: ['filed', 'cleared', 'spiked'],
    filed: ['inReview', 'draft', 'cleared', 'spiked'],
    inReview: ['cleared', 'draft', 'spiked'],
    cleared: ['published', 'inReview', 'spiked'],
    published: ['inReview'],
    spiked: [spikedFrom],
    killed: [],
  }
  return move.from === stage && next[stage].includes(move.to) && !(live && move.to === 'spiked')
}

const DESK = {
  roster: PEOPLE.map((name) => ({ name, role: ROLES[name] })),
  settings: { deskOfOne: false, created: '', device: '' },
} as never
const STORY = { fields: { ...EMPTY_FIELDS, author: 'Eve' }, ledger: { authors: ['Eve'] } } as never

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

  test('never lets a story stand farther than the legal move that takes it farthest back', () => {
    const FAR: readonly Stage[] = ['killed', 'spiked', 'draft', 'filed', 'inReview', 'cleared', 'published']
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const entries = inOrder(run(steps)[0]?.file ?? [])
        const before = ancestors(entries)
        const moves = entries.filter((one) => one.kind === 'moved' && isLegal(one, entries, before))
        const open = moves.filter((one) => !moves.some((other) => before.get(other.hash)?.has(one.hash)))
        const { standing, clearedHash } = foldLedger(entries)
        const stages = open.flatMap((one) => (one.kind === 'moved' ? [one.to] : []))
        const farthestBack = FAR.find((stage) => stages.includes(stage)) ?? 'draft'
        const isTakenBack = farthestBack === 'spiked' && standing.live
        if (!isTakenBack) expect(standing.stage).toBe(farthestBack)
        if (standing.stage !== 'cleared' && standing.stage !== 'published') expect(clearedHash).toBeUndefined()
        // Restoring takes nothing farther than another machine had taken it.
        if (standing.stage === 'spiked')
          for (const stage of stages)
            if (stage !== 'spiked')
              expect(FAR.indexOf(standing.spikedFrom ?? 'draft')).toBeLessThanOrEqual(FAR.indexOf(stage))
      }),
      { numRuns: RUNS, seed: 24 },
    )
  })

  test('of one writer is read as it is', () => {
    const machine = new Machine()
    for (const status of SIGNED_STATUSES) machine.write('Ana', signed(status), 0)
    expect(inOrder(machine.file)).toBe(machine.file)
    expect(isOneLine(machine.file)).toBe(true)
    expect(foldLedger(machine.file).known).toBeUndefined()
  })

  test('of 10,000 entries by five writers folds in little time', async () => {
    const machines = PEOPLE.map(() => new Machine())
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
