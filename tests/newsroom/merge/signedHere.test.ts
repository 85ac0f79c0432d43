/** What the entries of a merge say of comments, in stories with many of both. */
import { expect, test } from 'vitest'
import { signedMarks } from '../../../src/newsroom/merging/signedHere'
import { EMPTY_LEDGER } from '../../../src/story/ledger/ledger'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'

test('the history is read once, however many comments ask it', () => {
  let reads = 0
  const entries = Array.from({ length: 1000 }, (_, nth) => {
    const entry = { seq: nth, hash: String(nth), comment: `comment-${nth}`, says: 'resolved' }
    return Object.defineProperty(entry, 'kind', {
      get: () => {
        reads += 1
        return 'commentMarked'
      },
    }) as unknown as LedgerEntry
  })
  const marks = signedMarks(EMPTY_LEDGER, entries, new Set(), {} as never)({} as never)
  const before = reads
  expect(entries.every((_, nth) => marks.wasLetGoAsItReads(`comment-${nth}`))).toBe(true)
  expect(reads).toBe(before)
})
