import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PLACES } from '../../../src/renderer/state/focusPlaces'
import { focusPlace } from '../../../src/renderer/ui/focus/focusService'
import { focusFact, focusRow, returnAfter, returnToFact } from '../../../src/renderer/verdicts/focusFact'

let frames: FrameRequestCallback[] = []
let unregister: (() => void) | undefined
const draw = (): void => {
  while (frames.length > 0) frames.splice(0).forEach((frame) => frame(0))
}
const at = (id: string): HTMLElement => document.getElementById(id) ?? document.body

beforeEach(() => {
  frames = []
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame))
  document.body.innerHTML =
    '<div contenteditable="true" tabindex="0" id="copy"></div><button id="row"></button><button id="opener"></button><textarea id="reason"></textarea>'
  unregister = focusPlace(PLACES.fact('f1'))(at('row'))
})
afterEach(() => {
  unregister?.()
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

test('the keyboard goes to the fact when it is drawn: from the copy, from a button, and from a field that is left', () => {
  for (const from of ['copy', 'opener', 'reason']) {
    at(from).focus()
    focusFact('f1')
    expect(document.activeElement?.id).toBe(from)
    draw()
    expect(document.activeElement?.id).toBe('row')
  }
})

test('a form that was opened before the fact was drawn keeps the keyboard: its letters would be read as verdicts', () => {
  for (const go of [focusFact, returnToFact, focusRow]) {
    at('opener').focus()
    go('f1')
    at('reason').focus()
    draw()
    expect(document.activeElement?.id).toBe('reason')
  }
})

test('who has gone into the copy meanwhile stays there', () => {
  at('opener').focus()
  returnToFact('f1')
  at('copy').focus()
  draw()
  expect(document.activeElement?.id).toBe('copy')
})

test('who has gone into a field or into the copy while a request was on its way stays there', () => {
  for (const place of ['reason', 'copy']) {
    at('opener').focus()
    const goBack = returnAfter('f1')
    at(place).focus()
    goBack()
    draw()
    expect(document.activeElement?.id).toBe(place)
  }
  at('opener').focus()
  const goBack = returnAfter('f1')
  goBack()
  draw()
  expect(document.activeElement?.id).toBe('row')
})
