/** The keyboard that a notice gives back late, after a key has shown another panel. */
import { expect, onTestFinished, test, vi } from 'vitest'
import { Panels } from '../../../src/renderer/state/stores/panels'
import { focusOn, registerPlace, TAB_AREA } from '../../../src/renderer/ui/focus/focusService'

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
