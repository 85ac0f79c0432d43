/** What people do in the random histories of several machines. `on`: the machine; `at`: a place, counted round. */
import fc from 'fast-check'
import { SIGNED_STATUSES, type SignedStatus } from '../../../src/story/ledger/fact'
import { LIST_EDITS, TABLE_EDITS, type ListEdit, type TableEdit } from '../../builders/shapes'

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
  /** An editor trusts a computer no longer. `together`: all others do, after they exchanged what they have. */
  | { readonly kind: 'end'; readonly on: number; readonly of: number; readonly together: boolean }

const on = fc.nat(2)
const at = fc.nat(9)
const work: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('type' as const), on, at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('cut' as const, 'tag' as const), on, at }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('sign' as const), on, at, status: fc.constantFrom(...SIGNED_STATUSES) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), on, at }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('write' as const), on }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pen' as const), on, to: fc.nat(3) }) },
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
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), on }) },
]

const stepsOf = (...kinds: readonly fc.WeightedArbitrary<Step>[]): fc.Arbitrary<readonly Step[]> =>
  fc.array(fc.oneof(...kinds), { maxLength: 30, size: 'max' })

export const anySteps = stepsOf(...work)
/** The same, while editors end their trust in computers. */
export const stepsWithEnds = stepsOf(...work, {
  weight: 3,
  arbitrary: fc.record({ kind: fc.constant('end' as const), on, of: on, together: fc.boolean() }),
})
