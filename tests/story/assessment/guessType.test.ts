import { expect, it } from 'vitest'
import { guessType } from '../../../src/story/assessment/guessType'

it.each([
  ['“a very tough negotiator,”', 'quote'],
  ['"encouraging progress"', 'quote'],
  ['«sehr gut»', 'quote'],
  ['about 100 minutes', 'figure'],
  ['two-thirds', 'figure'],
  ['first talks in six years', 'superlative'],
  ['the largest deal', 'superlative'],
  ['Oct. 30', 'date'],
  ['2019', 'date'],
  ['Thursday', 'date'],
  ['Kuala Lumpur', 'place'],
  ['South Korea', 'place'],
  ['He Lifeng', 'name'],
  ['Treasury Secretary', 'title'],
  ['accused of fraud', 'allegation'],
  ['left in separate cars', 'event'],
  ['10월 30일', 'date'],
  ['30만 명', 'figure'],
])('%s is a %s', (words, type) => expect(guessType(words)).toBe(type))
