import { expect, test } from 'vitest'
import { matchQuery } from '../../../src/story/query/matchQuery'
import { parseQuery } from '../../../src/story/query/parseQuery'
import { utcClock } from '../../builders/time/utcClock'
import { snippetOf } from '../../../src/story/query/snippet'
import { QUERIES } from './searchSet'
import { NOW, STORIES } from './searchStories'

test.each(QUERIES)('“%s” finds: %s', (query, found) => {
  const asked = parseQuery(query)
  const names = Object.entries(STORIES).filter(([, story]) => matchQuery(asked, story, utcClock(NOW)))
  expect(names.map(([name]) => name).join(' ')).toBe(found)
})

test('a found story with sought words shows them marked', () => {
  const unmarked = QUERIES.flatMap(([query, found]) => {
    const { terms, ...asked } = parseQuery(query)
    const names = found.split(' ').filter((name) => name !== '' && terms.some(({ not }) => !not))
    return names.filter((name) => !snippetOf(STORIES[name]?.texts ?? [], { ...asked, terms })?.marks.length)
  })
  expect(unmarked).toEqual([])
})

test('the set has at least 150 queries, each once, in eleven scripts', () => {
  const asked = QUERIES.map(([query]) => query)
  const scripts = 'Latin Cyrillic Greek Hangul Han Hiragana Katakana Arabic Hebrew Devanagari Thai'
    .split(' ')
    .filter((script) => new RegExp(`\\p{sc=${script}}`, 'u').test(asked.join()))
  expect([asked.length >= 150, new Set(asked).size === asked.length, scripts.length]).toEqual([true, true, 11])
})
