import { describe, expect, it } from 'vitest'
import { rangesByFact } from '../../../src/story/copy/copy'
import { dropClosing, sameWords, wordsOfRanges } from '../../../src/story/copy/words/factWords'
import { copyFrom } from '../../builders/copy/copyFrom'

const wordsOf = (line: string): string => {
  const copy = copyFrom(`Headline\nDeck\n${line}`)
  return wordsOfRanges(copy, rangesByFact(copy).get('f') ?? [])
}

describe('the words of a fact (rule 1)', () => {
  const TAKEN_IN: readonly (readonly [what: string, line: string, words: string])[] = [
    ['a digit typed at its end', '{f:100}0 minutes', '1000'],
    ['a digit typed at its start', '1{f:100} minutes', '1100'],
    ['a minus sign', 'fell to -{f:100} points', '-100'],
    ['a true minus sign', 'fell to −{f:100} points', '−100'],
    ['a plus sign behind', '{f:100}+ people', '100+'],
    ['a currency mark', 'paid ${f:100} more', '$100'],
    ['a currency mark with letters', 'paid US${f:100} more', 'US$100'],
    ['a currency mark behind', 'paid {f:100}€ more', '100€'],
    ['per cent', 'rose {f:57}% in May', '57%'],
    ['per mille', 'rose {f:57}‰ in May', '57‰'],
    ['degrees', 'it was {f:30}°C in May', '30°C'],
    ['a decimal', 'rose {f:3}.5 points', '3.5'],
    ['a thousands comma', 'some {f:1},000 people', '1,000'],
    ['a range', 'from 50-{f:100} seats', '50-100'],
    ['a fraction', 'some {f:1}/3 of seats', '1/3'],
    ['a clock time', 'at {f:11}:01 sharp', '11:01'],
    ['a power', 'some {f:10}⁻⁶ of it', '10⁻⁶'],
    ['the base of a power', 'some 10⁻{f:6} of it', '10⁻6'],
    ['a typed power', 'some {f:10}^6 of it', '10^6'],
    ['a typed power with a sign', 'some {f:10}^-6 of it', '10^-6'],
    ['the power of a unit', 'at 5 {f:s}⁻¹ today', 's⁻¹'],
    ['a square', 'some {f:100 km}² of it', '100 km²'],
    ['letters of the same word', '{f:Xi}an was calm', 'Xian'],
    ['letters before', 'un{f:likely} to end', 'unlikely'],
    ['a combining accent', 'the caf{f:e}\u0301 closed', 'cafe\u0301'],
    ['the second half of a flag', 'under the {f:\u{1F1F0}}\u{1F1F7} flag', '\u{1F1F0}'],
    ['a skin tone', 'a {f:\u{1F44D}}\u{1F3FD} from him', '\u{1F44D}\u{1F3FD}'],
    ['Korean large numerals', '모두 {f:10}만 명이', '10만'],
    ['Korean numerals inside', '모두 3{f:십}만 명이', '3십만'],
    ['Japanese large numerals', '約{f:3}億人', '3億'],
    ['Arabic digits', 'بعد {f:١٠}٠ دقيقة', '١٠٠'],
    ['an Arabic percent sign', 'بنسبة {f:٣٫٥}٪ من', '٣٫٥٪'],
  ]
  it.each(TAKEN_IN)('take in %s', (_what, line, words) => expect(wordsOf(line)).toBe(words))

  const LEFT_OUT: readonly (readonly [what: string, line: string, words: string])[] = [
    ['a hyphen to a letter', '{f:six}-year gap', 'six'],
    ['a possessive', '{f:Trump}’s plane', 'Trump'],
    ['a Korean particle', '{f:트럼프}가 말했다', '트럼프'],
    ['a Korean counter', '{f:100}원을 냈다', '100'],
    ['a Japanese particle', '{f:習氏}は述べた', '習氏'],
    ['the next word', '{f:100 minutes} later', '100 minutes'],
    ['a full stop at the end', 'about {f:100}.', '100'],
    ['a comma before a space', 'about {f:100}, then', '100'],
  ]
  it.each(LEFT_OUT)('leave out %s', (_what, line, words) => expect(wordsOf(line)).toBe(words))

  describe.each([
    ['a zero-width space', '\u200B'],
    ['a word joiner', '\u2060'],
    ['a soft hyphen', '\u00AD'],
    ['a zero-width non-joiner', '\u200C'],
    ['a left-to-right mark', '\u200E'],
    ['a right-to-left mark', '\u200F'],
    ['a byte order mark', '\uFEFF'],
    ['an Arabic letter mark', '\u061C'],
    ['an isolate', '\u2068'],
    ['a tag character', '\u{E0061}'],
    ['several of them', '\u200B\u2060\u00AD'],
  ])('with %s at its edges', (_name, hidden) => {
    const seen = (words: string): string => words.replaceAll(hidden, '')
    const between = (line: string): string => line.replace('{f:', `${hidden}{f:`).replace('}', `}${hidden}`)
    const within = (line: string): string => line.replace('{f:', `{f:${hidden}`).replace('}', `${hidden}}`)
    it.each(TAKEN_IN)('take in %s', (_what, line, words) =>
      expect([seen(wordsOf(between(line))), seen(wordsOf(within(line)))]).toEqual([words, words]),
    )
    it.each(LEFT_OUT)('leave out %s', (_what, line, words) => expect(wordsOf(between(line))).toBe(words))
    it('differ from the signed ones if a digit follows', () =>
      expect(sameWords(wordsOf(`on {f:May 1}${hidden}5 they met`), 'May 1')).toBe(false))
  })
  it.each([
    ['a separator behind a hidden character', 'some {f:1}\u2060,\u2060000 people', '1\u2060,\u2060000'],
    ['a Persian word with its half-space', 'که {f:می}\u200Cخواهم بروم', 'می\u200Cخواهم'],
    ['a family of emoji', 'a {f:\u{1F469}}\u200D\u{1F467} came', '\u{1F469}\u200D\u{1F467}'],
  ])('take in %s, with what joins it', (_what, line, words) => expect(wordsOf(line)).toBe(words))
  it.each([
    ['Thai', 'คน\u200B{f:ไทย}\u200Bไป', 'ไทย'],
    ['Lao', 'ຄົນ\u200B{f:ລາວ}\u200Bໄປ', 'ລາວ'],
    ['Khmer', 'លោក\u200B{f:ហ៊ុន}\u200Bសែន', 'ហ៊ុន'],
  ])('leave out the next word in %s, where a space of no width is what parts words', (_what, line, words) =>
    expect(wordsOf(line)).toBe(words),
  )
  it('take a long run of hidden characters in at once', () => {
    const run = '\u200B'.repeat(200_000)
    expect([wordsOf(`{f:1}${run}5`).length, wordsOf(`5${run}{f:1}`).length, wordsOf(`{f:1}${run} 5`)]).toEqual([
      200_002,
      200_002,
      '1',
    ])
  })

  it.each([
    ['comma inside the quotation mark', '{f:“tough negotiator,”} he said', '“tough negotiator'],
    ['period inside the quotation mark', '{f:“tough negotiator.”}', '“tough negotiator'],
    ['period outside the quotation mark', '{f:“tough negotiator”.}', '“tough negotiator'],
    ['tagged comma', '{f:100 minutes,} then', '100 minutes'],
    ['trailing space', '{f:100 minutes }later', '100 minutes'],
  ])('drop a closing %s', (_what, line, words) => expect(wordsOf(line)).toBe(words))

  it('keep an ellipsis and other closing punctuation, which change what was said', () => {
    expect([dropClosing('“I would…”'), dropClosing('“I would...”'), dropClosing('Really?')]).toEqual([
      '“I would…',
      '“I would...',
      'Really?',
    ])
  })

  it('are the tag itself when nothing but punctuation is tagged', () => expect(dropClosing('.”')).toBe('.”'))

  it('join the grafs that a tag covers', () => {
    const copy = copyFrom('Headline\nDeck\nIt ran {f:about}\n{f:100 minutes}, he said.')
    expect(wordsOfRanges(copy, rangesByFact(copy).get('f') ?? [])).toBe('about\n100 minutes')
  })
})

describe('same words (rules 1 and 2)', () => {
  it.each([
    ['straight and curly quotation marks', '"tough negotiator"', '“tough negotiator”'],
    ['an apostrophe', "it's", 'it’s'],
    ['no-break space', '100\u00A0minutes', '100 minutes'],
    ['zero-width space', '100\u200B minutes', '100 minutes'],
    ['soft hyphen', 'nego\u00ADtiator', 'negotiator'],
    ['a split between words', '100\nminutes', '100 minutes'],
    ['composed and decomposed accents', 'cafe\u0301', 'caf\u00e9'],
    ['composed and decomposed Hangul', '\u1112\u1161\u11AB', '한'],
    ['closing comma and closing period', '“negotiator,”', '“negotiator.”'],
  ])('fold %s', (_what, a, b) => expect(sameWords(a, b)).toBe(true))

  it.each([
    ['a digit', '57%', '47%'],
    ['case', 'Deal', 'deal'],
    ['inner punctuation', 'eats, shoots', 'eats shoots'],
    ['a hyphen', 're-sign', 'resign'],
    ['a split inside a word', 'min\nutes', 'minutes'],
    ['bidi order', 'a\u202Eb', 'ab'],
    ['an elision', '“I would”', '“I would…”'],
    ['a minus sign', '100', '-100'],
  ])('tell apart %s', (_what, a, b) => expect(sameWords(a, b)).toBe(false))
})
