import { expect, test } from 'vitest'
import { COMMANDS } from '../../../src/ipc/commands'
import { Panels, TABS } from '../../../src/renderer/state/stores/panels'

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
