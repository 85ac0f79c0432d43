import { describe, expect, test } from 'vitest'
import type { Bridge, Events } from '../../../src/ipc/contract'
import type { SavedView } from '../../../src/ipc/windowChoices'
import { SavedViews } from '../../../src/renderer/state/stores/stories/savedViews'

const view = (name: string, query = name.toLowerCase()): SavedView => ({ name, query, sort: 'updated' })

function viewsOf(...names: readonly string[]) {
  const kept: (readonly SavedView[])[] = []
  let tell: (event: Events['viewsChanged']) => void = () => undefined
  const bridge = {
    call: (_name: string, { views }: { readonly views: readonly SavedView[] }) => {
      kept.push(views)
      return Promise.resolve({ ok: true, value: {} })
    },
    on: (_name: string, listener: typeof tell) => {
      tell = listener
      return () => undefined
    },
  }
  const views = new SavedViews(bridge as unknown as Bridge)
  views.show(names.map((name) => view(name)))
  return {
    views,
    kept,
    names: () => views.store.getState().views.map(({ name }) => name),
    tell: (event: Events['viewsChanged']) => tell(event),
  }
}

describe('saved searches', () => {
  test('are kept in the order in which they were saved', () => {
    const { views, kept, names } = viewsOf('A')
    views.save(view('B'))
    expect([names(), kept]).toEqual([['A', 'B'], [[view('A'), view('B')]]])
  })
  test('have one of each name: the last one counts', () => {
    const { views, kept, names } = viewsOf('A', 'B', 'C')
    views.save(view('A', 'other'))
    expect(kept).toEqual([[view('A', 'other'), view('B'), view('C')]])
    views.rename('C', 'B')
    expect(names()).toEqual(['A', 'B'])
    expect(views.store.getState().views[1]).toEqual(view('B', 'c'))
  })
  test('keep their place under a new name', () => {
    const { views, names } = viewsOf('A', 'B', 'C')
    views.rename('B', 'Z')
    views.rename('A', 'A')
    expect(names()).toEqual(['A', 'Z', 'C'])
  })
  test('move up and down, not past the ends', () => {
    const { views, kept, names } = viewsOf('A', 'B', 'C')
    views.move('B', -1)
    views.move('B', -1)
    views.move('C', 1)
    views.move('Z', 1)
    expect([names(), kept.length]).toEqual([['B', 'A', 'C'], 1])
    views.move('B', 1)
    expect(names()).toEqual(['A', 'B', 'C'])
  })
  test('come back after they were deleted', () => {
    const { views, kept, names } = viewsOf('A', 'B')
    const before = views.store.getState().views
    views.remove('A')
    expect(names()).toEqual(['B'])
    views.restore(before)
    expect([names(), kept.length]).toEqual([['A', 'B'], 2])
  })
  test('follow a change in another window without telling it back', () => {
    const { kept, names, tell } = viewsOf('A')
    tell({ views: [view('B')] })
    expect([names(), kept]).toEqual([['B'], []])
  })
})
