import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { finderOf, type FindOptions } from '../../../src/editor/find/findMatches'
import { OutOfPatience, PATIENCE } from '../../../src/editor/find/patience'

const REGEX: FindOptions = { regex: true }
function found(pattern: string, text: string, options: FindOptions = {}): readonly string[] {
  const finder = finderOf(pattern, { ...options, regex: true })
  if (typeof finder === 'string') throw new Error(finder)
  return finder.in(text, { left: PATIENCE }).map(({ from, to }) => text.slice(from, to))
}

describe('an expression', () => {
  test.each([
    ['\\d+ (?:minutes|hours)', 'It took 100 minutes and 2 hours.', ['100 minutes', '2 hours']],
    ['min.{2}e', 'minute minXXe min\nute', ['minute', 'minXXe']],
    ['^the|end$', 'the end\nthe mid\nat the end', ['the', 'end', 'the', 'end']],
    ['\\bkim\\b', 'Kim Kimchi kim', ['Kim', 'kim']],
    ['\\b서울\\b', '서울 서울시 (서울)', ['서울', '서울']],
    ['\\w+님', '김철수님과 이영희 님', ['김철수님']],
    ['\\W+', 'a, b', [', ']],
    ['[A-Z]{2,3}', 'ABCDE fg', ['ABC', 'DE', 'fg']],
    ['[^\\s,]+', 'one, two', ['one', 'two']],
    ['a.*?b', 'a1b2b', ['a1b']],
    ['a.*b', 'a1b2b', ['a1b2b']],
    ['colou?r', 'color colour', ['color', 'colour']],
    ['(a|ab)(c|bcd)', 'abcd', ['abcd']],
    ['x*', 'aXxa', ['Xx']],
    ['🚢.', 'a🚢🇰b', ['🚢🇰']],
    ['\\p{Lu}\\p{Ll}+', 'Kim met Xi', ['Kim', 'Xi']],
    ['\\$\\d+\\.\\d{2}', 'It cost $5.50, or $6.', ['$5.50']],
    ['{3}', 'a {3} b', ['{3}']],
    ['a{0}b', 'ab', ['b']],
    ['(?:a\\b)?x', 'ax x', ['x', 'x']],
  ])('%s in “%s”', (pattern, text, words) => {
    expect(found(pattern, text, { caseSensitive: pattern.includes('\\p{Lu}') })).toEqual(words)
  })

  test('matches case and whole words if asked to', () => {
    expect(found('kim', 'Kim kim', { caseSensitive: true })).toEqual(['kim'])
    expect(found('k.m', 'Kim kimchi akim', { wholeWord: true })).toEqual(['Kim'])
  })

  test('fills its groups into a replacement', () => {
    const finder = finderOf('(\\w+) (\\w+)', REGEX)
    expect(typeof finder === 'string' || finder.filledIn('$2, $1 ($&) costs $$5 $3', 'Ji-woo Kim', 3)).toBe(
      'Kim, woo (woo Kim) costs $5 $3',
    )
    const plain = finderOf('a', {})
    expect(typeof plain === 'string' || plain.filledIn('$1', 'a', 0)).toBe('$1')
  })
})

describe('a bad expression says what is wrong', () => {
  test.each([
    ['(a', 'This expression has a ( without a ).'],
    ['a)', 'This expression has a ) without a (.'],
    ['[a', 'This expression has a [ without a ].'],
    ['*a', '“*” has nothing before it to repeat. To find the sign itself, write “\\*”.'],
    ['a**', '“*” has nothing before it to repeat. To find the sign itself, write “\\*”.'],
    ['a{3,2}', '3 to 2 times: the first number has to be the smaller one.'],
    ['a\\', 'This expression ends with “\\”. To find a backslash, write “\\\\”.'],
    ['(a)\\1', 'Stet cannot search with “\\1” in an expression.'],
    ['a(?=b)', 'Stet cannot search with “(?=” in an expression.'],
    ['\\q', '“\\q” has no meaning in an expression.'],
    ['[z-a]', '“[z-a]” matches no character.'],
    ['(?:a{1000}){1000}', 'This expression is too long. Make it shorter.'],
    ['a'.repeat(501), 'This expression is too long. Make it shorter.'],
  ])('%s', (pattern, message) => {
    expect(finderOf(pattern, REGEX)).toBe(message)
  })
})

describe('an expression never hangs', () => {
  const long = 'a'.repeat(100_000)
  test.each(['(a+)+b', '(a|a)*b', '(a|aa)+$b', '(.*)(.*)(.*)b', '(a*)*b'])('%s on 100,000 letters', (pattern) => {
    const started = performance.now()
    try {
      expect(found(pattern, long)).toEqual([])
    } catch (error) {
      expect(error).toBeInstanceOf(OutOfPatience)
    }
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  test('stops when its patience is used up', () => {
    const finder = finderOf('.*b', REGEX)
    const patience = { left: 1000 }
    expect(() => typeof finder === 'string' || finder.in(long, patience)).toThrow(OutOfPatience)
  })
})

test('an expression finds what JavaScript finds', () => {
  const atom = fc.oneof(
    fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '\\d', '1', ' '),
    fc.constantFrom('(a|b)', '(?:ab|a)', '(b|bc)'),
  )
  const piece = fc
    .tuple(atom, fc.constantFrom('', '', '*', '+', '?', '{1,2}', '*?', '+?'))
    .map((parts) => parts.join(''))
  const pattern = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''))
  const either = fc.array(pattern, { minLength: 1, maxLength: 2 }).map((ways) => ways.join('|'))
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', ' '), maxLength: 24 })
  fc.assert(
    fc.property(either, text, (source, words) => {
      const native = [...words.matchAll(new RegExp(source, 'gu'))].map(([match]) => match)
      // JavaScript also finds nothing between two characters, and goes on behind it.
      fc.pre(native.every((match) => match !== ''))
      expect(found(source, words, { caseSensitive: true })).toEqual(native)
    }),
    { numRuns: 2000 },
  )
})
