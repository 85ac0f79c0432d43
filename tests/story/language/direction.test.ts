import fc from 'fast-check'
import { expect, test } from 'vitest'
import { directionOf, strongDirection, visualOrder } from '../../../src/story/language/direction'
import { shownOrder } from '../../../src/story/language/shownOrder'

test.each([
  ['3 - 1', undefined],
  ['\u0663 - \u0661', undefined],
  ['5 \u0645\u0644\u064a\u0648\u0646', 'rtl'],
  ['Goals: \u0645', 'ltr'],
  ['\u200e\u0645', 'ltr'],
  ['\u200f3 - 1', 'rtl'],
  ['\u061c3 - 1', 'rtl'],
  ['\u2163 \u0645', 'ltr'],
  ['\u02b9\u0645', 'rtl'],
  ['\u2066abc\u2069 \u0645', 'ltr'],
  ['\u2067\u0645\u2069 abc', 'rtl'],
  ['\u{1e900} abc', 'rtl'],
] as const)('the first character with a direction decides: %j', (text, direction) => {
  expect(strongDirection(text)).toBe(direction)
})

test('a block that both directions would show differently always has a direction', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'012 -+%:/().\u0645a\u200f'), maxLength: 12 }), (text) => {
      const line = text.trim()
      if (directionOf(text) !== undefined) return
      expect(visualOrder(line, 'rtl')).toEqual(visualOrder(line, 'ltr'))
    }),
  )
})

test.each(['45%', '$5', '1,234.5', '2019-2024', '', ' 7 '])('either direction shows %j alike', (text) => {
  expect(directionOf(text)).toBeUndefined()
})

test.each(['3 - 1', '-5', '+3%', '10:30 - 12:00'])('%j runs from the left', (text) => {
  expect(directionOf(text)).toBe('ltr')
})

test('a line of many figures is not compared, and runs from the left as on the sheet', () => {
  expect([directionOf('1'.repeat(500)), directionOf('1'.repeat(501)), directionOf('3 - 1 '.repeat(20_000))]).toEqual([
    undefined,
    'ltr',
    'ltr',
  ])
})

test('what a person signs is shown in the direction of the sheet, which a mark before the first letter decides', () => {
  const arabic = '12 - 15 \u0645'
  expect(shownOrder(arabic, 0, 7)).toBe('15 - 12')
  expect(shownOrder(`\u200e${arabic}`, 1, 8)).toBe('12 - 15')
  expect(shownOrder('-5\u200f', 0, 2)).toBe('5-')
})
