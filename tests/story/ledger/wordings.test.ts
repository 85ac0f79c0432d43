import { expect, test } from 'vitest'
import { writersOfWords } from '../../../src/story/ledger/wordings'

const wording = (entry: number, words: string, by: string, more: object = {}) => ({
  entry,
  words,
  by,
  writers: [by],
  ...more,
})

test('a change and back adds a writer and removes none', () => {
  const record = { wordings: [wording(1, '200', 'A'), wording(2, '300', 'B'), wording(3, '200,', 'C')] }
  expect([...writersOfWords(record, '200')]).toEqual(['A', 'C'])
  expect([...writersOfWords(record, '200', 3)]).toEqual(['A'])
})

test('a proposer whose words another person accepted is no writer of them', () => {
  const record = {
    wordings: [wording(1, '200', 'A'), wording(2, '100', 'B'), wording(3, '200', 'B', { adopted: ['A'] })],
  }
  expect([...writersOfWords(record, '200')]).toEqual(['B'])
})

test('nobody stops being a writer by adopting their own words', () => {
  const record = { wordings: [wording(1, '200', 'A'), wording(2, '200', 'A', { writers: ['B'], adopted: ['A'] })] }
  expect([...writersOfWords(record, '200')]).toEqual(['A', 'B'])
})
