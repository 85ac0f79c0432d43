import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Bridge, Events, Outcome } from '../../../src/ipc/contract'
import { offsetOf, rowAt, StoryList } from '../../../src/renderer/state/stores/stories/storyList'
import type { StoryPage, StoryPageRequest, StorySummary } from '../../../src/story/requests/requests'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Story `n` of a library: the higher the number, the older the change. */
const story = (n: number, more: Partial<StorySummary> = {}): StorySummary => ({
  id: `s${n}`,
  slug: '',
  headline: `Story ${n}`,
  stage: 'draft',
  version: 1,
  facts: {},
  words: n,
  wordTarget: 0,
  embargo: '',
  updated: new Date(Date.UTC(2026, 9, 30) - n * 1000).toISOString(),
  ...more,
})

/** A list over stories that the test changes. `asked`: offset and limit of each request. */
function listOf(stories: StorySummary[]) {
  const asked: StoryPageRequest[] = []
  let tell: (event: Events['storiesChanged']) => void = () => undefined
  let refused: string | undefined
  const slow = new Set<string>()
  const answer = ({ offset, limit, find }: StoryPageRequest): Outcome<StoryPage> => {
    if (refused !== undefined) return { ok: false, reason: 'failed', message: refused }
    const at = stories.findIndex(({ id }) => id === find)
    const groups = stories.length > 0 ? [{ id: 'draft' as const, count: stories.length }] : []
    const rows = stories.slice(offset, offset + limit)
    return { ok: true, value: { rows, groups, total: stories.length, ...(at >= 0 ? { at } : {}) } }
  }
  const bridge = {
    call: (_name: string, { request }: { readonly request: StoryPageRequest }) => {
      asked.push(request)
      const answered = answer(request)
      return slow.has(request.query ?? '')
        ? new Promise((done) => setTimeout(() => done(answered), 500))
        : Promise.resolve(answered)
    },
    on: (_name: string, listener: typeof tell) => {
      tell = listener
      return () => undefined
    },
  }
  const list = new StoryList(bridge as unknown as Bridge)
  const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1)
  const shown = () => {
    const now = list.store.getState().shown
    if (!now) throw new Error('Nothing is shown.')
    return now
  }
  return {
    list,
    asked,
    settled,
    shown,
    slow,
    change: (rows: readonly StorySummary[], gone: readonly string[] = []) => tell({ rows, gone }),
    refuse: (why: string | undefined) => {
      refused = why
    },
    pages: () => [...shown().pages].map(([page, rows]) => [page, rows.length, rows[0]?.id]),
  }
}

const numbered = (count: number): StorySummary[] => Array.from({ length: count }, (_, n) => story(n))
const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, n) => from + n)

describe('the list of stories in a window', () => {
  test('moves no row under a pointer that is about to press one, and moves it once the pointer rests', async () => {
    const stories = numbered(5)
    const { list, asked, settled, change, shown } = listOf(stories)
    list.refresh()
    await settled()
    const order = (): readonly (string | undefined)[] => range(0, 5).map((at) => rowAt(shown(), at)?.id)
    const changed = story(3, { updated: '2026-10-31T00:00:00.000Z', headline: 'Story 3, changed' })
    stories.splice(3, 1)
    stories.unshift(changed)
    list.aim()
    await vi.advanceTimersByTimeAsync(400)
    list.aim()
    change([changed])
    await vi.advanceTimersByTimeAsync(900)
    expect([asked.length, order(), rowAt(shown(), 3)?.headline]).toEqual([
      1,
      ['s0', 's1', 's2', 's3', 's4'],
      'Story 3, changed',
    ])
    await vi.advanceTimersByTimeAsync(200)
    expect([asked.length, order()]).toEqual([2, ['s3', 's0', 's1', 's2', 's4']])
  })

  test('asks for the first page, and then for the pages that are drawn', async () => {
    const { list, asked, settled, pages } = listOf(numbered(1000))
    list.refresh()
    await settled()
    list.draw(range(390, 420))
    await settled()
    expect([asked, pages()]).toEqual([
      [
        { query: '', sort: 'updated', offset: 0, limit: 100 },
        { query: '', sort: 'updated', offset: 300, limit: 200 },
      ],
      [
        [3, 100, 's300'],
        [4, 100, 's400'],
      ],
    ])
  })

  test('asks for nothing that it has, and for nothing past the end', async () => {
    const { list, asked, settled } = listOf(numbered(120))
    list.refresh()
    await settled()
    list.draw(range(80, 130))
    await settled()
    list.draw(range(85, 125))
    list.draw([900])
    await settled()
    expect(asked.map(({ offset }) => offset)).toEqual([0, 100])
  })

  test('of the pages that pass by while a request is on its way it asks only for the last', async () => {
    const { list, asked, settled } = listOf(numbered(5000))
    list.refresh()
    for (const offset of [500, 1500, 2500, 3500]) list.draw([offset])
    await settled()
    expect(asked.map(({ offset }) => offset)).toEqual([0, 3500])
  })

  test('replaces a changed row in its place without asking', async () => {
    const { list, asked, settled, shown, change } = listOf(numbered(300))
    list.refresh()
    await settled()
    change([story(0, { words: 77, updated: '2026-10-30T08:00:00.000Z' })])
    await vi.advanceTimersByTimeAsync(1000)
    expect([rowAt(shown(), 0)?.words, asked.length]).toEqual([77, 1])
  })

  test('asks again for a row that came in its old place with its new change', async () => {
    const stories = numbered(5)
    const changed = story(3, { updated: '2026-10-31T00:00:00.000Z' })
    const { list, asked, settled, change, shown } = listOf(stories)
    // The order was read before the story changed, and its row after that.
    stories.splice(3, 1, changed)
    list.refresh()
    await settled()
    stories.splice(3, 1)
    stories.unshift(changed)
    change([changed])
    await vi.advanceTimersByTimeAsync(200)
    expect([asked.length, range(0, 5).map((at) => rowAt(shown(), at)?.id)]).toEqual([2, ['s3', 's0', 's1', 's2', 's4']])
  })

  test('asks again when it is told that many stories changed', async () => {
    const { list, asked, settled, change } = listOf(numbered(300))
    list.refresh()
    await settled()
    change([])
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked.length).toBe(2)
  })

  test('asks again, once, after rows that move, appear or go', async () => {
    const stories = numbered(300)
    const { list, asked, settled, shown, change } = listOf(stories)
    list.refresh()
    await settled()
    list.draw(range(0, 10), 's5')
    const moved = story(5, { updated: '2026-10-30T08:00:00.000Z', words: 55 })
    stories.splice(5, 1)
    stories.unshift(moved)
    change([moved])
    expect([rowAt(shown(), 5)?.words, rowAt(shown(), 0)?.id]).toEqual([55, 's0'])
    change([story(900)])
    change([], ['s8'])
    await vi.advanceTimersByTimeAsync(149)
    expect(asked.length).toBe(1)
    await vi.advanceTimersByTimeAsync(2)
    expect([asked.slice(1), rowAt(shown(), 0)?.id, offsetOf(shown(), 's5')]).toEqual([
      [{ query: '', sort: 'updated', offset: 0, limit: 100, find: 's5' }],
      's5',
      0,
    ])
  })

  test('follows a story that moved out of the pages that it has', async () => {
    const stories = numbered(1000)
    const { list, settled, shown, change } = listOf(stories)
    list.refresh()
    await settled()
    list.draw(range(700, 710), 's705')
    await settled()
    const moved = story(705, { updated: '2026-10-30T08:00:00.000Z' })
    stories.splice(705, 1)
    stories.unshift(moved)
    change([moved])
    await vi.advanceTimersByTimeAsync(200)
    expect([offsetOf(shown(), 's705'), [...shown().pages.keys()]]).toEqual([0, [7]])
  })

  test('with a query, asks again after every change: it may match now', async () => {
    const { list, asked, settled, change } = listOf(numbered(3))
    list.ask({ query: 'ferry' })
    await settled()
    change([story(0)])
    await vi.advanceTimersByTimeAsync(200)
    expect(asked.map(({ query }) => query)).toEqual(['ferry', 'ferry'])
  })

  test('drops the answer to a question that is no longer asked', async () => {
    const { list, settled, shown, slow } = listOf(numbered(3))
    slow.add('fer')
    list.ask({ query: 'fer' })
    list.ask({ query: 'ferry', sort: 'slug' })
    await settled()
    await vi.advanceTimersByTimeAsync(1000)
    expect([shown().query, shown().sort]).toEqual(['ferry', 'slug'])
  })

  test('keeps its counts as they are while they are the same, so that nothing is laid out again', async () => {
    const { list, settled, shown } = listOf(numbered(300))
    list.refresh()
    await settled()
    const { groups } = shown()
    list.refresh()
    await settled()
    expect(shown().groups).toBe(groups)
  })

  test('asks again when a story is gone', async () => {
    const { list, asked, settled, change } = listOf(numbered(3))
    list.refresh()
    await settled()
    change([], ['s1'])
    await vi.advanceTimersByTimeAsync(200)
    expect(asked.length).toBe(2)
  })

  test('that could not be read is not asked again by drawing it', async () => {
    const { list, asked, settled, refuse } = listOf(numbered(3))
    refuse('The disk is gone.')
    list.refresh()
    await settled()
    list.draw([0])
    list.draw([1])
    await settled()
    expect([list.store.getState().failed, asked.length]).toEqual(['The disk is gone.', 1])
  })

  test('while a person types, asks once the keys rest', async () => {
    const { list, asked } = listOf(numbered(3))
    for (const query of ['f', 'fe', 'fer']) {
      list.type(query)
      await vi.advanceTimersByTimeAsync(20)
    }
    expect([list.store.getState().query, asked.length]).toEqual(['fer', 0])
    await vi.advanceTimersByTimeAsync(40)
    expect(asked.map(({ query }) => query)).toEqual(['fer'])
  })

  test('says why it cannot be read, keeps its rows, and asks again at the next change only', async () => {
    const { list, asked, settled, shown, change, refuse } = listOf(numbered(3))
    list.refresh()
    await settled()
    refuse('The disk is gone.')
    list.refresh()
    await settled()
    list.draw([0])
    await settled()
    expect([list.store.getState().failed, shown().total, asked.length]).toEqual(['The disk is gone.', 3, 2])
    refuse(undefined)
    change([story(9)])
    await vi.advanceTimersByTimeAsync(200)
    expect([list.store.getState().failed, asked.length]).toEqual([undefined, 3])
  })

  test('an empty library has no rows and is asked once', async () => {
    const { list, asked, settled, shown } = listOf([])
    list.refresh()
    await settled()
    list.draw([])
    await settled()
    expect([shown().total, asked.length]).toEqual([0, 1])
  })
})
