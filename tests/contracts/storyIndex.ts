/** The contract of every StoryIndex. tests/storage/storyIndex runs it on a file and in memory. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IndexedStory, WaitingStory } from '../../src/storage/storyIndex/indexedStory'
import { outlineOf } from '../../src/storage/storyIndex/outline'
import type { IndexRow, RowsWanted, StoryIndex, WaitingWanted } from '../../src/storage/storyIndex/storyIndex'
import { parseQuery } from '../../src/story/query/parseQuery'
import { utcClock } from '../builders/time/utcClock'
import { indexedStory } from '../builders/library/indexedStory'

const CLOCK = utcClock(Date.parse('2026-11-01T00:00:00Z'))
const PAGE = { order: 'updated', grouped: true, offset: 0, limit: 50 } as const

const WAITING: WaitingStory = {
  id: 'a',
  stage: 'inReview',
  version: 1,
  headline: 'Harbour strike ends',
  fields: { author: 'Kim Min-ji', byline: [], assignee: 'Ida Berg', slug: 'Harbour-Strike' },
  facts: [],
  open: 0,
}
const HARBOUR = indexedStory('a', {
  created: '2026-10-01T00:00:00.000Z',
  row: {
    headline: 'Harbour strike ends',
    slug: 'Harbour-Strike',
    stage: 'inReview',
    facts: { toCheck: 1, reCheck: 2 },
    updated: '2026-10-03T00:00:00.000Z',
    desk: 'World',
    assignee: 'Ida Berg',
    language: 'en-GB',
  },
  texts: {
    body: ['Crews set a date.', 'Pay rises by 4%.'],
    about: ['Harbour-Strike', 'Kim Min-ji'],
    notes: ['Call her'],
  },
  people: ['Kim Min-ji'],
  subjects: ['medtop:11000000', 'docks'],
  facts: [{ fact: 'f1', words: '4%', status: 'toCheck', rests: [{ source: 's1', locator: 'p. 3' }] }],
  waitsFor: ['Kim Min-ji', 'Ida Berg'],
  waiting: WAITING,
})
const TARIFFS = indexedStory('b', {
  created: '2026-09-01T00:00:00.000Z',
  sealed: true,
  row: {
    headline: '정부, 관세를 내린다',
    slug: 'tariffs',
    stage: 'draft',
    updated: '2026-10-05T00:00:00.000Z',
    embargo: '2026-11-02T00:00:00Z',
    language: 'ko',
  },
  facts: [
    { fact: 'f2', words: '5%', status: 'verified', rests: [{ source: 's2', locator: '' }] },
    { fact: 'f3', words: '6%', status: 'toCheck', rests: [{ source: 's1', locator: '¶ 2' }] },
  ],
})
const GONE = indexedStory('c', {
  created: '',
  row: { unavailable: 'The disk reports an error.', updated: '' },
})
const PLAIN = indexedStory('D4', {
  created: '2026-10-02T00:00:00.000Z',
  row: { headline: 'Über alles: the harbour', slug: 'tariffs', updated: '2026-10-04T00:00:00.000Z' },
})

const ids = (rows: readonly IndexRow[]): readonly string[] => rows.map(({ row }) => row.id)

export function describeStoryIndex(
  name: string,
  make: () => { readonly index: StoryIndex; readonly remove: () => void },
): void {
  describe(`${name} as an index of stories`, () => {
    let index: StoryIndex
    let remove: () => void
    beforeEach(() => {
      ;({ index, remove } = make())
      index.put([HARBOUR, TARIFFS, GONE, PLAIN])
    })
    afterEach(() => {
      index.close()
      remove()
    })

    const found = (query: string, wanted: Partial<RowsWanted> = {}): readonly string[] =>
      ids(index.rows({ ...PAGE, query: parseQuery(query), clock: CLOCK, ...wanted }).rows)
    /** Sorted by code points. */
    const waitsFor = (words: readonly string[], more: Partial<WaitingWanted> = {}): readonly string[] => {
      const { stories, sealed } = index.waiting({ words, lines: [], without: [], ...more })
      return [...stories, ...sealed].map(({ id }) => id).sort()
    }

    it('gives the rows as they were put, by group and then the newest change first', () => {
      expect(index.rows(PAGE)).toEqual({
        rows: [
          { row: GONE.row, sealed: false },
          { row: HARBOUR.row, sealed: false },
          { row: TARIFFS.row, sealed: true },
          { row: PLAIN.row, sealed: false },
        ],
        groups: [
          { id: 'unavailable', count: 1 },
          { id: 'inReview', count: 1 },
          { id: 'draft', count: 2 },
        ],
        total: 4,
      })
    })

    it('is the same before and after it is finished', () => {
      const before = index.rows(PAGE)
      index.finish()
      index.finish()
      expect(index.rows(PAGE)).toEqual(before)
    })

    it('gives a page of the rows, over the borders of groups', () => {
      const page = (offset: number, limit: number) => ids(index.rows({ ...PAGE, offset, limit }).rows)
      expect([page(0, 2), page(1, 2), page(3, 5), page(4, 5), page(1, 0)]).toEqual([
        ['c', 'a'],
        ['a', 'b'],
        ['D4'],
        [],
        [],
      ])
    })

    it.each([
      ['updated', ['b', 'D4', 'a', 'c']],
      ['created', ['c', 'D4', 'a', 'b']],
      ['oldest', ['b', 'a', 'D4', 'c']],
      ['headline', ['c', 'a', 'D4', 'b']],
      ['slug', ['c', 'a', 'D4', 'b']],
    ] as const)('sorts by %s when nothing is grouped', (order, sorted) => {
      expect(ids(index.rows({ ...PAGE, order, grouped: false }).rows)).toEqual(sorted)
    })

    it('gives the stories of a stage, but not those that cannot be read', () => {
      expect(index.rows({ ...PAGE, stage: 'draft', order: 'oldest', grouped: false })).toEqual({
        rows: [
          { row: TARIFFS.row, sealed: true },
          { row: PLAIN.row, sealed: false },
        ],
        groups: [{ id: 'draft', count: 2 }],
        total: 2,
      })
    })

    it.each([
      ['harbour', ['a', 'D4']],
      ['HÁRBOUR', ['a', 'D4']],
      ['"set a date"', ['a']],
      ['"a date pay"', []],
      ['uber', ['D4']],
      ['관세', ['b']],
      ['관세를', ['b']],
      ['harb*', ['a', 'D4']],
      ['harb', []],
      ['harbour -strike', ['D4']],
      ['-harbour', ['c', 'b']],
      ['desk:world', ['a']],
      ['by:kim', ['a']],
      ['assignee:berg', ['a']],
      ['subject:docks', ['a']],
      ['slug:tariffs', ['b', 'D4']],
      ['stage:draft', ['b', 'D4']],
      ['stage:draft stage:in-review', ['a', 'b', 'D4']],
      ['-stage:draft', ['c', 'a']],
      ['fact:re-check', ['a']],
      ['is:lapsed', ['a']],
      ['lang:en', ['a']],
      ['lang:en-gb', ['a']],
      ['lang:e', []],
      ['before:2026-10-04', ['a']],
      ['after:2026-10-04', ['b', 'D4']],
      ['-after:2026-10-04', ['c', 'a']],
      ['-before:2026-10-04', ['c', 'b', 'D4']],
      ['since:28d', ['b', 'D4']],
      ['is:embargoed', ['b']],
      ['-is:embargoed', ['c', 'a', 'D4']],
      ['is:unreadable', ['c']],
      ['harbour after:2026-10-04', ['D4']],
      ['harbour is:embargoed', []],
      ['colour:red', []],
    ])('finds %s', (query, expected) => {
      expect([
        found(query),
        found(query, { order: 'headline' }).toSorted(),
        found(query, { offset: 1, limit: 1 }),
      ]).toEqual([expected, [...expected].sort(), expected.slice(1, 2)])
    })

    it('says where a story is in the list, also outside the page', () => {
      const at = (find: string, wanted: Partial<RowsWanted> = {}) =>
        index.rows({ ...PAGE, limit: 1, find, ...wanted }).at
      expect([
        ['c', 'a', 'b', 'D4'].map((id) => at(id)),
        ['b', 'D4', 'a', 'c'].map((id) => at(id, { grouped: false })),
        (['updated', 'created', 'oldest', 'headline', 'slug'] as const).map((order) =>
          at('D4', { order, grouped: false }),
        ),
        at('D4', { query: parseQuery('harbour'), clock: CLOCK }),
        at('b', { query: parseQuery('harbour'), clock: CLOCK }),
        at('b', { stage: 'draft', grouped: false }),
        at('a', { stage: 'draft', grouped: false }),
        at('nobody'),
      ]).toEqual([[0, 1, 2, 3], [0, 1, 2, 3], [1, 1, 2, 2, 2], 1, undefined, 0, undefined, undefined])
    })

    it('counts the groups of a query', () => {
      const { groups, total } = index.rows({ ...PAGE, query: parseQuery('harbour'), clock: CLOCK, limit: 1 })
      expect({ groups, total }).toEqual({
        groups: [
          { id: 'inReview', count: 1 },
          { id: 'draft', count: 1 },
        ],
        total: 2,
      })
    })

    it('searches with the words in the headline first, or the newest first, and gives the texts', () => {
      const strike = indexedStory('e', {
        row: { headline: 'Old strike', updated: '2026-01-01T00:00:00.000Z' },
      })
      const body = indexedStory('f', {
        row: { headline: 'News', updated: '2026-10-31T00:00:00.000Z' },
        texts: { body: ['The strike goes on.'] },
      })
      index.put([strike, body])
      const search = (order: 'best' | 'newest', limit: number) =>
        index.search({ query: parseQuery('strike'), clock: CLOCK, order, limit })
      expect([search('best', 9).map(({ row }) => row.id), search('newest', 9).map(({ row }) => row.id)]).toEqual([
        ['a', 'e', 'f'],
        ['f', 'a', 'e'],
      ])
      expect(search('newest', 1)).toEqual([{ row: body.row, sealed: false, texts: ['The strike goes on.', 'News'] }])
      expect([search('best', 0), search('best', 2).map(({ row }) => row.id)]).toEqual([[], ['a', 'e']])
    })

    it('finds a story by its id, or its slug, or the beginning of its id', () => {
      expect([
        ids(index.called('HARBOUR-strike', 9)),
        ids(index.called('Tariffs', 9)),
        ids(index.called('tariffs', 1)),
        ids(index.called('d', 9)),
        ids(index.called('a', 9)),
        ids(index.called('none', 9)),
        ids(index.called('', 9)),
      ]).toEqual([['a'], ['b', 'D4'], ['b'], ['D4'], ['a'], [], []])
    })

    it('finds the stories with a headline, to the letter, newest first', () => {
      const { headline } = HARBOUR.row
      const again = indexedStory('e', { row: { headline, stage: 'published' }, created: '2026-12-01T00:00:00.000Z' })
      const none = indexedStory('f', { row: { headline: '' } })
      index.put([again, none])
      expect([
        ids(index.headed([headline])),
        ids(index.headed([headline.toUpperCase(), ''])),
        ids(index.headed([TARIFFS.row.headline, headline])),
        ids(index.headed([])),
      ]).toEqual([['e', 'a'], [], ['e', 'a', 'b'], []])
    })

    it('gives the facts that rest on a source, stories oldest first', () => {
      expect(index.resting(['s1'])).toEqual([
        { row: TARIFFS.row, sealed: true, facts: [TARIFFS.facts[1]] },
        { row: HARBOUR.row, sealed: false, facts: HARBOUR.facts },
      ])
      expect(index.resting(['s2', 's9']).map(({ row }) => row.id)).toEqual(['b'])
      expect(index.resting([])).toEqual([])
    })

    it('gives a story without facts when its facts rested on a source before', () => {
      const before: IndexedStory = { ...TARIFFS, facts: [], sourcesBefore: ['s8'] }
      index.put([before])
      expect(index.resting(['s8'])).toEqual([{ row: TARIFFS.row, sealed: true, facts: [] }])
      index.put([TARIFFS])
      expect(index.resting(['s8'])).toEqual([])
    })

    it('gives the stories in which one of these people gave a verdict, by the whole name, oldest first', () => {
      index.put([
        indexedStory('e', { created: '2026-09-02T00:00:00.000Z', signers: ['Kim Min-ji', 'Lee'] }),
        indexedStory('f', { created: '2026-09-01T00:00:00.000Z', signers: ['Kim Min-ji'] }),
        indexedStory('g', { signers: ['Kim'] }),
        indexedStory('h', { created: '2026-09-03T00:00:00.000Z', signers: ['*'] }),
      ])
      const signed = ['Kim Min-ji', 'Lee', 'kim min-ji', 'Min-ji'].map((name) => index.signedBy([name]))
      expect([...signed, index.signedBy(['Lee', 'Kim']), index.signedBy([])]).toEqual([
        ...[['f', 'e', 'h'], ['e', 'h'], ['h'], ['h']],
        ...[['e', 'h', 'g'], ['h']],
      ])
    })

    it('gives the stories that name a protected source, oldest first', () => {
      expect(index.sealed()).toEqual([{ row: TARIFFS.row, sealed: true }])
      index.put([{ ...TARIFFS, sealed: false }])
      expect(index.sealed()).toEqual([])
    })

    it('gives what may wait in stories, as they were put', () => {
      const other = { ...WAITING, id: 'D4' }
      index.put([{ ...PLAIN, waiting: other }])
      expect([...index.waitingStories(['D4', 'b', 'nobody', 'a'])].toSorted()).toEqual([
        ['D4', other],
        ['a', WAITING],
      ])
      expect(index.waitingStories([]).size).toBe(0)
    })

    it('finds the stories that may wait for a person by all words of the name, by whole lines, and for anybody', () => {
      const put = (id: string, ...waitsFor: readonly string[]) =>
        index.put([indexedStory(id, { waitsFor, waiting: { ...WAITING, id } })])
      put('D4', 'Min-ji, Park')
      put('b', '*desk')
      put('c', '*')
      index.put([indexedStory('e', { waitsFor: ['Kim Min-ji'] })])
      expect([
        waitsFor(['kim', 'min-ji']),
        waitsFor(['park']),
        waitsFor(['kim', 'park']),
        waitsFor(['park'], { lines: ['*desk', '*other'] }),
        waitsFor(['desk']),
        waitsFor(['nobody']),
        waitsFor([]),
        waitsFor([], { without: ['a', 'c', 'none'] }),
      ]).toEqual([
        ['a', 'c'],
        ['D4', 'c'],
        ['c'],
        ['D4', 'b', 'c'],
        ['b', 'c'],
        ['c'],
        ['D4', 'a', 'b', 'c'],
        ['D4', 'b'],
      ])
    })

    it('counts the stories that may wait by their outlines, and gives them oldest first', () => {
      const other: WaitingStory = { ...WAITING, id: 'D4', version: 7, headline: 'Another', open: 2 }
      index.put([
        { ...PLAIN, waitsFor: ['Ida Berg'], waiting: other },
        indexedStory('e', {
          ...{ created: '2026-01-01T00:00:00.000Z', waitsFor: ['Ida Berg'] },
          waiting: { ...WAITING, id: 'e', headline: 'Third' },
        }),
        indexedStory('f', { waitsFor: ['Ida Berg'], waiting: { ...WAITING, id: 'f', open: 9 } }),
      ])
      const { outlines, stories, sealed } = index.waiting({ words: ['ida', 'berg'], lines: [], without: ['f'] })
      expect([outlines, [...stories], sealed]).toEqual([
        [
          { outline: outlineOf(WAITING), count: 2 },
          { outline: outlineOf(other), count: 1 },
        ],
        [
          { id: 'e', created: '2026-01-01T00:00:00.000Z', outline: outlineOf(WAITING) },
          { id: 'a', created: HARBOUR.created, outline: outlineOf(WAITING) },
          { id: 'D4', created: PLAIN.created, outline: outlineOf(other) },
        ],
        [],
      ])
    })

    it('counts nothing in a story with a name masked, and names it', () => {
      index.put([{ ...HARBOUR, sealed: true }])
      const { outlines, stories, sealed } = index.waiting({ words: ['ida'], lines: [], without: [] })
      expect([outlines, [...stories], sealed]).toEqual([[], [], [{ id: 'a', created: HARBOUR.created }]])
      expect(waitsFor(['ida'], { without: ['a'] })).toEqual([])
    })

    it('gives more stories that may wait than are read at once, each once', () => {
      const many = Array.from({ length: 1201 }, (_value, at) =>
        indexedStory(`many-${at}`, {
          created: new Date(Date.UTC(2026, 0, 1, 0, 0, at % 7)).toISOString(),
          waitsFor: ['Eun'],
          waiting: WAITING,
        }),
      )
      index.put(many)
      expect([...index.waiting({ words: ['eun'], lines: [], without: [] }).stories].map(({ id }) => id)).toEqual(
        many
          .toSorted((a, b) => (`${a.created} ${a.row.id}` < `${b.created} ${b.row.id}` ? -1 : 1))
          .map(({ row }) => row.id),
      )
    })

    it('puts a story in place of what it had of it', () => {
      index.put([
        indexedStory('a', { stamp: 'new', row: { headline: 'Harbour opens', updated: '2026-10-31T00:00:00.000Z' } }),
      ])
      expect([found('strike'), found('opens'), index.resting(['s1']).length, waitsFor([])]).toEqual([[], ['a'], 1, []])
      expect(index.rows(PAGE).total).toBe(4)
    })

    it('knows the stamp of each story', () => {
      index.restamp('a', 'another')
      index.restamp('nobody', 'another')
      expect([Object.fromEntries(index.stamps()), index.stampOf('a'), index.stampOf('nobody')]).toEqual([
        { a: 'another', b: 'stamp of b', c: 'stamp of c', D4: 'stamp of D4' },
        'another',
        undefined,
      ])
    })

    it('tells the stamps of more stories than are read at once, each once', () => {
      const more = Array.from({ length: 2001 }, (_value, at) => indexedStory(`many-${at}`))
      index.put(more)
      const stamps = [...index.stamps()].filter(([id]) => id.startsWith('many-'))
      expect(stamps.sort()).toEqual(more.map(({ row, stamp }) => [row.id, stamp]).sort())
    })

    it('takes stories out', () => {
      index.remove(['a', 'nobody'])
      expect([ids(index.rows(PAGE).rows), found('strike'), index.resting(['s1']).length, waitsFor([])]).toEqual([
        ['c', 'b', 'D4'],
        [],
        1,
        [],
      ])
    })

    it('keeps stories apart that changed in the same moment', () => {
      const same = Array.from({ length: 600 }, (_, n) => indexedStory(`s${n}`, { row: { headline: `Same ${n}` } }))
      index.put(same)
      expect([
        found('same', { limit: 1000 }).toSorted(),
        found('"same 7"'),
        index.rows({ ...PAGE, order: 'oldest', grouped: false, limit: 1000 }).total,
      ]).toEqual([same.map(({ row }) => row.id).toSorted(), ['s7'], 604])
    })

    it.each(['updated', 'created', 'headline', 'slug'] as const)(
      'puts the newest story first of those that are one by %s, on every page',
      (order) => {
        const same = ['m', 'o', 'n', 'q', 'p'].map((id, at) =>
          indexedStory(id, {
            created: `2026-10-0${Math.ceil((at + 1) / 2)}T00:00:00.000Z`,
            row: { headline: 'Twins', slug: 'twins', stage: at % 2 === 0 ? 'draft' : 'filed' },
          }),
        )
        index.put(same)
        const wanted = { query: parseQuery('twins'), clock: CLOCK, order, grouped: false, limit: 2 }
        const pages = [0, 2, 4].flatMap((offset) => ids(index.rows({ ...wanted, offset }).rows))
        expect([pages, pages.map((find) => index.rows({ ...wanted, offset: 0, find }).at)]).toEqual([
          ['p', 'q', 'n', 'o', 'm'],
          [0, 1, 2, 3, 4],
        ])
      },
    )

    it('keeps notes', () => {
      index.setNote('whole', 'yes')
      index.setNote('other', '1')
      index.setNote('other', undefined)
      expect([index.note('whole'), index.note('other'), index.note('third')]).toEqual(['yes', undefined, undefined])
    })
  })
}
