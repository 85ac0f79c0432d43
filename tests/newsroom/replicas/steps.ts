/** What people do in the random histories of several machines. `on`: the machine; `at`: a place, counted round. */
import fc from 'fast-check'
import { SIGNED_STATUSES, type SignedStatus } from '../../../src/story/ledger/facts/fact'
import type { Role } from '../../../src/story/desk/roster'
import { LIST_EDITS, TABLE_EDITS, type ListEdit, type TableEdit } from '../../builders/copy/shapes'

export type Step =
  | { readonly kind: 'type' | 'tag' | 'cut'; readonly on: number; readonly at: number }
  | { readonly kind: 'sign'; readonly on: number; readonly at: number; readonly status: SignedStatus }
  | { readonly kind: 'withdraw'; readonly on: number; readonly at: number }
  | { readonly kind: 'write' | 'undo'; readonly on: number }
  | { readonly kind: 'pen'; readonly on: number; readonly to: number }
  | { readonly kind: 'decide'; readonly on: number; readonly at: number; readonly accept: boolean }
  /** Keys of a window: in any block, cell or cutline. */
  | { readonly kind: 'late'; readonly on: number; readonly at: number; readonly does: 'type' | 'split' | 'join' }
  | { readonly kind: 'list'; readonly on: number; readonly at: number; readonly does: ListEdit }
  | { readonly kind: 'table'; readonly on: number; readonly at: number; readonly does: TableEdit | 'insert' }
  /** Keys in one of the cells. */
  | { readonly kind: 'cell'; readonly on: number; readonly at: number }
  | { readonly kind: 'picture'; readonly on: number; readonly does: 'insert' | 'type' | 'remove' }
  | { readonly kind: 'read'; readonly on: number; readonly at: number }
  | { readonly kind: 'evidence'; readonly on: number; readonly at: number; readonly does: EvidenceEdit }
  | { readonly kind: 'source'; readonly on: number; readonly at: number; readonly does: SourceEdit }
  | { readonly kind: 'field'; readonly on: number }
  /** What another Stet signs, which asks nothing. */
  | { readonly kind: 'raw'; readonly on: number; readonly at: number; readonly does: RawAct }
  /** An editor of this library gives somebody another role in it. */
  | { readonly kind: 'role'; readonly on: number; readonly of: number; readonly role: Role }
  /** An editor trusts a computer no longer. `together`: all others do, after they exchanged what they have. */
  | { readonly kind: 'end'; readonly on: number; readonly of: number; readonly together: boolean }
  /** Somebody leaves: an editor of this library takes their role and ends the trust in their computer. */
  | { readonly kind: 'leave'; readonly on: number; readonly of: number }

/** `replace`: another piece of evidence in the place of one. `against`: one that contradicts. */
export const EVIDENCE_EDITS = ['add', 'against', 'remove', 'replace'] as const
export type EvidenceEdit = (typeof EVIDENCE_EDITS)[number]
export const SOURCE_EDITS = [
  'add',
  'addProtected',
  'rename',
  'kind',
  'stricter',
  'looser',
  'protect',
  'lift',
  'destroy',
  'join',
] as const
export type SourceEdit = (typeof SOURCE_EDITS)[number]

/** Takes back what somebody says against the words, takes or turns evidence against them, ticks without any. */
export const RAW_ACTS = ['withdraw', 'remove', 'turn', 'tick'] as const
export type RawAct = (typeof RAW_ACTS)[number]

/** Counted round over as many machines as there are. */
const on = fc.nat(59)
const at = fc.nat(9)
const work: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('type' as const), on, at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('cut' as const, 'tag' as const), on, at }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('sign' as const),
      on,
      at,
      status: fc.oneof(
        { weight: 2, arbitrary: fc.constant('verified' as const) },
        { weight: 1, arbitrary: fc.constantFrom(...SIGNED_STATUSES) },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), on, at }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('write' as const), on }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pen' as const), on, to: on }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('decide' as const), on, at, accept: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('late' as const),
      on,
      at,
      does: fc.constantFrom('type' as const, 'split' as const, 'join' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('list' as const), on, at, does: fc.constantFrom(...LIST_EDITS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('table' as const),
      on,
      at,
      does: fc.constantFrom('insert' as const, ...TABLE_EDITS),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cell' as const), on, at }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('picture' as const),
      on,
      does: fc.constantFrom('insert' as const, 'type' as const, 'remove' as const),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('read' as const), on, at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), on }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('field' as const), on }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('raw' as const), on, at, does: fc.constantFrom(...RAW_ACTS) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('evidence' as const),
      on,
      at,
      does: fc.constantFrom('add' as const, 'add' as const, ...EVIDENCE_EDITS),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('source' as const), on, at, does: fc.constantFrom(...SOURCE_EDITS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('role' as const),
      on,
      of: on,
      role: fc.constantFrom('editor' as const, 'editor' as const, 'reporter' as const, 'checker' as const),
    }),
  },
]

const ends: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('end' as const), on, of: on, together: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), on, of: on }) },
]

const stepsOf = (...kinds: readonly fc.WeightedArbitrary<Step>[]): fc.Arbitrary<readonly Step[]> =>
  fc.array(fc.oneof(...kinds), { minLength: 8, maxLength: 40, size: 'max' })

export interface History {
  /** Of machines. */
  readonly count: number
  readonly steps: readonly Step[]
}

/** In every third one editors end their trust in computers. */
export const anyHistory: fc.Arbitrary<History> = fc.record({
  count: fc.integer({ min: 2, max: 5 }),
  steps: fc.oneof({ weight: 2, arbitrary: stepsOf(...work) }, { weight: 1, arbitrary: stepsOf(...work, ...ends) }),
})
