import type { Editor } from '@tiptap/core'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { settleScroll } from '../../../src/editor/view/settleScroll'
import { useWordsStay } from '../../../src/renderer/sheet/useWordsStay'
import '../fakeWindow'

/** A sheet of the given sizes in CSS pixels. `words`: where the selected words are, from the top of the page. */
const sheet = { top: 100, width: 800, height: 600, page: 5000, words: 0, scrolled: 0 }
const LINE = 28
let laidOut: () => void
let scroller: HTMLElement
let root: Root
let rests: (() => void)[]

beforeEach(() => {
  Object.assign(sheet, { top: 100, width: 800, height: 600, page: 5000, words: 0, scrolled: 0 })
  rests = []
  vi.stubGlobal('requestIdleCallback', (rest: () => void) => rests.push(rest))
  vi.stubGlobal('cancelIdleCallback', () => undefined)
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(observed: () => void) {
        laidOut = observed
      }
      observe(): void {
        laidOut()
      }
      disconnect(): void {}
    },
  )
  scroller = document.body.appendChild(document.createElement('div'))
  const room = (): number => Number.parseFloat(scroller.style.getPropertyValue('--bar-room') || '0')
  const pageHeight = (): number => Math.max(sheet.page, sheet.height + room())
  Object.defineProperties(scroller, {
    clientHeight: { get: () => sheet.height },
    scrollHeight: { get: pageHeight },
    scrollTop: {
      get: () => Math.min(sheet.scrolled, pageHeight() - sheet.height),
      set: (to: number) => (sheet.scrolled = Math.max(0, Math.min(to, pageHeight() - sheet.height))),
    },
    getBoundingClientRect: { value: () => new DOMRect(0, sheet.top, sheet.width, sheet.height) },
  })
  const heard = new Map<string, () => void>()
  const editor = {
    isDestroyed: false,
    state: { selection: { from: 7, head: 7 } },
    view: {
      hasFocus: () => false,
      coordsAtPos: () => ({ top: inWindow(), bottom: inWindow() + LINE, left: 0, right: 0 }),
    },
    on: (event: string, listen: () => void) => heard.set(event, listen),
    off: (event: string) => heard.delete(event),
  } as unknown as Editor
  const Sheet = (): null => (useWordsStay(scroller, editor), null)
  root = createRoot(document.createElement('div'))
  act(() => root.render(<Sheet />))
})
afterEach(() => {
  act(() => root.unmount())
  scroller.remove()
  vi.unstubAllGlobals()
})

/** The top of the selected words in the window. */
const inWindow = (): number => sheet.top + sheet.words - scroller.scrollTop
/** The person reads on until the window is idle. */
const rest = (): void => {
  scroller.dispatchEvent(new Event('scroll'))
  for (const look of rests.splice(0)) look()
}

test('selected words that another width moves out of sight come back to their height', () => {
  Object.assign(sheet, { words: 2000, scrolled: 1700 })
  rest()
  expect(inWindow()).toBe(400)
  // The evidence beside them is folded: longer lines, fewer of them above.
  Object.assign(sheet, { width: 1600, words: 1000, page: 2500 })
  laidOut()
  expect([inWindow(), sheet.scrolled]).toEqual([400, 700])
})

test('words that stay in sight by themselves, or that nobody saw, do not scroll the sheet', () => {
  Object.assign(sheet, { words: 2000, scrolled: 1700 })
  rest()
  Object.assign(sheet, { width: 1000, words: 1900 })
  laidOut()
  expect(sheet.scrolled).toBe(1700)
  Object.assign(sheet, { words: 4000 })
  rest()
  Object.assign(sheet, { width: 800, words: 4400 })
  laidOut()
  expect(sheet.scrolled).toBe(1700)
})

test('a sheet that goes to a fact stays there when its width changes on the way', () => {
  const frames: (() => void)[] = []
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame))
  const words = scroller.appendChild(document.createElement('div'))
  scroller.style.overflowY = 'auto'
  Object.assign(sheet, { words: 2000, scrolled: 1700 })
  rest()
  settleScroll(words, () => (scroller.scrollTop = 100))
  // Review opens: shorter lines.
  Object.assign(sheet, { width: 400, words: 4000, page: 9000 })
  laidOut()
  expect(scroller.scrollTop).toBe(100)
  for (let frame = 0; frame < 10; frame++) frames.shift()?.()
  expect(frames).toHaveLength(0)
  // Once it is there, another width brings the selected words back as before.
  Object.assign(sheet, { width: 800, words: 2000, page: 5000 })
  laidOut()
  expect(inWindow()).toBe(400)
})

test('words at the lower edge stay above it in a lower sheet', () => {
  Object.assign(sheet, { words: 2280, scrolled: 1700 })
  rest()
  Object.assign(sheet, { width: 1600, height: 400, words: 1200, page: 2500 })
  laidOut()
  expect(inWindow() + LINE).toBeLessThanOrEqual(sheet.top + sheet.height)
})

test('a short story can scroll while a bar is open above it, and only then', () => {
  Object.assign(sheet, { page: 300, words: 200 })
  rest()
  const before = inWindow()
  const room = (): string => scroller.style.getPropertyValue('--bar-room')
  expect(scroller.scrollHeight - scroller.clientHeight).toBe(0)
  Object.assign(sheet, { top: 172, height: 528 })
  laidOut()
  expect([inWindow(), room()]).toEqual([before, '72px'])
  Object.assign(sheet, { top: 100, height: 600 })
  laidOut()
  expect([inWindow(), room(), scroller.scrollHeight - scroller.clientHeight]).toEqual([before, '0px', 0])
})

test('a strip that comes before the first key or click moves the words down, and a later one does not', () => {
  const activation = { hasBeenActive: false }
  vi.stubGlobal('navigator', { userActivation: activation })
  Object.assign(sheet, { words: 400 })
  rest()
  Object.assign(sheet, { top: 140, height: 560 })
  laidOut()
  expect(sheet.scrolled).toBe(0)
  activation.hasBeenActive = true
  Object.assign(sheet, { top: 180, height: 520 })
  laidOut()
  expect(sheet.scrolled).toBe(40)
})
