/** The words by which an index looks for lines never miss one that names the person. */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { isNamedIn, wordsOfLine, wordsOfPerson } from '../../../src/story/text/words/personName'

const NAMES = [
  'Anna Berg',
  'anna  berg',
  'ANNA BERG',
  'Аnnа Berg',
  'Kim Min-ji',
  '김민',
  'O’Neil',
  "O'Neil",
  'J. R. Smith',
]
const ODD = ['½', 'ﬁ', '㏂', 'Å', 'A\u030A', 'İ', '\u200B', '\uFEFF', '!!', '１２', 'Anna\u200BBerg', '\u2028']
const name = fc.oneof(
  fc.constantFrom(...NAMES),
  fc.array(fc.constantFrom(...NAMES, ...ODD), { minLength: 1, maxLength: 3 }).map((all) => all.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
)
const between = fc.constantFrom(
  ' ',
  ', ',
  ' and ',
  ' & ',
  '·',
  '/',
  '\uFEFFand\uFEFF',
  ' · ',
  '，',
  '\u00A0',
  ' in ',
  ' 기자 ',
  'By ',
)

it('a line that names a person has all words of the name', () => {
  let named = 0
  fc.assert(
    fc.property(name, fc.array(fc.tuple(between, name), { maxLength: 3 }), fc.nat({ max: 3 }), (person, parts, at) => {
      const before = parts.slice(0, at).map(([gap, part]) => part + gap)
      const after = parts.slice(at).map(([gap, part]) => gap + part)
      const line = [...before, person, ...after].join('')
      for (const one of [person, person.normalize('NFKC'), person.toUpperCase(), ...NAMES])
        if (isNamedIn(line, one)) {
          named += 1
          expect(wordsOfLine(line)).toEqual(expect.arrayContaining([...wordsOfPerson(one)]))
        }
    }),
    { numRuns: Number(process.env['STET_RUNS'] ?? 1000) },
  )
  expect(named).toBeGreaterThan(500)
})

it('gives the words of a name as they are compared', () => {
  expect([wordsOfPerson('Kim  Min-ji'), wordsOfPerson('АNNА'), wordsOfPerson('Kim ㏂'), wordsOfPerson('!!')]).toEqual([
    ['kim', 'min-ji'],
    ['anna'],
    ['kim'],
    [],
  ])
  expect(wordsOfLine('By Kim Min-ji, in Busan')).toEqual(['by', 'kim', 'min-ji', 'in', 'busan'])
})
