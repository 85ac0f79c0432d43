import { expect, test } from 'vitest'
import type { Copy } from '../../../src/story/copy/copy'
import { placeOfSearch } from '../../../src/story/copy/searchWords'

const copyOf = (...texts: readonly string[]): Copy => texts.map((text) => ({ role: 'paragraph', text, spans: [] }))
const found = (query: string, ...texts: readonly string[]): string | undefined => {
  const place = placeOfSearch(copyOf(...texts), query)
  return place && `${place.block}: ${texts[place.block]?.slice(place.from, place.to)}`
}

test.each([
  [
    'as they were typed, in whatever case, accents and width',
    'CAFE nord',
    '1: Café\u00a0Nord',
    'A café',
    'The ｌa Café\u00a0Nord opened',
  ],
  ['over a hard break', 'in  Busan', '0: in\nBusan', 'They met in\nBusan.'],
  ['rather than scattered before it', 'first talks', '1: first talks', 'Talks came first.', 'The first talks'],
  [
    'otherwise the first of the terms in the first block that has them all',
    'tariff busan',
    '1: Busan',
    'A tariff',
    'In Busan no tariff',
    'tariff in Busan',
  ],
  ['with marks that belong to the last letter', 'cafe', '0: cafe\u0301', 'A cafe\u0301 there'],
  ['at the end of a block', '“end”', '0: "end"', 'The "end"'],
])('the words that were searched for stand %s', (_how, query, place, ...texts) =>
  expect(found(query, ...texts)).toBe(place),
)

test('nowhere if no block has all terms, or the query is empty', () => {
  expect([found('tariff busan', 'A tariff', 'In Busan'), found('  ', 'A tariff')]).toEqual([undefined, undefined])
})
