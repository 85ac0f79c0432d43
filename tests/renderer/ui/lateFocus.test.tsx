/** The keyboard that a notice gives back late, after a key has shown another panel. */
import { expect, onTestFinished, test, vi } from 'vitest'
import { Panels } from '../../../src/renderer/state/stores/panels'
import { focusOn, registerPlace, SELECTED_TAB, TAB_AREA } from '../../../src/renderer/ui/focus/focusService'

test('a key that shows another panel ends the wait of a notice for the element that had the keyboard', async () => {
  document.body.innerHTML = `
    <div id="tabs"><button id="comments">Comments</button><p><button id="more">More</button></p></div>`
  const at = (id: string): HTMLElement => document.getElementById(id) as HTMLElement
  // Drawn: otherwise no place counts.
  vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue([{}] as unknown as DOMRectList)
  const done = [registerPlace(TAB_AREA, () => at('tabs')), registerPlace('before', () => at('comments'))]
  onTestFinished(() => {
    for (const unregister of done) unregister()
    document.body.replaceChildren()
    vi.restoreAllMocks()
  })
  const shown = vi.fn()
  at('comments').addEventListener('focus', shown)
  const panels = new Panels()
  at('more').focus()
  focusOn('before', { whenLost: true })
  for (let frame = 0; frame < 4; frame++) await new Promise((drawn) => requestAnimationFrame(drawn))
  panels.showTab('history')
  at('more').remove()
  for (let frame = 0; frame < 8; frame++) await new Promise((drawn) => requestAnimationFrame(drawn))
  expect(shown).not.toHaveBeenCalled()
  expect(panels.store.getState().tab).toBe('history')
})

test('a key that shows another panel from the menu of a row gives the keyboard to its tab', async () => {
  const at = showHistoryFromMenu()
  // It goes with the row that it is of.
  at('menu').remove()
  await new Promise((drawn) => requestAnimationFrame(drawn))
  expect(document.activeElement).toBe(at('history'))
})

test('a menu of the window stays open, and keeps the keyboard, when a key shows another panel', async () => {
  const at = showHistoryFromMenu()
  await new Promise((drawn) => requestAnimationFrame(drawn))
  expect(document.activeElement).toBe(at('menu'))
})

/** Shows another panel while an open menu has the keyboard. Returns what finds an element by its id. */
function showHistoryFromMenu(): (id: string) => HTMLElement {
  document.body.innerHTML = `
    <button id="history" role="tab">History</button><div role="menu" tabindex="-1" id="menu"></div>`
  const at = (id: string): HTMLElement => document.getElementById(id) as HTMLElement
  const done = registerPlace(SELECTED_TAB, () => at('history'))
  onTestFinished(() => {
    done()
    document.body.replaceChildren()
  })
  at('menu').focus()
  new Panels().showTab('history')
  return at
}
