import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatInteger } from '../../../src/story/text/format/formatInteger'

test('digits are grouped in threes, as by toLocaleString', () => {
  expect([0, 7, 999, 1000, 12_345, 100_000, 1_234_567].map(formatInteger)).toEqual([
    '0',
    '7',
    '999',
    '1,000',
    '12,345',
    '100,000',
    '1,234,567',
  ])
  fc.assert(fc.property(fc.integer(), (count) => formatInteger(count) === count.toLocaleString('en')))
})
