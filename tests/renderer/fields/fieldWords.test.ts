import { describe, expect, it } from 'vitest'
import {
  parseKeywords,
  parseLanguage,
  parseSlug,
  parseWordTarget,
  trimBylines,
} from '../../../src/renderer/fields/fieldWords'

describe('what people type into fields', () => {
  it('makes language tags canonical and refuses other words', () => {
    expect(parseLanguage(' en-gb ')).toEqual({ ok: true, value: 'en-GB' })
    expect(parseLanguage('Korean!')).toEqual({
      ok: false,
      problem: '“Korean!” is not a language tag. Write a tag such as en, ko, zh-Hant or en-GB.',
    })
  })

  it('splits keywords at commas of every script and drops repeats', () => {
    expect(parseKeywords('summit, 부산、trade; summit')).toEqual({ ok: true, value: ['summit', '부산', 'trade'] })
  })

  it('reads a word target with a thousands comma, and none from an empty field', () => {
    expect([parseWordTarget('1,500'), parseWordTarget(''), parseWordTarget('many')]).toEqual([
      { ok: true, value: 1500 },
      { ok: true, value: 0 },
      { ok: false, problem: 'Enter a number of words, or leave it empty for no target.' },
    ])
  })

  it('hyphenates a slug and refuses a path', () => {
    expect([parseSlug(' busan summit '), parseSlug('목포-여객선'), parseSlug('../x')]).toEqual([
      { ok: true, value: 'busan-summit' },
      { ok: true, value: '목포-여객선' },
      { ok: false, problem: 'A slug is a short name of letters, digits and hyphens, such as busan-summit.' },
    ])
  })

  it('keeps bylines with a name and roles where there is one', () => {
    expect(
      trimBylines([
        { name: ' Ada Park ', role: ' Seoul ' },
        { name: ' ', role: 'Desk' },
        { name: 'Ben Ito', role: '' },
      ]),
    ).toEqual([{ name: 'Ada Park', role: 'Seoul' }, { name: 'Ben Ito' }])
  })
})
