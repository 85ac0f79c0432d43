import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText, foldWithOrigin } from '../../../src/story/query/foldText'

test.each([
  ['case', 'BUSAN Summit', 'busan summit'],
  ['Latin accents, composed or not', 'Café Cafe\u0301 Ñandú', 'cafe cafe nandu'],
  ['letters that Unicode does not decompose', 'Straße ŁÓDŹ Ærø œuvre Đà ııİ', 'strasse lodz aero oeuvre da iii'],
  ['width', 'ＢＵＳＡＮ ｶﾞｿﾘﾝ １２', 'busan ガソリン 12'],
  ['hidden characters', 'co\u00adoper\u200bate\u2060 \ufeffnow', 'cooperate now'],
  ['Cyrillic ё and stress marks', 'Ёлка ещё за\u0301мок', 'елка еще замок'],
  ['Greek accents and final sigma', 'Ὀδυσσεύς ΟΔΟΣ', 'οδυσσευσ οδοσ'],
  ['Hebrew points and final letters', 'שָׁלוֹם ארץ', 'שלומ ארצ'],
  [
    'Arabic points, tatweel, hamza on alef and final letters',
    'مُحَمَّد كـــتاب أحمد مدرسة على',
    'محمد كتاب احمد مدرسه علي',
  ],
  ['Persian and Urdu letters', 'کتاب ایران', 'كتاب ايران'],
  ['Devanagari nuktas, not vowel signs', 'क़लम की का', 'कलम की का'],
  ['decomposed Hangul', '한국'.normalize('NFD'), '한국'],
  ['narrow Hangul', 'ﾡￂ', '가'],
  ['the digits of other scripts', '٢٠٢٦ २०२६ ๒๕๖๙ ۴۵', '2026 2026 2569 45'],
  ['apostrophes that count as letters', 'Hawaiʻi', "hawai'i"],
])('the search does not tell apart: %s', (_what, text, folded) => {
  expect([foldText(text), foldWithOrigin(text).text]).toEqual([folded, folded])
})

test('kana with and without voicing marks are different letters', () => {
  expect(foldText('か\u3099 ハ゜ハ')).toBe('が ハ゜ハ'.normalize('NFKC'))
})

/** Texts of all scripts, with the signs that fold in odd ways more often. */
const odd = fc.constantFrom(
  ...'aÉßİıŁ\u0301\u0308\u00ad\u200b\u200d가각각ㄱㅏㅋﾡￂｶﾞがカ゛関々ー한국ก็ำשךאَّّةىक़की٢२ '.split(''),
  'ﬁ',
  '½',
  '㎞',
  '𝟗',
  '𠮷',
  '\ud800',
)
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.array(odd, { maxLength: 12 }).map((signs) => signs.join('')),
)

test('a text folded whole is the same as folded sign by sign, and every unit knows where it came from', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const folded = foldWithOrigin(text)
      expect(folded.text).toBe(foldText(text))
      expect([folded.from.length, folded.to.length]).toEqual([folded.text.length, folded.text.length])
      for (const [at, from] of folded.from.entries()) {
        const to = folded.to[at] ?? 0
        expect(from >= (folded.from[at - 1] ?? 0) && from < to && to <= text.length).toBe(true)
        expect(foldText(text.slice(from, to))).toContain(folded.text[at])
      }
    }),
    { numRuns: 3000 },
  )
})

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text))
    }),
    { numRuns: 3000 },
  )
})

test('digits of every script that Intl can print are read', () => {
  const systems = Intl.supportedValuesOf('numberingSystem').filter((numberingSystem) => {
    const printed = new Intl.NumberFormat('en', { numberingSystem, useGrouping: false }).format(1234567890)
    return /^\p{Nd}{10}$/u.test(printed)
  })
  const read = systems.map((numberingSystem) =>
    foldText(new Intl.NumberFormat('en', { numberingSystem, useGrouping: false }).format(1234567890)),
  )
  expect(systems.length).toBeGreaterThan(40)
  expect(new Set(read)).toEqual(new Set(['1234567890']))
})

test('letters with accents fold as Intl compares them, in Latin, Greek and Cyrillic', () => {
  const collator = new Intl.Collator('en', { sensitivity: 'base' })
  const differing: string[] = []
  for (let code = 0xc0; code < 0x530; code++) {
    const letter = String.fromCodePoint(code)
    if (!/^[\p{Lu}\p{Ll}]$/u.test(letter) || letter.normalize('NFD') === letter) continue
    const folded = foldText(letter)
    // For collation й and some like it are letters of their own.
    if (collator.compare(letter, folded) !== 0 && !LETTERS_OF_THEIR_OWN.includes(letter.toLowerCase()))
      differing.push(`${letter} ${folded}`)
  }
  expect(differing).toEqual([])
})
const LETTERS_OF_THEIR_OWN = 'йїўќѓ'
