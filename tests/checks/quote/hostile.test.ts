/** A quotation and a transcript that repeat one word: the work is bounded, and too much work is no match. */
import { describe, expect, it } from 'vitest'
import { checkQuote } from '../../../src/checks/quote/checkQuote'
import { indexTranscript } from '../../../src/checks/quote/indexTranscript'
import { MOST_STEPS, placesOf } from '../../../src/checks/quote/places'
import { readQuote } from '../../../src/checks/quote/readQuote'

const times = (words: string, count: number): string => `${words} `.repeat(count).trim()

function stepsOf(quote: string, said: string): { readonly steps: number; readonly places: number } {
  const [turn] = indexTranscript({ turns: [{ text: said }] }).turns
  if (!turn) throw new Error('The transcript has no turn.')
  const steps = { left: MOST_STEPS }
  const places = placesOf(readQuote(quote), turn, steps)
  return { steps: MOST_STEPS - steps.left, places: places.length }
}

describe('one word again and again', () => {
  it.each([
    ['in a quote that does not match', `${times('no', 5000)} yes`, `yes ${times('no', 20_000)}`],
    ['in fragments that do not match', `${times('no …', 2000)} yes`, `yes ${times('no', 20_000)}`],
    ['in fragments that match', times('no …', 2000), times('no', 20_000)],
    ['in a long quote that matches', times('no', 5000), times('no', 20_000)],
    ['in two words', `${times('no yes', 3000)} maybe`, `maybe ${times('no yes', 10_000)}`],
  ])('%s', (_what, quote, said) => {
    expect(stepsOf(quote, said).steps).toBeLessThanOrEqual(MOST_STEPS + 5000)
  })

  it('twice as many words take twice the steps where the quote matches once', () => {
    const rest = times('we do not know', 4000)
    const once = stepsOf(`${times('no', 50)} yes`, `${rest} ${times('no', 50)} yes`)
    const twice = stepsOf(`${times('no', 100)} yes`, `${rest} ${rest} ${times('no', 100)} yes`)
    expect([once.places, twice.places]).toEqual([1, 1])
    expect(twice.steps).toBeLessThan(once.steps * 3)
  })

  it('is never a match by lack of work', () => {
    const transcript = { turns: [{ text: `yes ${times('no', 20_000)}` }] }
    expect(checkQuote({ quote: `${times('no', 5000)} yes`, transcript }).result).not.toMatch(/^matches/u)
  })
})
