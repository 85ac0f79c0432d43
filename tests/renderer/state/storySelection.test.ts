import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Bridge, Events } from '../../../src/ipc/contract'
import { StoryList } from '../../../src/renderer/state/stores/stories/storyList'
import { StorySelection } from '../../../src/renderer/state/stores/stories/storySelection'
import type { StoryPageRequest } from '../../../src/story/requests/requests'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const story = (n: number) => ({ id: `s${n}`, headline: `Story ${n}` })

/** A list of so many stories, of which the window holds the first 100. */
async function listOf(count: number) {
  const asked: StoryPageRequest[] = []
  const tell: ((event: Events['storiesChanged']) => void)[] = []
  const bridge = {
    call: (_name: string, { request }: { readonly request: StoryPageRequest }) => {
      asked.push(request)
      const { offset, limit } = request
      const rows = Array.from({ length: Math.max(0, Math.min(limit, count - offset)) }, (_, at) => ({
        ...story(offset + at),
        stage: 'draft',
        updated: '',
      }))
      return Promise.resolve({ ok: true, value: { rows, groups: [{ id: 'draft', count }], total: count } })
    },
    on: (_name: string, listener: (event: Events['storiesChanged']) => void) => {
      tell.push(listener)
      return () => undefined
    },
  } as unknown as Bridge
  const list = new StoryList(bridge)
  const selection = new StorySelection(list, bridge)
  list.refresh()
  await vi.advanceTimersByTimeAsync(1)
  asked.length = 0
  const ids = () => [...selection.store.getState().chosen.keys()]
  return { list, selection, asked, ids, gone: (...gone: string[]) => tell.forEach((one) => one({ rows: [], gone })) }
}

describe('the selection', () => {
  test('takes stories in and out', async () => {
    const { selection, ids } = await listOf(10)
    selection.toggle(story(3))
    selection.toggle(story(7))
    selection.toggle(story(3))
    expect(ids()).toEqual(['s7'])
  })

  test('of a range begins at the story that was selected last, and keeps what was selected before', async () => {
    const { selection, ids } = await listOf(10)
    selection.toggle(story(9))
    selection.toggle(story(2))
    await selection.range(2, 4)
    expect([selection.anchor, ids()]).toEqual(['s2', ['s9', 's2', 's3', 's4']])
    await selection.range(2, 1)
    expect(ids()).toEqual(['s9', 's2', 's1'])
  })

  test('of everything has the stories that the window does not hold, asked for in pages', async () => {
    const { selection, asked, ids } = await listOf(1200)
    await selection.all()
    expect([ids().length, ids().at(-1), asked.map(({ offset, limit }) => [offset, limit])]).toEqual([
      1200,
      's1199',
      [
        [0, 500],
        [500, 500],
        [1000, 200],
      ],
    ])
  })

  test('asks for nothing that the window holds', async () => {
    const { selection, asked, ids } = await listOf(40)
    await selection.all()
    expect([ids().length, asked]).toEqual([40, []])
  })

  test('ends with a new search, also while it is on its way', async () => {
    const { list, selection, ids } = await listOf(1200)
    const all = selection.all()
    list.ask({ query: 'ferry' })
    await all
    expect([ids(), selection.store.getState().isAsking]).toEqual([[], false])
    selection.toggle(story(1))
    list.ask({ sort: 'slug' })
    expect(ids()).toEqual(['s1'])
  })

  test('keeps out what is taken out while everything is on its way', async () => {
    const { selection, ids } = await listOf(1200)
    selection.toggle(story(1))
    selection.toggle(story(2))
    const all = selection.all()
    selection.toggle(story(1))
    await all
    expect([ids(), selection.store.getState().isAsking]).toEqual([['s2'], false])
  })

  test('loses a story that is gone', async () => {
    const { selection, ids, gone } = await listOf(10)
    selection.toggle(story(1))
    selection.toggle(story(2))
    gone('s1')
    expect(ids()).toEqual(['s2'])
  })
})
