import { expect, test } from 'vitest'
import type { Copy } from '../../../src/story/copy/copy'
import { placeOfSearch } from '../../../src/story/query/placeOfSearch'

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
  ['at the end of a block', '“end”', '0: end', 'The "end"'],
  ['without the particle of a Korean word', '관세 내린다', '1: 관세', '쌀', '정부가 관세를 내린다'],
])('the words that were searched for stand %s', (_how, query, place, ...texts) =>
  expect(found(query, ...texts)).toBe(place),
)

test('the first of the words in the block with most of them, if no block has all', () => {
  expect(found('tariff busan rice', 'Rice', 'A tariff', 'In Busan no tariff')).toBe('2: Busan')
})

test('a word that is still being typed, and what only names and filters ask for', () => {
  expect([
    found('tar', 'No tariff'),
    found('desk:world tariff', 'No tariff'),
    found('-rice tariff', 'Rice tariff'),
  ]).toEqual(['0: tariff', '0: tariff', '0: tariff'])
})

test('nowhere if no block has any, or the query has no words', () => {
  expect([found('busan', 'A tariff'), found('  ', 'A tariff'), found('desk:world', 'world')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
