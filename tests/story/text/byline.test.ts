import { expect, test } from 'vitest'
import { isNamedIn } from '../../../src/story/text/words/personName'

test.each([
  'Anna Berg',
  'By Anna Berg',
  'Lee Jun – Anna Berg',
  'Lee Jun (Anna Berg)',
  'Story By Anna Berg',
  'Text: anna berg',
  'Anna Berg for The Daily',
  'LEE JUN PLUS ANNA BERG',
  'Lee Jun x Anna\u00A0Berg',
  'Lee Jun\u2028Anna B\u200Berg',
])('“%s” names Anna Berg', (line) => expect(isNamedIn(line, 'Anna Berg')).toBe(true))

test.each(['Anna Bergman', 'Joanna Berg', 'Anna Berg Larsen', 'Mary Anna Berg', 'Berg Anna', 'Anna', ''])(
  '“%s” does not name Anna Berg',
  (line) => expect(isNamedIn(line, 'Anna Berg')).toBe(false),
)

test('a first name alone is not the person of a longer name, and a name without case is found', () => {
  expect(isNamedIn('By Anna Berg', 'Anna')).toBe(false)
  expect(isNamedIn('서울 김민 특파원', '김민')).toBe(true)
  expect(isNamedIn('김민수 기자', '김민')).toBe(false)
})
