import { expect, test } from 'vitest'
import { matchQuery, type SearchableStory } from '../../../src/story/query/matchQuery'
import { parseQuery } from '../../../src/story/query/parseQuery'
import { utcClock } from '../../builders/time/utcClock'
import { localClock } from '../../../src/story/query/queryClock'

const story: SearchableStory = {
  texts: ['Leaders meet in Busan', 'A deal on tariffs', '관세를 내린다'],
  stage: 'inReview',
  facts: { verified: 2, reCheck: 1 },
  desk: 'World news',
  people: ['Kim Min-ji', 'Anna Lund'],
  assignee: 'Marta Ruiz',
  language: 'pt-BR',
  subjects: ['medtop:11000000', 'trade'],
  slug: 'busan-summit',
  embargo: '2026-10-30T09:00:00Z',
  updated: '2026-10-01T12:00:00.000Z',
}
const clock = utcClock(Date.parse('2026-10-02T00:00:00Z'))
const finds = (query: string, more: Partial<SearchableStory> = {}): boolean =>
  matchQuery(parseQuery(query), { ...story, ...more }, clock)

test.each([
  ['', true],
  ['busan', true],
  ['busa', false],
  ['busa*', true],
  ['busan tariffs', true],
  ['"busan a deal"', false],
  ['"meet in busan"', true],
  ['"in bus"*', true],
  ['-busan', false],
  ['busan -seoul', true],
  ['관세', true],
  ['내린', true],
  ['desk:world', true],
  ['desk:"world news"', true],
  ['desk:sport', false],
  ['desk:sport desk:news', true],
  ['-desk:sport', true],
  ['by:kim', true],
  ['by:"kim lund"', false],
  ['by:"ji anna"', false],
  ['assignee:ruiz', true],
  ['assignee:kim', false],
  ['subject:11000000', true],
  ['subject:medtop:11000000', true],
  ['subject:trade', true],
  ['subject:11*', true],
  ['slug:summit', true],
  ['stage:in-review', true],
  ['stage:draft', false],
  ['stage:draft stage:inReview', true],
  ['fact:re-check', true],
  ['fact:wrong', false],
  ['-fact:wrong', true],
  ['lang:pt', true],
  ['lang:pt-br', true],
  ['lang:p', false],
  ['lang:pt-pt', false],
  ['before:2026-10-01', false],
  ['before:2026-10-02', true],
  ['after:2026-10-01', true],
  ['after:2026-10-02', false],
  ['after:2026-10', true],
  ['before:2027', true],
  ['-after:2026-10-02', true],
  ['since:12h', true],
  ['since:11h', false],
  ['since:1d', true],
  ['since:1w', true],
  ['is:embargoed', true],
  ['is:lapsed', true],
  ['is:unreadable', false],
  ['is:lapsed is:unreadable', false],
  ['busan desks:world', false],
])('“%s” finds the story: %s', (query, found) => expect(finds(query)).toBe(found))

test('an embargo whose end nobody can read has not ended; one that has ended does not count', () => {
  const embargoed = (embargo: string): boolean => finds('is:embargoed', { embargo })
  expect([
    embargoed('Friday'),
    embargoed(' '),
    embargoed('2026-10-02T00:00:00Z'),
    embargoed('2026-10-02T00:00:01Z'),
  ]).toEqual([true, false, false, true])
})

test('a story that cannot be read is in no stage', () => {
  expect([finds('is:unreadable', { unavailable: 'gone' }), finds('stage:inReview', { unavailable: 'gone' })]).toEqual([
    true,
    false,
  ])
})

test('days begin where this process is', () => {
  const local = localClock(0)
  expect([local.startOfDay('2026-10-01'), local.now]).toEqual([new Date(2026, 9, 1).getTime(), 0])
})
