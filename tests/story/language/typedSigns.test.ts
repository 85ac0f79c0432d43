import { describe, expect, test } from 'vitest'
import { setSigns } from '../../../src/story/language/typedSigns'
import { typedText } from '../../builders/copy/typedText'

describe('quotation marks', () => {
  test.each([
    ['en', `"We won," he said. "They lost."`, '“We won,” he said. “They lost.”'],
    ['en', `("We won") and "he said 'no' twice"`, '(“We won”) and “he said ‘no’ twice”'],
    ['en-GB', `'We won', he said`, '‘We won’, he said'],
    ['de', `"Wir sagen 'nein'", hieß es.`, '„Wir sagen ‚nein‘“, hieß es.'],
    ['de-CH', `"Wir sagen 'nein'"`, '«Wir sagen ‹nein›»'],
    ['fr', `"Nous avons gagné", dit-il.`, '«\u00A0Nous avons gagné\u00A0», dit-il.'],
    ['fr', `"Nous avons gagné " dit-il.`, '«\u00A0Nous avons gagné\u00A0» dit-il.'],
    ['fr-CH', `"Nous avons gagné"`, '«Nous avons gagné»'],
    ['es', `"Ganamos", dijo.`, '“Ganamos”, dijo.'],
    ['ko', `그는 "이겼다"라고 했고 '끝났다'고 했다.`, '그는 “이겼다”라고 했고 ‘끝났다’고 했다.'],
  ])('%s: %s', (language, keys, shown) => {
    expect(typedText(keys, language)).toBe(shown)
  })

  test('after a dash one opens, unless a quotation is open', () => {
    expect(typedText(`He said--"we won`, 'en')).toBe('He said—“we won')
    expect(typedText(`"I was--" she said`, 'en')).toBe('“I was—” she said')
  })

  test('one closes what an earlier straight mark opened', () => {
    expect(setSigns('"We won', '"', 'en')).toEqual({ replaces: 1, by: '”' })
  })
})

describe('apostrophes', () => {
  test.each([
    ['en', `It's the farmers' day, 2024's best`, 'It’s the farmers’ day, 2024’s best'],
    ['en', `"It's ours," she said`, '“It’s ours,” she said'],
    ['fr', `L'accord d'hier`, 'L’accord d’hier'],
    ['de', `Geht's noch`, 'Geht’s noch'],
  ])('%s: %s', (language, keys, shown) => {
    expect(typedText(keys, language)).toBe(shown)
  })
})

describe('dashes and ellipsis', () => {
  test.each([
    ['en', 'The talks -- long -- ended', 'The talks — long — ended'],
    ['en-GB', 'The talks -- long -- ended', 'The talks – long – ended'],
    ['de', 'Die Gespräche -- lang', 'Die Gespräche – lang'],
    ['ko', '회담 -- 긴', '회담 — 긴'],
    ['en', 'Well... we', 'Well… we'],
    ['ko', '음... 그', '음… 그'],
  ])('%s: %s', (language, keys, shown) => {
    expect(typedText(keys, language)).toBe(shown)
  })

  test('a rule of hyphens and a row of periods are taken once', () => {
    expect([
      typedText('---', 'en'),
      typedText('....', 'en'),
      setSigns('...', '.', 'en'),
      setSigns('--', '-', 'en'),
    ]).toEqual(['—-', '….', undefined, undefined])
  })
})

describe('what stays as it is typed', () => {
  test.each([
    ['feet and inches', `He is 6'2" tall`, 'en'],
    ['an address', `https://example.com/a--b/c...d?q="x"`, 'en'],
    ['an address without a scheme', `www.example.com/a--b'c`, 'en'],
    ['a mailbox', `ida.o'neil--desk@example.com/it's`.replace(/^.*@/, 'ida@'), 'en'],
    ['a language whose rule is not known', `"Vi vann" -- sa han...`, 'sv'],
    ['no language', `"We won"`, ''],
  ])('%s', (_what, keys, language) => {
    expect(typedText(keys, language)).toBe(keys)
  })
})
