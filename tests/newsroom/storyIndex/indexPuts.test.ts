import { expect, it } from 'vitest'
import type { OpenStory } from '../../../src/newsroom/replica/openStory'
import { IndexPuts } from '../../../src/newsroom/storyIndex/indexPuts'
import type { IndexThread } from '../../../src/newsroom/storyIndex/worker/indexThread'
import type { StoryForIndex } from '../../../src/newsroom/storyIndex/storyForIndex'
import { snapshotOf } from '../../faults/writing'

it('puts a story with its file, and nothing from a file that is late', () => {
  const asked: unknown[] = []
  const thread = {
    isBegun: true,
    ask: (call: string, request: unknown) => {
      const put = call === 'put' ? (request as readonly StoryForIndex[]) : []
      asked.push([call, ...put.map(({ summary, stamp }) => [summary.words, stamp])])
      return Promise.resolve(undefined)
    },
  } as unknown as IndexThread
  const created = '2026-10-30T09:00:00.000Z'
  const inMemory = { id: 'a', created, storyFile: () => snapshotOf('a', 3) } as unknown as OpenStory
  const puts = new IndexPuts(thread, { ready: () => inMemory }, (error) => {
    throw error
  })
  puts.changed('a')
  puts.filing('a', created)(snapshotOf('a', 1), 'first')
  puts.changed('a')
  const late = puts.filing('a', created)
  puts.changed('a')
  puts.putAll()
  late(snapshotOf('a', 2), 'second')
  puts.filing('a', created)(snapshotOf('a', 3), 'third')
  expect(asked).toEqual([['put', [1, 'first']], ['put', [3, '']], ['restamp']])
})
