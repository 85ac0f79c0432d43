/** A text is folded in whole words and with characters that are known. Each character alone folds to the same. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldForScan, type Folded } from '../../../src/projection/scan/readings/foldForScan'
import { foldLookalikes } from '../../../src/projection/scan/readings/lookalikes/foldLookalikes'

type Fold = (text: string) => Folded

const FOLDS: Readonly<Record<string, Fold>> = {
  folded: (text) => foldForScan(text),
  cased: (text) => foldForScan(text, true),
  likened: (text) => foldLookalikes(text),
  casedAndLikened: (text) => foldLookalikes(text, true),
}

/** A character with its marks. Hangul letters are tried elsewhere (forms.test.ts). */
const CHARACTER = /[\s\S]\p{M}*/gu

/** Folds each character behind one letter, and puts the results together. */
function letterByLetter(text: string, fold: Fold): Folded {
  const at: number[] = []
  let folded = ''
  for (const { 0: character, index } of text.matchAll(CHARACTER)) {
    // A capital I is read by the letter before it.
    const before = /\p{Ll}/u.test(text[index - 1] ?? '') ? 'x' : 'X'
    const one = fold(before + character).text.slice(1)
    if (one === ' ' && (folded === '' || folded.endsWith(' '))) continue
    folded += one
    for (let unit = 0; unit < one.length; unit++) at.push(index)
  }
  return { text: folded, at: [...at, text.length] }
}

const signs = fc.constantFrom(
  ...[...'abzABZIl09!~@. .  \t\n\r\u0000\u007f\u0085\u00a0', 'e\u0301', 'I\u0307', ' \u0301', 'é', 'É', 'ß', 'ﬁ', '’'],
  ...[
    '\u200b',
    '\u200f',
    '\ufe0f',
    '\u2800',
    '“',
    '—',
    '\u0323',
    '\ufeff',
    'а',
    'І',
    'ｍ',
    '５',
    '٥',
    '😀',
    '𝐌',
    '한',
    '관',
    '東',
    'م',
    '\ud800',
  ],
)
const texts = fc.array(signs, { maxLength: 40 }).map((some) => `a${some.join('')}`)

test.each(Object.entries(FOLDS))('%s: a text folds as its characters do, with their places', (_name, fold) => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(fold(text)).toEqual(letterByLetter(text, fold))
    }),
    { seed: 20261129, numRuns: 500 },
  )
})

test('places are those of the letters, also in words, before marks and behind what is left out', () => {
  expect([
    foldForScan('Ann  Lee\n(é) \u200bIe\u0301!'),
    foldForScan('Ann Lee', true).text,
    foldLookalikes('DanieI IS').text,
    foldForScan(''),
  ]).toEqual([
    { text: 'ann lee (e) ie!', at: [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 17, 18] },
    'Ann Lee',
    'danieI is',
    { text: '', at: [0] },
  ])
})
