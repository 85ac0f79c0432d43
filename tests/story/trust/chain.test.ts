/** Numbers of lines are in no hash since there are keys. A wrong one is told, and nobody counts on from it. */
import { expect, test } from 'vitest'
import { hashEntry } from '../../../src/story/ledger/hash'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import { Chain } from '../../../src/story/trust/chain'

const AT = '2026-10-30T09:00:00.000Z'
const whole = (entry: object): LedgerEntry => ({ ...entry, hash: hashEntry(entry as LedgerEntry) }) as LedgerEntry

/** Entries of one writer, each after the one before. `numbers`: what stands in their lines. */
function linesWith(...numbers: readonly number[]): readonly LedgerEntry[] {
  let before: readonly string[] = []
  return numbers.map((seq, at) => {
    const entry = whole({ kind: 'answered', fact: 'f', text: `${at}`, seq, at: AT, by: 'Ana', follows: before })
    before = [entry.hash]
    return entry
  })
}

/** What is wrong with each line, if anything, and the number that it has. */
function read(lines: readonly LedgerEntry[]) {
  const chain = new Chain()
  const told = lines.map((line) => {
    const broken = chain.add(line)
    return broken?.damaged ? broken.why : [chain.numbered(line).seq, ...(broken ? [broken.why] : [])]
  })
  return { told, next: chain.end.seq + 1 }
}

const FAR = [4, 1_000_000_000, Number.MAX_SAFE_INTEGER]

test.each(FAR)('a last line whose number was changed to %d is told, and the next one counts on without it', (far) => {
  const why = `its number is ${far} instead of 3`
  expect(read(linesWith(1, 2, far))).toEqual({ told: [[1], [2], [3, why]], next: 4 })
  expect(read(linesWith(1, 2, far, 4, 5))).toEqual({ told: [[1], [2], [3, why], [4], [5]], next: 6 })
})

test('a line in the middle whose number was changed takes none of those after it', () => {
  const told = [[1], [2, 'its number is 1000000000 instead of 2'], [3], [4]]
  expect(read(linesWith(1, 1_000_000_000, 3, 4))).toEqual({ told, next: 5 })
})

test('a ledger in which an older Stet went on from such a number is told of it once', () => {
  const told = [[1], [2, 'its number is 1000000000 instead of 2'], [3], [4], [5]]
  expect(read(linesWith(1, 1_000_000_000, 1_000_000_001, 1_000_000_002, 5))).toEqual({ told, next: 6 })
})

test('where lines are missing, the number says how many, unless nobody counted so far', () => {
  const lines = linesWith(1, 2, 3, 4, 5)
  expect(read(lines.filter(({ seq }) => seq !== 3))).toEqual({
    told: [[1], [2], [4, 'its number is 4 instead of 3'], [5]],
    next: 6,
  })
  const last = Number.MAX_SAFE_INTEGER
  const [a, b, , d] = linesWith(1, 2, 3, last)
  expect(read([a, b, d].flatMap((line) => line ?? []))).toEqual({
    told: [[1], [2], [3, `its number is ${last} instead of 3`]],
    next: 4,
  })
})

test('a number that is in the hash cannot be put right: the line is left out', () => {
  const first = whole({ kind: 'answered', fact: 'f', text: '1', seq: 1, at: AT, by: 'Ana', prev: '' })
  const far = { kind: 'answered', fact: 'f', text: '2', seq: 1_000_000_002, at: AT, by: 'Ana', prev: first.hash }
  expect(read([first, whole(far)])).toEqual({ told: [[1], 'its number is 1000000002 instead of 2'], next: 2 })
})
