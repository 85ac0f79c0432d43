/** What a question about a queue reads of the index. */
import { describe, expect, it } from 'vitest'
import { waitingQuestion } from '../../../../src/newsroom/storyIndex/waiting/waitingQuestion'
import { loadSqlite } from '../../../../src/storage/storyIndex/sqlite/database'
import type { WaitingStory } from '../../../../src/storage/storyIndex/indexedStory'
import { MemoryIndex } from '../../../../src/storage/storyIndex/memoryIndex'
import { prepareTables } from '../../../../src/storage/storyIndex/sqlite/schema'
import { SqliteIndex } from '../../../../src/storage/storyIndex/sqlite/sqliteIndex'
import type { StoryIndex } from '../../../../src/storage/storyIndex/storyIndex'
import { indexedStory } from '../../../builders/library/indexedStory'

const KIM = {
  person: 'Kim',
  desk: { roster: [{ name: 'Kim', role: 'legal' as const }], settings: { deskOfOne: false } },
  open: [],
}

/** 2,000 stories. A question waits in each for Kim. Two that are newest, the last one sealed, were sent back. */
function filled(index: StoryIndex): StoryIndex {
  index.put(
    Array.from({ length: 2000 }, (_value, at) => {
      const id = `story-${String(at).padStart(4, '0')}`
      const waiting: WaitingStory = {
        ...{ id, stage: 'draft', version: 1, headline: `Story ${at}`, open: 1 },
        fields: { author: 'Kim', byline: [], assignee: '', slug: '' },
        facts: [
          {
            ...{ id: 'fact', type: 'figure', status: 'queried', words: `${at} people`, answered: false },
            query: { question: `Who counted ${at}?`, by: 'Ida' },
          },
        ],
        ...(at < 1998 ? {} : { sentBack: { by: 'Ida', at: '', reason: 'No.' } }),
      }
      const created = new Date(Date.UTC(2026, 0, 1) + at * 1000).toISOString()
      return indexedStory(id, { waiting, created, waitsFor: ['Kim'], sealed: at === 1999 })
    }),
  )
  return index
}

describe.each([
  ['a file', () => filled(sqlite())],
  ['memory', () => filled(new MemoryIndex())],
] as const)('a question about a queue to an index in %s', (_name, make) => {
  const index = make()
  /** Stories that were read, and outlines that were looked at one by one. */
  const reading = (): { readonly index: StoryIndex; readonly read: string[]; readonly looked: string[] } => {
    const [read, looked]: [string[], string[]] = [[], []]
    return {
      ...{ read, looked },
      index: Object.assign(Object.create(index) as StoryIndex, {
        waitingStories: (ids: readonly string[]) => {
          read.push(...ids)
          return index.waitingStories(ids)
        },
        waiting: (wanted: Parameters<StoryIndex['waiting']>[0]) => {
          const { stories, ...found } = index.waiting(wanted)
          return { ...found, stories: looking(stories, looked) }
        },
      }),
    }
  }

  it.each([
    ['the count', { limit: 0 }, [], 0],
    ['the first two', { limit: 2 }, ['story-0000', 'story-0001'], 2],
    ['two of each kind', { perKind: 2 }, ['story-0000', 'story-0001', 'story-1998'], 1999],
  ] as const)('reads only the stories that are shown: %s', (_what, limits, shown, looks) => {
    const { index: read, ...seen } = reading()
    const { kinds, stories, sealed } = waitingQuestion(read, { ...KIM, ...limits })
    expect([kinds, stories.map(({ waiting }) => waiting.id), sealed, seen.read, seen.looked.length]).toEqual([
      { asked: 1999, sentBack: 1 },
      shown,
      [{ id: 'story-1999', created: '2026-01-01T00:33:19.000Z' }],
      shown,
      looks,
    ])
  })

  it('gives all stories when no number is asked for, and none of those in memory', () => {
    const { kinds, stories } = waitingQuestion(index, { ...KIM, open: ['story-0001', 'story-1999', 'none'] })
    expect([kinds, stories.length, stories[1]?.waiting.id]).toEqual([{ asked: 1998, sentBack: 1 }, 1998, 'story-0002'])
  })
})

function* looking<T extends { readonly id: string }>(stories: Iterable<T>, looked: string[]): Generator<T> {
  for (const story of stories) {
    looked.push(story.id)
    yield story
  }
}

function sqlite(): StoryIndex {
  const opener = loadSqlite()
  if ('missing' in opener) throw new Error(opener.missing)
  const database = opener(':memory:')
  prepareTables(database)
  return new SqliteIndex(database)
}
