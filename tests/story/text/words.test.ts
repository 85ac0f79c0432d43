import { expect, test } from 'vitest'
import {
  beginsWithLetter,
  countWordsIn,
  endsWithLetter,
  lettersIn,
  placesOf,
} from '../../../src/story/text/words/words'

/** The meaning of each, by Unicode properties. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{N}\p{M}])+(?:['’.,\-](?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{N}\p{M}])+)*/gu
const LETTERS = /[\p{L}\p{N}\p{M}]+/gu

/** Every code unit, alone and within words, and one of each kind of pair. */
const CHARACTERS = [
  ...Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)),
  '😀',
  '𠀀',
  '𝟘',
  '𐐀',
  '🏽',
]

test('words and letters are those of Unicode for every character', () => {
  const differing = CHARACTERS.filter((character) =>
    [character, `a${character}`, `${character}1`, `Kim${character}Lee`, `é${character}ß, ${character}`].some(
      (text) =>
        countWordsIn(text) !== (text.match(WORD) ?? []).length ||
        lettersIn(text).join('|') !== (text.match(LETTERS) ?? []).join('|') ||
        beginsWithLetter(text) !== /^[\p{L}\p{N}]/u.test(text) ||
        endsWithLetter(text) !== /(?<=[\p{L}\p{N}])$/u.test(text),
    ),
  )
  expect(differing).toEqual([])
})

test.each([
  ['', 0],
  ['The talks ended after two hours.', 6],
  ['Kim’s 1,250.5-tonne “no”', 3],
  ['naïve Ærø—Łódź', 3],
  ['부산 정상회담', 2],
  ['首脳会談 in Busan', 6],
  ['e\u0301te\u0301 a\u0301', 2],
  ['$5 · €6 – £7', 3],
  ['- - ’ …', 0],
])('%j has %i words', (text, words) => {
  expect(countWordsIn(text)).toBe(words)
})

test('a place counts if its surroundings are accepted; a rejected one does not hide an overlapping one', () => {
  expect(placesOf('aa', 'aaa aa xaa', (before) => !before.endsWith('x'))).toEqual([0, 4])
  expect(placesOf('aa', 'aaa', (before) => before.endsWith('a'))).toEqual([1])
  expect(placesOf('aa', '😀aa😀!', (before, after) => before === '😀' && after === '😀!')).toEqual([2])
  expect(placesOf('aa', 'a', () => true)).toEqual([])
})
