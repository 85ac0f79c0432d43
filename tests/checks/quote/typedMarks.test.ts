/** The checks read a quotation alike, whether its marks are those of the keyboard or those of its language. */
import { describe, expect, test } from 'vitest'
import { findQuotations } from '../../../src/checks/detect/quotes/quotations'
import { checkQuote } from '../../../src/checks/quote/checkQuote'
import { turnsOfLines } from '../../../src/exchange/import/transcript/turnsOfLines'
import { typedText } from '../../builders/copy/typedText'
import { QUOTE_CASES } from './cases'
import { HEARINGS, IN_LANGUAGES } from './inLanguages'

const WITH_SIGNS = new Set(['en', 'de', 'fr', 'es', 'ko'])
const asTyped = (text: string): string =>
  text
    .replace(/«[ \u00A0\u202F]?|[ \u00A0\u202F]?»/gu, '"')
    .replace(/[„“”]/gu, '"')
    .replace(/[‘’‚]/gu, "'")
    .replaceAll('…', '...')

const turnsOf = (lines: string) => turnsOfLines(lines.split('\n').map((text) => ({ text })))
const bare = (text: string): string => asTyped(text).replace(/\s*["']\s*/gu, '"')

describe('the result of a quotation', () => {
  const cases = QUOTE_CASES.filter(({ language, quote }) => WITH_SIGNS.has(language) && /['".-]/.test(asTyped(quote)))
  test('there are cases with marks', () => {
    expect(cases.length).toBeGreaterThan(30)
  })
  test.each(cases)(
    '$language: “$quote” gets the same result with typed marks and with set ones ($rule)',
    ({ language, transcript, quote, speaker }) => {
      const [typed, set] = [asTyped(quote), typedText(asTyped(quote), language)].map((words) => {
        const { result, cuts } = checkQuote({ quote: words, speaker, transcript: { turns: turnsOf(transcript) } })
        return { result, cuts: cuts.map(({ word }) => bare(word)) }
      })
      expect(set).toEqual(typed)
    },
  )
})

describe('a quotation in its graf', () => {
  const rows = IN_LANGUAGES.filter(([language]) => WITH_SIGNS.has(language)).map(([language, marked, , speaker]) => ({
    language,
    graf: asTyped(marked.replace('{', '').replace('}', '')),
    quote: asTyped(marked.slice(marked.indexOf('{') + 1, marked.indexOf('}'))),
    speaker,
  }))
  test.each(rows)(
    '$language: “$graf” has the same quotation and speaker with typed marks and with set ones',
    ({ language, graf, quote, speaker }) => {
      const set = typedText(graf, language)
      const [found, foundSet] = [graf, set].map((text) =>
        findQuotations(text, 'paragraph').map(({ from, to }) => bare(text.slice(from, to))),
      )
      expect(foundSet).toEqual(found)
      const [plain, typed] = [
        [graf, quote],
        [
          set,
          typedText(graf.slice(0, graf.indexOf(quote) + quote.length), language).slice(
            typedText(graf.slice(0, graf.indexOf(quote)), language).length,
          ),
        ],
      ].map(([text = '', words = '']) => {
        const from = text.indexOf(words)
        return checkQuote({
          quote: words,
          speaker,
          copy: { graf: text, from, to: from + words.length },
          transcript: { turns: turnsOf(HEARINGS[language] ?? '') },
        }).result
      })
      expect(typed).toBe(plain)
    },
  )
})
