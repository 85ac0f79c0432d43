/** Which entries have the parts of their kind: what Stet writes, what it wrote, and what an own build may write. */
import { expect, test } from 'vitest'
import { foldLedger } from '../../../src/story/ledger/ledger'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import { isWellFormed } from '../../../src/story/ledger/shapes/entryShape'
import { eachEvent } from '../../builders/stories/eachEvent'

const EACH = eachEvent('f', 'Lee')
const AT = '2026-11-28T08:00:00.000Z'
const entryOf = (event: object, more: object = {}): LedgerEntry =>
  ({ ...event, seq: 2, at: AT, by: 'Lee', follows: ['a'], hash: 'b', ...more }) as unknown as LedgerEntry
const isRead = (event: object, more: object = {}): boolean => isWellFormed(entryOf(event, more))

test.each(['editor', 'photographer', ''])('a verdict of somebody with the role “%s” counts', (role) => {
  expect(isRead({ ...EACH.signed, role })).toBe(true)
})

test('the entry that begins a story follows none, in both forms', () => {
  const { created } = EACH
  expect([isRead(created, { follows: [] }), isRead(created, { follows: undefined, prev: '' })]).toEqual([true, true])
  expect([isRead(created), isRead(created, { follows: undefined, prev: 'a' })]).toEqual([false, false])
})

test('what begins a story takes no record of a fact away, also in an entry from before keys', () => {
  const wrong = entryOf({ ...EACH.signed, status: 'wrong' }, { seq: 1, follows: undefined, prev: '' })
  const again = entryOf(EACH.created, { follows: undefined, prev: 'b', hash: 'c' })
  const { facts } = foldLedger([wrong, again])
  expect(facts).toEqual(foldLedger([wrong]).facts)
})

test('a verdict of the original has the parts that it is asked for, and no other', () => {
  const { created } = EACH
  const against = { f: { ...created.against?.['f'], parts: { headers: 7 }, translation: 7 } }
  const begun = entryOf({ ...created, against }, { seq: 1, follows: [] })
  const plain = entryOf(created, { seq: 1, follows: [] })
  expect(foldLedger([begun]).facts).toEqual(foldLedger([plain]).facts)
})

const PLACES: readonly (readonly [string, (count: unknown) => boolean])[] = [
  ['heads', (heads) => isRead(EACH.answered, { heads })],
  ['seq', (seq) => isRead(EACH.answered, { seq })],
  ['entries of a merge', (entries) => isRead({ ...EACH.merged, entries })],
  ['entries of a head', (entries) => isRead({ ...EACH.head, entries })],
  ['line of a head', (line) => isRead({ ...EACH.head, line })],
  ['line of a table', (line) => isRead({ ...EACH.headsCompacted, line })],
  ['begin of a gap', (from) => isRead({ ...EACH.headsCompacted, gaps: [{ from, to: 1 }] })],
  ['end of a gap', (to) => isRead({ ...EACH.headsCompacted, gaps: [{ from: 1, to }] })],
]
test.each(PLACES)('the %s is a whole number, however large: what counts on from it is read too', (_, reads) => {
  const last = Number.MAX_SAFE_INTEGER
  expect([0, 1, 1_000_000_001, last].map(reads)).toEqual([true, true, true, true])
  expect([-1, 0.5, last + 1, 1e300, Infinity].map(reads)).toEqual([false, false, false, false, false])
})

test('what was cleared has each part that leaves, also by a later rule', () => {
  const { leaving } = EACH.moved
  const reads = (parts: object, rule = 1): boolean => isRead({ ...EACH.moved, leaving: { rule, parts } })
  const { slug: _, ...rest } = { ...leaving?.parts }
  const { headline: __, ...others } = { ...leaving?.parts }
  expect([reads({ ...leaving?.parts }), reads({ ...leaving?.parts, more: 'a' }, 2)]).toEqual([true, true])
  expect([{}, rest, others].flatMap((parts) => [reads(parts), reads(parts, 2)])).toEqual(Array(6).fill(false))
})
