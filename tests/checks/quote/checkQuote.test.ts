import { expect, it } from 'vitest'
import { checkQuote } from '../../../src/checks/quote/checkQuote'
import { turnsOfLines } from '../../../src/exchange/import/transcript/turnsOfLines'
import { QUOTE_CASES } from './cases'

it.each(
  QUOTE_CASES.map((one) => ({
    ...one,
    name: `${one.language}: ${one.rule}: ${one.quote}${one.speaker === undefined ? '' : ` by ${one.speaker}`}`,
  })),
)('$name', ({ transcript, quote, speaker, result, near }) => {
  const turns = turnsOfLines(transcript.split('\n').map((text) => ({ text })))
  const checked = checkQuote({ quote, speaker, transcript: { turns } })
  expect({ result: checked.result, near: [...new Set(checked.cuts.map(({ word }) => word))].sort() }).toEqual({
    result,
    near: [...(near ?? [])].sort(),
  })
})

it('has at least 150 cases in six languages', () => {
  expect(QUOTE_CASES.length).toBeGreaterThanOrEqual(150)
  expect(new Set(QUOTE_CASES.map(({ language }) => language)).size).toBeGreaterThanOrEqual(6)
})
