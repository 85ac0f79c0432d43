import { expect, it } from 'vitest'
import { excerptIn, hitsOf, piecesOf } from '../../../src/checks/evidence/findText'

const words = (text: string, ranges: readonly { readonly from: number; readonly to: number }[]): readonly string[] =>
  ranges.map(({ from, to }) => text.slice(from, to))

it('letters are found in any case, inside words, and with other quotation marks and spaces', () => {
  const text = 'Delegations: “the\u00a0delegates” met.'
  expect(words(text, hitsOf('DELEG', text))).toEqual(['Deleg', 'deleg'])
  expect(words(text, hitsOf('"the delegates"', text))).toEqual(['“the\u00a0delegates”'])
  expect(hitsOf('  ', text)).toEqual([])
})

it('an excerpt is found across line breaks, and its pieces around an ellipsis in their order', () => {
  const text = 'The stoppage lasted\n17 hours, from 15:40, and ended at 08:40.'
  expect(words(text, excerptIn('stoppage lasted 17 hours', text))).toEqual(['stoppage lasted\n17 hours'])
  expect(words(text, excerptIn('lasted 17 hours … ended at 08:40', text))).toEqual([
    'lasted\n17 hours',
    'ended at 08:40',
  ])
  expect(excerptIn('ended at 08:40 … lasted 17 hours', text)).toEqual([])
})

it('an excerpt without a letter or digit has no pieces', () => {
  expect(piecesOf('… [ ] —')).toEqual([])
})
