import { expect, it } from 'vitest'
import { checkQuote } from '../../../src/checks/quote/checkQuote'
import { turnsOfLines } from '../../../src/exchange/import/transcript/turnsOfLines'
import { HEARINGS, IN_LANGUAGES } from './inLanguages'

const MATCHING = new Set(['matches', 'matchesWithElision', 'matchesWithInsertion'])

const ROWS = IN_LANGUAGES.map(([language, marked, holds, speaker]) => ({ language, marked, holds, speaker }))

it.each(ROWS)(
  '$language: the quotation in “$marked” matches, or not: $holds',
  ({ language, marked, holds, speaker }) => {
    const from = marked.indexOf('{')
    const to = marked.indexOf('}') - 1
    const graf = marked.replace('{', '').replace('}', '')
    const turns = turnsOfLines((HEARINGS[language] ?? '').split('\n').map((text) => ({ text })))
    const checked = checkQuote({
      quote: graf.slice(from, to),
      speaker,
      copy: { graf, from, to },
      transcript: { turns },
    })
    expect([MATCHING.has(checked.result) && checked.cuts.length === 0, checked.message]).toEqual([
      holds,
      checked.message,
    ])
  },
)
