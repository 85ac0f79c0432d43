import { expect, test } from 'vitest'
import { statementsOf } from '../../../../src/checks/detect/statementsOf'
import { copyFrom } from '../../../builders/copy/copyFrom'

const datesIn = (words: string): readonly string[] => {
  const block = copyFrom(`Title\nDeck\n${words}`)[2]
  return block ? statementsOf(block).flatMap(({ kind, words }) => (kind === 'date' ? [words] : [])) : []
}

test.each([
  ['The talks began in March.', ['March']],
  ['Sales fell in March, April and May.', ['March', 'April', 'May']],
  ['It opens in mid-October or early June.', ['October', 'June']],
  ['He said April Johnson may march.', []],
  ['She met Theresa May and called May Chen.', []],
  ['The crews left in March 2026 and on May 5.', ['March 2026', 'May 5']],
  ['Sie trafen sich im März.', ['März']],
])('a month with a capital is a date, a name is not: %s', (words, dates) => {
  expect(datesIn(words)).toEqual(dates)
})

test('a month that is a date is no name', () => {
  const [, , block] = copyFrom('Title\nDeck\nThe talks began in March.')
  expect(block && statementsOf(block).map(({ kind }) => kind)).toEqual(['date'])
})
