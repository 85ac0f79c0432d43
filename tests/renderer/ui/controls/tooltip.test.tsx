import { X } from 'lucide-react'
import { act } from 'react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { IconButton } from '../../../../src/renderer/ui'
import { fakeWindow, put, type Page } from '../../fakeWindow'

let page: Page | undefined
beforeAll(() => {
  // Radix measures its tooltips with this browser API, which jsdom lacks.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  )
})
beforeEach(async () => {
  page = await put(fakeWindow().services, <IconButton label="Library pane" icon={<X aria-hidden="true" />} />)
})
afterEach(() => page?.unmount())

const button = (): HTMLElement | null => document.querySelector('button')
const shown = (): readonly (string | null)[] => [...document.querySelectorAll('.tooltip')].map((tip) => tip.textContent)
const key = (name: string) =>
  act(() => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true })))

test('a control that the keyboard walks to shows its name', () => {
  key('Tab')
  act(() => button()?.focus())
  expect(shown()).toEqual(['Library pane'])
})

test('a control to which a closed dialog gives the keyboard back shows no name', () => {
  key('Escape')
  act(() => button()?.focus())
  expect(shown()).toEqual([])
})

test('a press of the pointer ends the walk', () => {
  key('Tab')
  act(() => void document.body.dispatchEvent(new Event('pointerdown', { bubbles: true })))
  act(() => button()?.focus())
  expect(shown()).toEqual([])
})

test('the name goes when the pointer leaves the window', () => {
  key('Tab')
  act(() => button()?.focus())
  act(() => void document.documentElement.dispatchEvent(new Event('pointerleave')))
  expect(shown()).toEqual([])
})
