import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { loadSqlite, type Opener } from '../../../src/storage/storyIndex/sqlite/database'
import type { IndexedStory } from '../../../src/storage/storyIndex/indexedStory'
import { MemoryIndex } from '../../../src/storage/storyIndex/memoryIndex'
import { prepareTables } from '../../../src/storage/storyIndex/sqlite/schema'
import { SqliteIndex } from '../../../src/storage/storyIndex/sqlite/sqliteIndex'
import type { StoryIndex, WaitingWanted } from '../../../src/storage/storyIndex/storyIndex'
import { FACT_STATUSES } from '../../../src/story/ledger/facts/fact'
import { STAGES } from '../../../src/story/ledger/stages'
import { parseQuery } from '../../../src/story/query/parseQuery'
import { utcClock } from '../../builders/time/utcClock'
import { indexedStory } from '../../builders/library/indexedStory'

const CLOCK = utcClock(Date.parse('2026-11-01T00:00:00Z'))
const WORDS = [
  'harbour',
  'strike',
  'über',
  'UBER',
  '관세',
  '관세를',
  '정부',
  '港口',
  '港',
  'café',
  "don't",
  '4%',
  'a-b',
  '',
]
const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map((all) => all.join(' '))
const name = fc.constantFrom('', 'World', 'Kim Min-ji', 'kim', '관세', 'pt-BR', 'pt', "O'Neil")
const time = fc.integer({ min: 0, max: 6 }).map((day) => new Date(Date.UTC(2026, 8, 25 + 6 * day)).toISOString())

/** Many stories of a run changed or were made in the same moment. */
const story = (id: string): fc.Arbitrary<IndexedStory> =>
  fc
    .record({
      updated: time,
      created: time,
      headline: words,
      slug: words,
      stage: fc.constantFrom(...STAGES),
      desk: name,
      assignee: name,
      language: name,
      embargo: fc.constantFrom('', '2026-10-31T00:00:00Z', '2026-11-02T00:00:00Z', 'soon'),
      heldUntil: fc.constantFrom('', '2026-10-31T00:00:00Z', '2026-11-03T00:00:00Z'),
      facts: fc.dictionary(fc.constantFrom(...FACT_STATUSES), fc.integer({ min: 0, max: 2 })),
      unavailable: fc.option(fc.constant('gone'), { nil: undefined, freq: 8 }),
      body: fc.array(words, { maxLength: 3 }),
      notes: fc.array(words, { maxLength: 2 }),
      people: fc.array(name, { maxLength: 2 }),
      subjects: fc.array(name, { maxLength: 2 }),
      rests: fc.array(fc.constantFrom('s1', 'S1', 's-2', 's'), { maxLength: 2 }),
      waitsFor: fc.array(fc.constantFrom('Kim', 'KIM', 'kim lee', 'lee, Ö-ä', '*', '*desk', 'Ö-ä'), { maxLength: 2 }),
      signers: fc.array(fc.constantFrom('Kim', 'KIM', 'Kim Lee', '*', 'Ö-ä'), { maxLength: 2 }),
      sealed: fc.boolean(),
      waits: fc.record({ open: fc.nat({ max: 2 }), assignee: name }),
    })
    .map(
      ({
        updated,
        created,
        body,
        notes,
        people,
        subjects,
        rests,
        waitsFor,
        signers,
        waits,
        sealed,
        unavailable,
        ...row
      }) =>
        indexedStory(id, {
          created,
          row: {
            ...row,
            updated,
            ...(unavailable ? { unavailable } : {}),
          },
          texts: { headline: [row.headline], body, about: [row.slug], notes },
          people,
          subjects,
          facts: rests.map((source) => ({
            fact: 'f',
            words: 'w',
            status: 'toCheck',
            rests: [{ source, locator: '' }],
          })),
          waitsFor,
          signers,
          sealed,
          ...(waitsFor.length > 0
            ? {
                waiting: {
                  id,
                  stage: 'draft',
                  version: 1,
                  headline: '',
                  fields: { author: '', byline: [], assignee: waits.assignee, slug: '' },
                  facts: [],
                  open: waits.open,
                },
              }
            : {}),
        }),
    )

const part = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(...WORDS).map((word) => `${word}*`),
  fc.constantFrom(...WORDS).map((word) => `-${word}`),
  words.map((all) => `"${all}"`),
  fc.constantFrom('desk:world', 'by:kim', 'by:"kim min"', 'assignee:kim', 'subject:관세', 'slug:strike', '-desk:world'),
  fc.constantFrom('lang:pt', 'lang:pt-br', '-lang:pt', 'stage:draft', 'stage:filed', '-stage:draft'),
  fc.constantFrom('fact:re-check', 'fact:verified', '-fact:to-check', 'is:lapsed', 'is:embargoed', '-is:embargoed'),
  fc.constantFrom(
    'is:unreadable',
    '-is:unreadable',
    'before:2026-10-10',
    '-before:2026-10-10',
    'after:2026-10',
    'since:2w',
  ),
)

/** Puts and removals, then questions. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 12 }).chain((id) => story(String(id)).map((put) => ({ put }))) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 12 }).map((id) => ({ remove: String(id) })) },
)

describe('SqliteIndex', () => {
  let open: Opener
  beforeAll(() => {
    const opener = loadSqlite()
    if ('missing' in opener) throw new Error(opener.missing)
    open = opener
  })
  afterAll(() => undefined)

  const answers = (index: StoryIndex, query: string): unknown => {
    const parsed = parseQuery(query)
    const page = (order: 'updated' | 'created' | 'headline' | 'slug', offset: number, limit: number) =>
      index.rows({ query: parsed, clock: CLOCK, order, grouped: offset !== 1, offset, limit, find: String(offset + 3) })
    const waiting = (words: readonly string[], more: Partial<WaitingWanted> = {}) => {
      const { stories, ...found } = index.waiting({ words, lines: [], without: [], ...more })
      return { ...found, stories: [...stories] }
    }
    return {
      pages: [
        page('updated', 0, 99),
        page('updated', 2, 3),
        page('updated', 1, 2),
        page('updated', 5, 2),
        page('created', 1, 4),
        page('headline', 0, 99),
        page('slug', 0, 99),
      ],
      oldest: index.rows({ query: parsed, clock: CLOCK, order: 'oldest', grouped: false, offset: 0, limit: 99 }),
      best: index.search({ query: parsed, clock: CLOCK, order: 'best', limit: 3 }),
      newest: index.search({ query: parsed, clock: CLOCK, order: 'newest', limit: 99 }),
      all: index.rows({ order: 'updated', grouped: true, offset: 0, limit: 99 }),
      drafts: index.rows({ order: 'created', stage: 'draft', grouped: false, offset: 0, limit: 99 }),
      called: [index.called('strike', 99), index.called('1', 99)],
      resting: [index.resting(['s1']), index.resting(['S1', 's-2'])],
      waiting: [
        waiting(['kim']),
        waiting(['kim', 'lee'], { lines: ['*desk'] }),
        waiting(['lee', 'ö-ä'], { without: ['1', '2'] }),
        waiting([]),
      ],
      stories: index.waitingStories(['1', '2', '3']),
      stamps: [...index.stamps()].sort(),
    }
  }

  it('answers whatever is asked as the index in memory does, which reads everything', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 25 }),
        fc.array(
          fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')),
          { minLength: 1, maxLength: 6 },
        ),
        fc.boolean(),
        (steps, queries, finished) => {
          const database = open(':memory:')
          prepareTables(database)
          const [file, memory] = [new SqliteIndex(database), new MemoryIndex()]
          for (const one of steps)
            for (const index of [file, memory]) 'put' in one ? index.put([one.put]) : index.remove([one.remove])
          if (finished) file.finish()
          for (const query of queries) expect(answers(file, query)).toEqual(answers(memory, query))
          file.close()
        },
      ),
      { numRuns: Number(process.env['STET_RUNS'] ?? 100) },
    )
  })
})
