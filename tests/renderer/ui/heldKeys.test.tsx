import { act, useLayoutEffect, useState, type ComponentType } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HeldKeys } from '../../../src/renderer/ui/HeldKeys'
import { later } from '../../../src/renderer/ui/later'
import '../fakeWindow'

let root: Root
let page: HTMLElement
let copy: HTMLTextAreaElement
let escapes = 0
/** Loads the part of a test. Each is loaded in the end: the files that come later wait for all parts. */
let arrive: (part: ComponentType) => void
beforeEach(() => {
  escapes = 0
  copy = document.body.appendChild(document.createElement('textarea'))
  page = document.body.appendChild(document.createElement('div'))
  root = createRoot(page)
  copy.focus()
})
afterEach(async () => {
  act(() => root.unmount())
  arrive(Palette)
  await frames(40)
  page.remove()
  copy.remove()
})

const frames = async (count: number): Promise<void> =>
  act(async () => {
    for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame)
  })

/** Shows a part that is still loading. Returns what loads it. */
function opening(Part: ComponentType, listens = false): () => Promise<void> {
  const promise = new Promise<ComponentType>((resolve) => {
    arrive = resolve
  })
  const Opened = later(
    () => promise,
    () => <HeldKeys listens={listens} onEscape={() => escapes++} />,
  )
  act(() => root.render(<Opened />))
  return async () =>
    act(async () => {
      arrive(Part)
      await promise
    })
}

/** Types into whatever has the keyboard, as a person does. Returns whether the key was left to others. */
const type = (text: string): void => {
  const at = document.activeElement
  for (const letter of text) {
    key(letter)
    if (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement)
      at.setRangeText(letter, at.selectionStart ?? 0, at.selectionEnd ?? 0, 'end')
  }
}
const key = (name: string): boolean =>
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
  ) === true

const heard: string[] = []
function Palette() {
  const [typed, setTyped] = useState('')
  heard.push(typed)
  return <input autoFocus aria-label="Search" value={typed} onChange={(event) => setTyped(event.target.value)} />
}
const field = (): HTMLInputElement | null => page.querySelector('input')

describe('keys for a part that is still loading', () => {
  it('go into its field once it is there, in their order, and never into the copy', async () => {
    const load = opening(Palette)
    type('boo')
    await load()
    // Before the two frames of the handing over are drawn.
    type('k')
    await frames(4)
    expect([field()?.value, heard.at(-1), copy.value, document.activeElement]).toEqual(['book', 'boo', '', field()])
  })

  it('replace what the field selects when it appears', async () => {
    const load = opening(() => (
      <input autoFocus aria-label="Find" defaultValue="ferry" onFocus={({ currentTarget }) => currentTarget.select()} />
    ))
    type('boat')
    await load()
    await frames(4)
    expect([field()?.value, copy.value]).toEqual(['boat', ''])
  })

  it('are dropped when it begins on a button, which none of them presses', async () => {
    let presses = 0
    const load = opening(() => (
      <button type="button" autoFocus onClick={() => presses++}>
        Close
      </button>
    ))
    type('no')
    expect([key('Enter'), key('Tab')]).toEqual([false, false])
    await load()
    await frames(4)
    expect([presses, copy.value, document.activeElement?.textContent]).toEqual([0, '', 'Close'])
  })

  it('belong to a part that listens to the window from the moment it is shown', async () => {
    const heard: string[] = []
    const listen = ({ key }: KeyboardEvent): void => void heard.push(`${key} ${document.activeElement?.tagName}`)
    function Review() {
      useLayoutEffect(() => {
        window.addEventListener('keydown', listen)
        return () => window.removeEventListener('keydown', listen)
      }, [])
      return <p>Review</p>
    }
    const load = opening(Review, true)
    type('v')
    await load()
    type('i')
    await frames(40)
    expect([heard, copy.value, document.querySelector('[aria-label="Opening…"]')]).toEqual([['i BODY'], '', null])
  })

  it('leave it by Escape', () => {
    opening(Palette)
    const leftToOthers = key('Escape')
    expect([escapes, leftToOthers]).toEqual([1, false])
  })

  it('are dropped at a click: what was clicked gets none of them', async () => {
    opening(Palette)
    type('boo')
    copy.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    copy.focus()
    await frames(4)
    expect([copy.value, document.activeElement, document.querySelector('[aria-label="Opening…"]')]).toEqual([
      '',
      copy,
      null,
    ])
  })

  it('go nowhere when the part is not wanted any more', async () => {
    opening(Palette)
    type('boo')
    act(() => root.render(null))
    await frames(40)
    expect([copy.value, document.querySelector('[aria-label="Opening…"]')]).toEqual(['', null])
  })
})
