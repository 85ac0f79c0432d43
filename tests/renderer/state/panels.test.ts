// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { COMMANDS } from '../../../src/ipc/commands'
import { Panels } from '../../../src/renderer/state/stores/panels'
import { TABS } from '../../../src/renderer/state/stores/tabs'
import type { Overlay } from '../../../src/renderer/state/stores/overlay'

test('review begins with the panel folded and the facts behind it; each mode keeps its own fold', () => {
  const panels = new Panels()
  const now = (): readonly unknown[] => {
    const { review, panelFolded, tab } = panels.store.getState()
    return [review ? 'review' : 'write', panelFolded ? 'folded' : 'open', tab]
  }
  panels.showTab('checks')
  panels.setReview(true)
  expect(now()).toEqual(['review', 'folded', 'facts'])
  // The same mode again changes nothing: review of one kind begins from review.
  panels.showTab('comments')
  panels.reviewOnly({ story: 's', title: 'Figures', facts: new Set(['f1']) })
  expect(now()).toEqual(['review', 'open', 'comments'])
  panels.setReview(false)
  panels.setPanelFolded(true)
  panels.setReview(true)
  expect(now()).toEqual(['review', 'open', 'facts'])
  // Focus mode is a way of writing.
  panels.setFocused(true)
  expect(now()).toEqual(['write', 'folded', 'facts'])
})

test('the keys of the tabs and their rows in the menu have the order in which the tabs are drawn', () => {
  const ids = TABS.map((tab) => `view.${tab}`)
  expect(COMMANDS.filter(({ id }) => ids.includes(id)).map(({ id, keys }) => [id, keys])).toEqual(
    ids.map((id, at) => [id, `CmdOrCtrl+${at + 1}`]),
  )
})

const FACT = { fact: 'f1' } as const
const BULK = [{ id: 's1', headline: '' }] as const
const REASON = { about: '', title: '', label: '', action: '', submit: async () => true } as const
test.each<Overlay>([
  ...(['export', 'print', 'recovery', 'since', 'givePen', 'queries'] as const).map((kind) => ({ kind })),
  ...(['evidence', 'translation', 'derivation'] as const).map((kind) => ({ kind, ...FACT })),
  { kind: 'changeEvidence', evidence: 'e1', ...FACT },
  { kind: 'compare', from: 2 },
  { kind: 'version', n: 2, version: 1, at: '' },
  { kind: 'move', to: 'filed' },
  { kind: 'picture', file: 'a1', near: 3 },
  { kind: 'nothingToCheck', of: 'names' },
  { kind: 'reason', ...REASON },
])('the overlay “$kind” closes when another story opens: it would be about that one', (overlay) => {
  const panels = new Panels()
  panels.store.setState({ overlay })
  panels.leaveStory()
  expect(panels.store.getState().overlay).toBe(null)
})

test('the panel of what came back goes on to the story that it asked for, and closes for another one', () => {
  const story = (id: string) => ({ story: id, headline: id, from: 'Kim Min', bundle: 'b' })
  const stories = [story('s1'), story('s2')]
  const overlays = ['s2', 's3'].map((opened) => {
    const panels = new Panels()
    panels.store.setState({ overlay: { kind: 'since', back: { stories, at: 0, merged: stories, opens: 's2' } } })
    panels.leaveStory(opened)
    return panels.store.getState().overlay
  })
  expect(overlays).toEqual([{ kind: 'since', back: { stories, at: 1, merged: stories } }, null])
})

test.each<Overlay>([
  ...(['import', 'palette', 'firstRun', 'alert', 'queue', 'archive', 'thereAgain'] as const).map((kind) => ({ kind })),
  ...(['delete', 'handOver'] as const).map((kind) => ({ kind, stories: BULK })),
  { kind: 'bulk', what: 'move' },
  { kind: 'settings', section: 'you' },
])('the overlay “$kind” stays open when another story opens', (overlay) => {
  const panels = new Panels()
  panels.store.setState({ overlay })
  panels.leaveStory()
  expect(panels.store.getState().overlay).toBe(overlay)
})
