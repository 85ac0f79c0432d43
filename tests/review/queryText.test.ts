import { describe, expect, it } from 'vitest'
import { queryText, readAnswers, type Query } from '../../src/review/queryText'

const query = (number: number, question: string, more: Partial<Query> = {}): Query => ({
  number,
  fact: `f${number}`,
  question,
  words: 'about 100 minutes',
  by: 'Editor',
  at: '',
  entry: number,
  ...more,
})
const read = (text: string, ...known: number[]): unknown => readAnswers(text, new Set(known))

it('queries are numbered lines with the words and the question', () => {
  expect(
    queryText('busan', [
      query(1, 'From the pool?'),
      query(3, 'Who\nsays so?', { words: '“a very tough negotiator', due: '18:00' }),
    ]),
  ).toBe(
    'busan: 2 questions. Please answer by number.\n1. “about 100 minutes”: From the pool?\n' +
      '3. “a very tough negotiator”: Who says so? (by 18:00)',
  )
})

describe('answers', () => {
  it.each([
    [
      'points',
      '1. Yes\n2. No',
      [
        [1, 'Yes'],
        [2, 'No'],
      ],
    ],
    [
      'brackets',
      '1) Yes\n(2) No',
      [
        [1, 'Yes'],
        [2, 'No'],
      ],
    ],
    [
      'a hash and a colon',
      '#1: Yes\n#2: No',
      [
        [1, 'Yes'],
        [2, 'No'],
      ],
    ],
    [
      'Q and a dash',
      'Q1 - Yes\nQ2 – No',
      [
        [1, 'Yes'],
        [2, 'No'],
      ],
    ],
    [
      'Korean',
      '1번: 네\n2번. 아니요',
      [
        [1, '네'],
        [2, '아니요'],
      ],
    ],
    [
      'Japanese, full width',
      '１．はい\n２、いいえ',
      [
        [1, 'はい'],
        [2, 'いいえ'],
      ],
    ],
    [
      'quoted in a reply',
      '> 1. Yes\n> 2. No',
      [
        [1, 'Yes'],
        [2, 'No'],
      ],
    ],
    [
      'several lines',
      '1. Yes,\nthe third pool report.\n\n2. No',
      [
        [1, 'Yes,\nthe third pool report.'],
        [2, 'No'],
      ],
    ],
    [
      'out of order',
      '2. No\n1. Yes',
      [
        [2, 'No'],
        [1, 'Yes'],
      ],
    ],
    ['a number that nobody asked about', '1. Yes\n12. November it was', [[1, 'Yes\n12. November it was']]],
    ['the same number again', '1. Yes\n1. and more', [[1, 'Yes\n1. and more']]],
    ['an empty answer', '1.\n2. No', [[2, 'No']]],
    [
      'a time is no number',
      '1. At\n2:30 pm',
      [
        [1, 'At'],
        [2, '30 pm'],
      ],
    ],
  ] as const)('%s', (_what, text, answers) => {
    expect(read(text, 1, 2)).toEqual({
      answers: answers.map(([number, answer]) => ({ number, text: answer })),
      rest: [],
    })
  })
  it('keeps lines before the first number', () =>
    expect(read('Hi there,\n1. Yes', 1)).toEqual({ answers: [{ number: 1, text: 'Yes' }], rest: ['Hi there,'] }))
  it('an answer ends where the number of a closed query begins, and what follows is no answer', () =>
    expect(readAnswers('1. Yes\n2. No,\nas before\n3. Maybe', new Set([1, 3]), new Set([2]))).toEqual({
      answers: [
        { number: 1, text: 'Yes' },
        { number: 3, text: 'Maybe' },
      ],
      rest: ['2. No,', 'as before'],
    }))
})
