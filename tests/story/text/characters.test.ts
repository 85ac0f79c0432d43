import { expect, test } from 'vitest'
import { countCharacters, type Block } from '../../../src/story/copy/copy'
import { countCharactersIn, countsCharacters } from '../../../src/story/text/words/characters'

test.each([
  ['회담은 100분 걸렸다.', 13],
  ['회담은 100분 걸렸다.'.normalize('NFD'), 13],
  ['日本語です。', 6],
  ['Café 🚢', 6],
  ['Cafe\u0301', 4],
  ['두 줄\n둘째', 5],
  ['안\u200B녕\u00AD', 2],
  ['', 0],
])('“%s” has %i characters', (text, count) => {
  expect(countCharactersIn(text)).toBe(count)
})

test('the characters of all blocks count', () => {
  const block = (text: string): Block => ({ role: 'paragraph', text, spans: [] })
  expect(countCharacters([block('제목'), block('본문이다.')])).toBe(7)
})

test('newsrooms count characters in Korean, Japanese and Chinese', () => {
  expect(['ko', 'ko-KR', 'ja', 'zh-Hant', 'en', 'de', '', 'kok'].filter(countsCharacters)).toEqual([
    'ko',
    'ko-KR',
    'ja',
    'zh-Hant',
  ])
})
