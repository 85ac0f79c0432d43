import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuery } from '../../../src/story/query/parseQuery'
import { placesOfTerms, snippetOf } from '../../../src/story/query/snippet'
import { typed } from './queries'

/** A snippet with its marks in brackets. */
function shown(query: string, ...texts: readonly string[]): string | undefined {
  const snippet = snippetOf(texts, parseQuery(query))
  if (!snippet) return undefined
  let out = ''
  let at = 0
  for (const { from, to } of snippet.marks) {
    out += `${snippet.text.slice(at, from)}[${snippet.text.slice(from, to)}]`
    at = to
  }
  return out + snippet.text.slice(at)
}

const filler = 'Officials in both capitals said on Tuesday that nothing had been signed so far, and that talks go on.'

test.each([
  ['a short text whole', 'busan', ['They met in Busan.'], 'They met in [Busan].'],
  [
    'about 120 characters around the first place',
    'busan',
    [`${filler} They met in Busan, a port. ${filler}`],
    '…far, and that talks go on. They met in [Busan], a port. Officials in both capitals said on Tuesday that nothing had been…',
  ],
  [
    'the place where most words stand together',
    'tariff busan',
    [`A tariff. ${filler}`, filler, 'The tariff of Busan'],
    'The [tariff] of [Busan]',
  ],
  ['the first text that has a word, if none has two', 'tariff busan', ['None.', 'In Busan', 'A tariff'], 'In [Busan]'],
  [
    'accents and case as they were written',
    'cafe',
    ['The CAFÉ there, a cafe\u0301.'],
    'The [CAFÉ] there, a [cafe\u0301].',
  ],
  ['a phrase as one mark', '"in busan"', ['Not in the port, in\nBusan'], 'Not in the port, [in Busan]'],
  ['the whole of a word that was sought by its beginning', 'tari*', ['No tariffs'], 'No [tariffs]'],
  ['two syllables of three', '관세', ['새 관세를 내린다'], '새 [관세]를 내린다'],
  ['one character of a word', '세', ['관세를'], '관[세]를'],
  ['words that overlap as one mark', '관세 세를', ['관세를'], '[관세를]'],
  ['words that are excluded nowhere', 'busan -seoul', ['Seoul and Busan'], 'Seoul and [Busan]'],
  ['the beginning of the first text, if only a name or a note was found', 'kim', ['', 'In Busan'], 'In Busan'],
  [
    'a text without spaces cut between characters',
    '결',
    ['가'.repeat(200) + '결' + '𠮷'.repeat(90)],
    `…${'가'.repeat(40)}[결]${'𠮷'.repeat(39)}…`,
  ],
])('a snippet shows %s', (_what, query, texts, snippet) => {
  expect(shown(query, ...texts)).toBe(snippet)
})

test('the marks of a whole text are in order and apart, without words that are excluded', () => {
  expect(placesOfTerms('Busan talks: Seoul waits for Busan', parseQuery('seoul bus* -talks'))).toEqual([
    { from: 0, to: 5 },
    { from: 13, to: 18 },
    { from: 29, to: 34 },
  ])
  expect(placesOfTerms('관세를', parseQuery('관세 세를'))).toEqual([{ from: 0, to: 3 }])
})

test('nothing is shown of empty texts', () => {
  expect([snippetOf([], parseQuery('a')), snippetOf(['', ' \n'], parseQuery('a'))]).toEqual([undefined, undefined])
})

test('marks are in order, apart, inside the snippet, and a snippet is one line of its text', () => {
  fc.assert(
    fc.property(fc.array(typed, { maxLength: 3 }), typed, fc.integer({ min: 50, max: 130 }), (texts, query, length) => {
      const snippet = snippetOf(texts, parseQuery(query), length)
      fc.pre(snippet !== undefined)
      let end = -1
      for (const { from, to } of snippet?.marks ?? []) {
        expect(from > end && to > from && to <= (snippet?.text.length ?? 0)).toBe(true)
        end = to
      }
      const plain = (snippet?.text ?? '').replace(/^…|…$/gu, '')
      expect(texts.some((text) => text.replace(/\s/gu, ' ').includes(plain))).toBe(true)
      expect(plain.length).toBeLessThanOrEqual(length)
    }),
    { numRuns: 2000 },
  )
})
