import { expect, test } from 'vitest'
import { hashEntry } from '../../../src/story/ledger/hash'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import type { HeadEvent } from '../../../src/story/ledger/events/libraryEvent'
import { HEADS } from '../../../src/story/trust/chain'
import { foldHeads, NO_HEADS, readHeads } from '../../../src/story/trust/heads'
import type { KeyHistory } from '../../../src/story/trust/keys/knownKeys'
import { vouchFor } from '../../../src/story/trust/signing'

const hash = (n: number): string => n.toString(16).padStart(64, '0')
const KEY = { id: 'key', person: 'Stet', device: 'here', grade: 'library', publicKey: 'public' } as const
const history = { library: 'key', keys: new Map([['key', KEY]]) } as unknown as KeyHistory

/** Lines of a table as the library's key signs them. */
function tableOf(...events: readonly HeadEvent[]): readonly LedgerEntry[] {
  let after: readonly LedgerEntry[] = []
  return events.map((event, index) => {
    const place = { ledger: HEADS, seq: index + 1, at: '2026-10-30T09:00:00.000Z', by: 'Stet', heads: index }
    const chain = { follows: after.map((entry) => entry.hash), vouches: vouchFor(after), signer: 'key' }
    const entry = { ...event, ...place, ...chain }
    const signed: LedgerEntry = { ...entry, hash: hashEntry(entry), signature: `signed ${index}` }
    after = [signed]
    return signed
  })
}
const head = (story: string, line: number, entries: number): HeadEvent => ({
  kind: 'head',
  story,
  line,
  entries,
  head: hash(entries),
})
const read = (entries: readonly LedgerEntry[]) => {
  const { heads, ...rest } = readHeads(entries, history, () => true)
  return { heads: Object.fromEntries(heads), ...rest }
}
const at = (entries: number) => ({ entries, head: hash(entries) })

test('a table is what its lines say, from the compacted one on', () => {
  const compacted = `a 3 ${hash(3)};b 1 ${hash(1)};`
  const lines = tableOf({ kind: 'headsCompacted', line: 700, table: compacted }, head('b', 701, 2), head('c', 702, 1))
  expect(read(lines)).toEqual({ heads: { a: at(3), b: at(2), c: at(1) }, lines: 702, gaps: [] })
})

test('a table that an older Stet compacted is read', () => {
  const lines = tableOf({ kind: 'headsCompacted', line: 9, stories: { b: at(1), a: at(3) } }, head('a', 10, 4))
  expect(read(lines)).toEqual({ heads: { a: at(4), b: at(1) }, lines: 10, gaps: [] })
})

test('a compacted table that is written in another way is a gap, since a head may be missing', () => {
  const table = `b 1 ${hash(1)};a 3 ${hash(3)};`
  const lines = tableOf({ kind: 'headsCompacted', line: 700, table }, head('c', 701, 1))
  expect(read(lines)).toEqual({ heads: { c: at(1) }, lines: 701, gaps: [{ from: 1, to: 700 }] })
})

test('a head that a compacted table lacks stays', () => {
  const before = foldHeads(tableOf(head('a', 1, 3), head('b', 2, 1)))
  const after = foldHeads(tableOf({ kind: 'headsCompacted', line: 3, table: `b 5 ${hash(5)};` }), before)
  expect([Object.fromEntries(after.heads), after.lines]).toEqual([{ a: at(3), b: at(5) }, 3])
  expect([...NO_HEADS.heads]).toEqual([])
})

test('lines that are not signed do not count', () => {
  const lines = tableOf(head('a', 1, 3), head('a', 2, 4))
  const { heads, gaps } = readHeads(lines, history, () => false)
  expect([[...heads], gaps]).toEqual([[], []])
})

test.each([1_000_000_003, Number.MAX_SAFE_INTEGER])(
  'line %d, which nobody counted so far, is passed over, and the table goes on without it',
  (far) => {
    const lines = tableOf(head('a', 1, 3), head('b', 2, 1), head('a', far, 9), head('b', 3, 2))
    expect(read(lines)).toEqual({ heads: { a: at(3), b: at(2) }, lines: 3, gaps: [] })
  },
)

test('a table goes on from the last line that others may be missing before', () => {
  const last = 1_000_000_002
  const lines = tableOf(head('a', 1, 3), head('b', 2, 1), head('a', last, 4), head('b', last + 1, 2))
  const gaps = [{ from: 3, to: last - 1 }]
  expect(read(lines)).toEqual({ heads: { a: at(4), b: at(2) }, lines: last + 1, gaps })
  const table = `a 4 ${hash(4)};b 2 ${hash(2)};`
  const compacted = tableOf({ kind: 'headsCompacted', line: last + 2, table, gaps }, head('a', last + 3, 5))
  expect(read(compacted)).toEqual({ heads: { a: at(5), b: at(2) }, lines: last + 3, gaps })
})

test('a compacted table whose line nobody counted so far is read, and counts from one', () => {
  const table = `a 3 ${hash(3)};`
  const lines = tableOf({ kind: 'headsCompacted', line: Number.MAX_SAFE_INTEGER, table }, head('a', 2, 4))
  expect(read(lines)).toEqual({ heads: { a: at(4) }, lines: 2, gaps: [] })
})

test('a compacted table with a number that no entry can have is not read', () => {
  const table = (entries: string) => `a ${entries} ${hash(3)};`
  const linesWith = (entries: string) =>
    read(tableOf({ kind: 'headsCompacted', line: 9, table: table(entries) }, head('b', 10, 1))).heads
  expect(linesWith(String(Number.MAX_SAFE_INTEGER))).toEqual({
    a: { ...at(3), entries: Number.MAX_SAFE_INTEGER },
    b: at(1),
  })
  for (const none of [String(Number.MAX_SAFE_INTEGER + 1), '9'.repeat(400)])
    expect(linesWith(none)).toEqual({ b: at(1) })
})
