import { describe, expect, test } from 'vitest'
import { fillPattern, patternProblem } from '../../../src/story/desk/exportProfile'

const WORDS = { slug: 'busan-talks', headline: 'talks-in-busan-end', date: '2026-10-30', version: 'v2', language: 'en' }

describe('a file name pattern', () => {
  test.each(['{date}-{slug}', '{slug}', 'Wire {headline} {version}', '부산-{date}', 'a.b'])(
    '“%s” names a file',
    (pattern) => {
      expect(patternProblem(pattern)).toBeUndefined()
    },
  )

  test.each([
    ['', 'A file name needs at least one letter.'],
    [
      '../{slug}',
      '“../{slug}” leads to another folder. A file name cannot contain “/”, “\\” or “..”. Choose the folder separately.',
    ],
    [
      'wire\\{slug}',
      '“wire\\{slug}” leads to another folder. A file name cannot contain “/”, “\\” or “..”. Choose the folder separately.',
    ],
    [
      '{slug}..',
      '“{slug}..” leads to another folder. A file name cannot contain “/”, “\\” or “..”. Choose the folder separately.',
    ],
    ['{id}', '“{id}” is not a placeholder. Choose from: {slug}, {headline}, {date}, {version}, {language}.'],
    ['{slug', '“{” cannot be used in a file name on every system.'],
    ['a:b', '“:” cannot be used in a file name on every system.'],
    ['a\u202eb', 'A file name cannot contain invisible characters.'],
    [
      '.{slug}',
      'A file name must begin and end with a letter, a digit or a visible symbol, not with a dot, dash or space.',
    ],
    [
      '-{slug}',
      'A file name must begin and end with a letter, a digit or a visible symbol, not with a dot, dash or space.',
    ],
    ['x'.repeat(101), 'A file name pattern can have at most 100 characters.'],
  ])('“%s” does not, and why is said', (pattern, error) => {
    expect(patternProblem(pattern)).toBe(error)
  })

  test('placeholders are filled in; an empty one leaves no doubled dash', () => {
    expect([
      fillPattern('{date}-{slug}-{version}', WORDS),
      fillPattern('{language}-{slug}', { ...WORDS, language: '' }),
      fillPattern('{slug}-{language}-{date}', { ...WORDS, language: '' }),
    ]).toEqual(['2026-10-30-busan-talks-v2', 'busan-talks', 'busan-talks-2026-10-30'])
  })
})
