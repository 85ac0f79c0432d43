import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { onceGone } from '../../../src/renderer/ui/focus/focusService'

let frames: FrameRequestCallback[] = []
const draw = (count: number): void => {
  for (let frame = 0; frame < count; frame += 1) frames.splice(0).forEach((step) => step(0))
}
const at = (id: string): HTMLElement => document.getElementById(id) ?? document.body

beforeEach(() => {
  frames = []
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame))
  document.body.innerHTML =
    '<div id="answer"><button id="more"></button></div><button id="reply"></button><textarea id="field"></textarea>'
  at('more').focus()
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

test('an element that leaves long after the answer of main gives the keyboard on', () => {
  onceGone(at('answer'), () => at('reply'))()
  draw(100)
  expect(document.activeElement?.id).toBe('more')
  at('answer').remove()
  draw(1)
  expect(document.activeElement?.id).toBe('reply')
})

test('who has gone into a field meanwhile stays there', () => {
  onceGone(at('answer'), () => at('reply'))()
  draw(10)
  at('field').focus()
  at('answer').remove()
  draw(10)
  expect(document.activeElement?.id).toBe('field')
})

test('an element that stays keeps the keyboard', () => {
  onceGone(at('answer'), () => at('reply'))()
  draw(1000)
  expect([document.activeElement?.id, frames]).toEqual(['more', []])
})
