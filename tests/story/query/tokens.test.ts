import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsTokens } from '../../../src/story/query/matchQuery'
import { foldText } from '../../../src/story/query/foldText'
import { BREAK, soughtTokens, tokenPlacesOf, tokensOf, tokenText } from '../../../src/story/query/tokens'

test.each([
  ['words of letters and digits', 'The G7’s 1,234.5 tons: 57%', ['the', 'g7', 's', '1', '234', '5', 'tons', '57']],
  ['Hangul as pairs and the last character', '관세를 새로', ['관세', '세를', '를', '새로', '로']],
  ['one character alone', '金 번', ['金', '번']],
  ['Han, kana and Hangul beside each other as one run', '韓国のソウル', ['韓国', '国の', 'のソ', 'ソウ', 'ウル', 'ル']],
  ['Latin letters beside Hangul apart from it', 'G7정상', ['g7', '정상', '상']],
  ['characters beyond the first plane', '𠮷野家', ['𠮷野', '野家', '家']],
  ['Thai', 'ภาษี', ['ภา', 'าษ', 'ษี', 'ี']],
  ['words of scripts with spaces whole', 'шёл الرئيس की', ['шел', 'الرييس', 'की']],
  ['nothing of signs', '— … ? & 🙂 “”', []],
])('tokens are %s', (_what, text, tokens) => {
  expect(tokensOf(text)).toEqual(tokens)
})

test.each([
  ['words', 'Busan summit', { tokens: ['busan', 'summit'], prefix: false }],
  ['a run without spaces, which may always go on', '관세', { tokens: ['관세'], prefix: false }],
  ['one character, which begins a pair', '관', { tokens: ['관'], prefix: true }],
  ['runs in a row, of which all but the last end', '관세 협상', { tokens: ['관세', '세', '협상'], prefix: false }],
  ['a run of two equal characters', '하하', { tokens: ['하하'], prefix: false }],
])('what is sought: %s', (_what, words, sought) => {
  expect(soughtTokens(words)).toEqual(sought)
})

test('a beginning may go on in its last word', () => {
  expect([soughtTokens('free tari', true), soughtTokens('관세', true), soughtTokens('관', true)]).toEqual([
    { tokens: ['free', 'tari'], prefix: true },
    { tokens: ['관세'], prefix: false },
    { tokens: ['관'], prefix: true },
  ])
})

test('words without letters or digits are not sought', () => {
  expect([soughtTokens('—'), soughtTokens('')]).toEqual([undefined, undefined])
})

test('no phrase goes from one text into the next', () => {
  const text = tokenText(['of the summit', 'talks'])
  expect(text).toBe(` of the summit ${BREAK} talks `)
  const holds = (words: string): boolean => holdsTokens(text, soughtTokens(words) ?? { tokens: [''], prefix: false })
  expect([holds('summit talks'), holds('the summit'), holds('talks')]).toEqual([false, true, true])
})

const unspaced = fc.array(fc.constantFrom(...'관세를협상国のソ𠮷'), { maxLength: 6 }).map((signs) => signs.join(''))
const word = fc.array(fc.constantFrom(...'abcé12ж'), { minLength: 1, maxLength: 3 }).map((signs) => signs.join(''))
const words = fc.array(fc.oneof(unspaced, word), { maxLength: 5 }).map((all) => all.join(' '))

test('a run without spaces is found wherever the text holds it, and nowhere else', () => {
  fc.assert(
    fc.property(fc.array(unspaced, { maxLength: 5 }), unspaced, (runs, sought) => {
      fc.pre(sought !== '')
      const text = runs.join(' ')
      const found = soughtTokens(sought)
      expect(found !== undefined && holdsTokens(tokenText([text]), found)).toBe(text.includes(sought))
    }),
    { numRuns: 2000 },
  )
})

test('words and phrases are found where a plain comparison of whole words finds them', () => {
  fc.assert(
    fc.property(words, words, fc.boolean(), (text, sought, prefix) => {
      const tokens = soughtTokens(sought, prefix)
      fc.pre(tokens !== undefined && /^[abcé12ж ]+$/.test(sought))
      const plain = ` ${foldText(text).replace(/ +/g, ' ').trim()} `
      const phrase = ` ${foldText(sought).replace(/ +/g, ' ').trim()}${prefix ? '' : ' '}`
      expect(tokens !== undefined && holdsTokens(tokenText([text]), tokens)).toBe(plain.includes(phrase))
    }),
    { numRuns: 2000 },
  )
})

test('every token stands in the original where its place says', () => {
  fc.assert(
    fc.property(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 20 })), (text) => {
      const places = tokenPlacesOf(text)
      expect(places.map(({ token }) => token)).toEqual(tokensOf(text))
      for (const { token, from, to } of places) expect(foldText(text.slice(from, to))).toContain(token)
    }),
    { numRuns: 2000 },
  )
})
