import { expect, test } from 'vitest'
import { lastFields } from '../../../src/newsroom/merging/lastFields'
import type { LedgerEntry } from '../../../src/story/ledger/ledgerEntry'
import { KnownEntries } from '../../../src/story/ledger/order/knownEntries'

/** Entries that set a field, in the order of the ledger; each names those that it follows. */
function ledger(field: string, sets: readonly (readonly [to: string, follows: readonly number[]])[]) {
  const entries = sets.map(
    ([to, follows], at) =>
      ({
        ...{ kind: 'fieldSet', field, from: '', to, seq: at + 1, hash: `h${at + 1}`, by: 'Kim', at: '' },
        follows: follows.map((one) => `h${one}`),
      }) as unknown as LedgerEntry,
  )
  const known = new KnownEntries()
  for (const entry of entries) known.add(entry)
  return { entries, known }
}

test.each<[string, string, readonly (readonly [string, readonly number[]])[], string]>([
  [
    'a legal read that is required beside one that is complete',
    'needsLegal',
    [
      ['none', []],
      ['required', [1]],
      ['complete', [1]],
    ],
    'required',
  ],
  [
    'a complete one beside none',
    'needsLegal',
    [
      ['required', []],
      ['complete', [1]],
      ['none', [1]],
    ],
    'complete',
  ],
  [
    'the later decision of somebody who knew both',
    'needsLegal',
    [
      ['none', []],
      ['required', [1]],
      ['complete', [1]],
      ['complete', [2, 3]],
    ],
    'complete',
  ],
  [
    'a longer embargo beside one that is lifted',
    'embargo',
    [
      ['', []],
      ['2026-12-24T09:00:00Z', [1]],
      ['', [1]],
    ],
    '2026-12-24T09:00:00Z',
  ],
  [
    'an embargo that nobody can read',
    'embargo',
    [
      ['', []],
      ['after the vote', [1]],
      ['2026-12-24T09:00:00Z', [1]],
    ],
    'after the vote',
  ],
  [
    'of other fields the last entry',
    'slug',
    [
      ['a', []],
      ['b', [1]],
      ['c', [1]],
    ],
    'c',
  ],
])('of fields set at one time holds %s', (_, field, sets, holds) => {
  const { entries, known } = ledger(field, sets)
  expect(lastFields(entries, known).get(field)).toBe(holds)
})

test('with one writer the last entry holds', () => {
  const { entries } = ledger('needsLegal', [
    ['required', []],
    ['complete', [1]],
  ])
  expect(lastFields(entries, undefined).get('needsLegal')).toBe('complete')
})
