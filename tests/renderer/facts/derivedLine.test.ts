import { expect, it } from 'vitest'
import { computeDerived } from '../../../src/checks/derived/computeDerived'
import { derivedLine } from '../../../src/renderer/facts/forms/derivation/derivedLine'

const WORDS = 'about 101 minutes'
const lineOf = (a: string, b: string, expression = 'b - a', rate = '') => {
  const inputs = [
    { name: 'a', value: a },
    { name: 'b', value: b },
  ]
  const given = inputs.filter(({ value }) => value !== '')
  return derivedLine(
    { expression, inputs, rate },
    computeDerived(
      { expression, inputs: given, ...(rate === '' ? {} : { rate: { value: rate, source: 's', date: 'd' } }) },
      { words: WORDS, sentence: WORDS },
      () => undefined,
    ),
    WORDS,
  )
}

it('says nothing before a value is typed, then which value is missing, then what the working gives', () => {
  expect([
    lineOf('', ''),
    lineOf('11:01', ''),
    lineOf('11:01', '12:42'),
    lineOf('11:01', '12:41'),
    lineOf('11:01', 'noonish'),
  ]).toEqual([
    { text: '', wrong: false },
    { text: 'Value missing: “b”.', wrong: false },
    { text: 'Result: 101, as in the copy.', wrong: false },
    { text: 'Result: 100. The copy says about 101 minutes.', wrong: true },
    { text: 'Cannot be calculated yet: “b” is “noonish”, which is not a figure, a time or a date.', wrong: true },
  ])
  expect(
    [
      lineOf('', '', 'a / rate'),
      lineOf('202', '', 'a / rate'),
      lineOf('202', '', 'a / rate', '2'),
      lineOf('', '', '202 / 2'),
      lineOf('1', '2', 'a + c'),
    ].map(({ text }) => text),
  ).toEqual([
    '',
    'Value missing: “rate”.',
    'Result: 101, as in the copy.',
    'Result: 101, as in the copy.',
    'Cannot be calculated yet: its formula uses “c”, which is not one of its values.',
  ])
})
