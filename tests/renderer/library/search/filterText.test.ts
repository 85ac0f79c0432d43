import { describe, expect, test } from 'vitest'
import { filterValue, withFilter, withoutFilter } from '../../../../src/renderer/library/search/filterText'
import { filterWords } from '../../../../src/renderer/library/search/filterWords'
import { cutAtMarks } from '../../../../src/renderer/library/search/pieces'
import { parseQuery } from '../../../../src/story/query/parseQuery'

describe('filters of the search field', () => {
  test.each([
    ['', 'stage', 'inReview', 'stage:inReview'],
    ['tariffs', 'desk', 'World desk', 'desk:"World desk" tariffs'],
    ['desk:sport tariffs', 'desk', 'World', 'desk:World tariffs'],
    ['desk:sport -desk:city', 'desk', '', '-desk:city'],
    ['stage:lost tariffs', 'stage', 'draft', 'stage:draft tariffs'],
    ['"17 hours"', 'before', '2026-10-01', 'before:2026-10-01 "17 hours"'],
    ['', 'by', 'Kim "Min" ji', 'by:"Kim  Min  ji"'],
  ] as const)('“%s” with %s “%s” reads “%s”', (query, name, value, text) => {
    expect(withFilter(query, name, value)).toBe(text)
  })

  test('are read back from the text, whoever typed it', () => {
    expect([
      filterValue('desk:"World desk" -stage:draft', 'desk'),
      filterValue('desk:"World desk" -stage:draft', 'stage'),
      filterValue('fact:reCheck', 'fact'),
      filterValue('tariffs', 'lang'),
    ]).toEqual(['World desk', '', 're-check', ''])
  })

  test('are said in words, and taken out one by one', () => {
    const query = 'stage:inReview fact:re-check -desk:"World desk" since:1w is:lapsed lang:ko tariffs'
    const { filters } = parseQuery(query)
    expect(filters.map(filterWords)).toEqual([
      'Stage: In review',
      'Facts: Re-check',
      'not Desk: “World desk”',
      'Changed in: the last week',
      'Condition: With a lapsed verdict',
      'Language: ko',
    ])
    const [, , desk] = filters
    if (!desk) throw new Error('There is no third filter.')
    expect(withoutFilter(query, desk)).toBe('stage:inReview fact:re-check since:1w is:lapsed lang:ko tariffs')
  })
})

describe('the sought words in a snippet', () => {
  test.each([
    ['관세를 올린다', [[0, 2]], ['[관세]', '를 올린다']],
    [
      'ports and ports',
      [
        [10, 15],
        [0, 5],
      ],
      ['[ports]', ' and ', '[ports]'],
    ],
    ['ports', [], ['ports']],
    [
      'ports',
      [
        [0, 3],
        [2, 99],
      ],
      ['[por]', '[ts]'],
    ],
    [
      'ports',
      [
        [3, 3],
        [7, 9],
        [-4, 1],
      ],
      ['[p]', 'orts'],
    ],
  ] as const)('“%s” with %j is cut into %j', (text, marks, pieces) => {
    expect(cutAtMarks(text, marks).map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text))).toEqual(pieces)
  })
})
