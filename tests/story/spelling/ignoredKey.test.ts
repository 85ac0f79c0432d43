import { expect, test } from 'vitest'
import { ignoredKey } from '../../../src/story/spelling/ignoredKey'

const begins = (digit: string, signature = 'signed') => [{ hash: digit.repeat(64), signature }]

test('a word has the same key however it is written, and another one in a story that began otherwise', () => {
  const key = ignoredKey(begins('a'), 'Kardashova')
  expect(key).toMatch(/^[0-9a-f]{16}$/)
  expect(ignoredKey([...begins('a'), ...begins('c')], 'Kardashova’s')).toBe(key)
  expect(ignoredKey(begins('b'), 'Kardashova')).not.toBe(key)
  expect(ignoredKey(begins('a', 'another'), 'Kardashova')).not.toBe(key)
  expect(ignoredKey(begins('a'), 'Kardashov')).not.toBe(key)
})

test('without the ledger of the story no key is made, so none can be tried', () => {
  expect(ignoredKey([], 'Kardashova')).toBeUndefined()
})
