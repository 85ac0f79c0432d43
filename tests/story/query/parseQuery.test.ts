import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_QUERY_PARTS, parseQuery } from '../../../src/story/query/parseQuery'
import { printQuery } from '../../../src/story/query/printQuery'
import { filterGroups, isEmptyQuery } from '../../../src/story/query/storyQuery'
import { typed } from './queries'

const words = (text: string, tokens: readonly string[], quoted = false, prefix = false) => ({
  text,
  quoted,
  prefix,
  tokens,
})
const term = (text: string, tokens: readonly string[], more: object = {}) => ({
  ...words(text, tokens),
  not: false,
  ...more,
})

test('a query asks for words, phrases and beginnings, and for words that must not be there', () => {
  expect(parseQuery('Busan “trade talks” tari* -steel -"old news" “free tr”*')).toEqual({
    terms: [
      term('Busan', ['busan']),
      term('trade talks', ['trade', 'talks'], { quoted: true }),
      term('tari', ['tari'], { prefix: true }),
      term('steel', ['steel'], { not: true }),
      term('old news', ['old', 'news'], { quoted: true, not: true }),
      term('free tr', ['free', 'tr'], { quoted: true, prefix: true }),
    ],
    filters: [],
    unclear: [],
  })
})

test('every filter, in English words as people write them', () => {
  expect(
    parseQuery(
      'desk:world stage:inReview fact:re-check by:"Kim Min-ji" -assignee:Lund* lang:KO subject:11000000 ' +
        'slug:busan-summit before:2026-10-01 after:2026 since:7D is:embargoed -is:lapsed is:unreadable',
    ).filters,
  ).toEqual([
    { name: 'desk', words: words('world', ['world']), not: false },
    { name: 'stage', stage: 'inReview', not: false },
    { name: 'fact', status: 'reCheck', not: false },
    { name: 'by', words: words('Kim Min-ji', ['kim', 'min', 'ji'], true), not: false },
    { name: 'assignee', words: words('Lund', ['lund'], false, true), not: true },
    { name: 'lang', language: 'ko', not: false },
    { name: 'subject', words: words('11000000', ['11000000']), not: false },
    { name: 'slug', words: words('busan-summit', ['busan', 'summit']), not: false },
    { name: 'before', day: '2026-10-01', not: false },
    { name: 'after', day: '2026', not: false },
    { name: 'since', amount: 7, unit: 'd', not: false },
    { name: 'is', state: 'embargoed', not: false },
    { name: 'is', state: 'lapsed', not: true },
    { name: 'is', state: 'unreadable', not: false },
  ])
})

test.each([
  ['stage', 'In review', 'inReview'],
  ['stage', 'in-review', 'inReview'],
  ['stage', 'REVIEW', 'inReview'],
  ['stage', 'Spiked', 'spiked'],
  ['fact', 'recheck', 'reCheck'],
  ['fact', 'to check', 'toCheck'],
  ['fact', 'On author', 'onAuthor'],
  ['fact', 'Lost its place', 'lost'],
  ['fact', 'let-stand', 'letStand'],
])('%s:"%s" is read as %s', (name, value, read) => {
  const { filters, problem } = parseQuery(`${name}:"${value}"`)
  expect([filters, problem]).toEqual([[{ name, [name === 'stage' ? 'stage' : 'status']: read, not: false }], undefined])
})

test.each([
  ['https://example.org/busan', ['https', 'example', 'org', 'busan']],
  ['10:30', ['10', '30']],
  ['Note: hello', ['note', 'hello']],
  ['"desk:world"', ['desk', 'world']],
  ['AT&T', ['at', 't']],
  ['Johnson & Johnson', ['johnson', 'johnson']],
  ['Busan - summit', ['busan', 'summit']],
  ['צה"ל', ['צה', 'ל']],
])('%s has words and no filter', (text, tokens) => {
  const query = parseQuery(text)
  expect([query.terms.flatMap((one) => one.tokens), query.filters, query.problem]).toEqual([tokens, [], undefined])
})

const KNOWN = 'stage:, desk:, by:, assignee:, subject:, slug:, fact:, lang:, before:, after:, since:, is:'
test.each([
  ['deks:world', `“deks:world” is not a filter. Filters are ${KNOWN}. Put words with a colon in quotation marks.`],
  ['desk:', '“desk:” needs a value directly after the colon.'],
  ['desk:"—"', '“desk:” needs a value directly after the colon.'],
  ['stage:done', '“stage:done” is unknown. Choose one of: draft, filed, inReview, cleared, published, spiked, killed.'],
  [
    'fact:good',
    '“fact:good” is unknown. Choose one of: to-check, queried, verified, on-author, wrong, disputed, unverifiable, let-stand, re-check, cut, lost, untagged.',
  ],
  ['is:late', '“is:late” is unknown. Choose one of: embargoed, unreadable, lapsed.'],
  ['lang:Korean1', '“lang:Korean1” is not a language code. Write lang:en, lang:ko or lang:pt-BR.'],
  ['before:2026-02-30', '“before:2026-02-30” is not a date. Write before:2026-10-01, before:2026-10 or before:2026.'],
  ['after:0000', '“after:0000” is not a date. Write after:2026-10-01, after:2026-10 or after:2026.'],
  ['since:week', '“since:week” is not a time. Write since:12h, since:7d or since:2w.'],
  ['—', '“—” has no letters or digits to search for.'],
])('%s is told, and the query finds nothing', (text, problem) => {
  const query = parseQuery(text)
  expect([query.problem, query.unclear, query.terms, query.filters]).toEqual([problem, [text], [], []])
})

test('each problem is told once, beside what was understood', () => {
  const query = parseQuery('busan desk: desk: x:y')
  expect([query.terms.length, query.unclear, query.problem]).toEqual([
    1,
    ['desk:', 'desk:', 'x:y'],
    `“desk:” needs a value directly after the colon. “x:y” is not a filter. Filters are ${KNOWN}. Put words with a colon in quotation marks.`,
  ])
})

test('a page pasted by mistake is refused', () => {
  const text = Array.from({ length: MOST_QUERY_PARTS + 1 }, (_, at) => `w${at}`).join(' ')
  expect(parseQuery(text)).toEqual({
    terms: [],
    filters: [],
    unclear: [text],
    problem: 'A search can have at most 64 words and filters.',
  })
  expect(parseQuery(text.slice(0, text.lastIndexOf(' '))).terms).toHaveLength(MOST_QUERY_PARTS)
})

test('while somebody types, the last word may go on, until a space ends it', () => {
  const prefixes = (text: string): readonly boolean[] =>
    parseQuery(text, { typing: true }).terms.map(({ prefix }) => prefix)
  expect([prefixes('in tari'), prefixes('in tari '), prefixes('in "tari"'), prefixes('-tari')]).toEqual([
    [false, true],
    [false, false],
    [false, false],
    [true],
  ])
  expect(parseQuery('by:Ki', { typing: true }).filters).toEqual(parseQuery('by:Ki').filters)
})

test('nothing typed asks for nothing', () => {
  expect([parseQuery(' \n'), isEmptyQuery(parseQuery(''))]).toEqual([{ terms: [], filters: [], unclear: [] }, true])
})

test('filters of one name are alternatives; states, dates and excluded ones each hold', () => {
  const query = parseQuery('stage:draft by:Kim -stage:filed stage:filed is:lapsed is:embargoed after:2026 after:2025')
  const shown = filterGroups(query).map((group) =>
    group.map((filter) => printQuery({ ...query, terms: [], filters: [filter] })),
  )
  expect(shown).toEqual([
    ['stage:draft', 'stage:filed'],
    ['by:Kim'],
    ['-stage:filed'],
    ['is:lapsed'],
    ['is:embargoed'],
    ['after:2026'],
    ['after:2025'],
  ])
})

test('a printed query is read back as the same query', () => {
  fc.assert(
    fc.property(typed, fc.boolean(), (text, typing) => {
      const query = parseQuery(text, { typing })
      expect(parseQuery(printQuery(query))).toEqual(query)
    }),
    { numRuns: 5000 },
  )
})

const MARKS_OF_A_WORD = /[\u02b9-\u02bf\u0640\u06e5\u06e6\u115f\u1160\u3164\uffa0]/

test('no letter or digit of a query is dropped in silence', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const query = parseQuery(text)
      const letters = (one: string): string =>
        [...one.normalize('NFKC').toLowerCase()]
          // Letters to Unicode that are marks of a word: primes and turned commas, tatweel, small waw and yeh, fillers.
          .filter((sign) => /[\p{L}\p{N}]/u.test(sign) && !MARKS_OF_A_WORD.test(sign))
          .toSorted()
          .join('')
      // What a filter means may be written in another way; words are kept.
      fc.pre(query.filters.length === 0)
      expect(letters(printQuery(query))).toBe(letters(text))
    }),
    { numRuns: 5000, examples: [['\ufe77 0'], ['--x \u06e6'], ['x \u3164'], ['\u02b9 busan']] },
  )
})
