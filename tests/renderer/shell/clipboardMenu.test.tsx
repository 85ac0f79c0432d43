/** The context menu of text fields, and of selected words outside the sheet. */
import { act } from 'react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { ClipboardMenu } from '../../../src/renderer/shell/ClipboardMenu'
import { all, did, fakeWindow, find, put, type FakeWindow, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())
beforeAll(() => {
  // Radix measures its menus with this browser API, which jsdom lacks.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  )
})

async function shown(): Promise<FakeWindow> {
  const fake = fakeWindow({ calls: { useClipboard: () => did({}) } })
  page = await put(
    fake.services,
    <>
      <input aria-label="Slug" defaultValue="baths" />
      <input aria-label="PIN" type="password" defaultValue="1234" />
      <textarea aria-label="Read only" readOnly defaultValue="as signed" />
      <input aria-label="Tick" type="checkbox" />
      <p id="evidence">The pool report says 100 minutes.</p>
      <p id="taken" onContextMenu={(event) => event.preventDefault()}>
        A row
      </p>
      <ClipboardMenu />
    </>,
  )
  return fake
}

async function rightClick(element: Element | null): Promise<boolean> {
  const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true, button: 2 })
  await act(async () => void element?.dispatchEvent(event))
  return event.defaultPrevented
}
const field = (name: string): HTMLInputElement => find('input, textarea', name)
const menu = (): string | null | undefined => document.querySelector('[role="menu"]')?.getAttribute('aria-label')
const selected = ({ value, selectionStart, selectionEnd }: HTMLInputElement): string =>
  value.slice(selectionStart ?? 0, selectionEnd ?? 0)
/** What can be chosen. */
const usable = (): readonly (string | null)[] =>
  all('[role="menuitem"]', /./)
    .filter(({ ariaDisabled, dataset }) => ariaDisabled !== 'true' && dataset['disabled'] === undefined)
    .map(({ textContent }) => textContent.replace(/Ctrl.*/u, ''))

test('a text field offers the clipboard and to select all, and gets the keyboard back', async () => {
  const fake = await shown()
  expect(await rightClick(field('Slug'))).toBe(true)
  expect([menu(), usable()]).toEqual(['Text field', ['Paste', 'Select all']])
  await act(async () => {
    all('[role="menuitem"]', /Select all/)[0]?.click()
    await vi.waitFor(() => expect(selected(field('Slug'))).toBe('baths'))
  })
  expect(document.activeElement).toBe(field('Slug'))
  await rightClick(field('Slug'))
  expect(usable()).toEqual(['Cut', 'Copy', 'Paste', 'Select all'])
  await act(async () => {
    all('[role="menuitem"]', /Copy/)[0]?.click()
    await vi.waitFor(() => expect(fake.asked).toContainEqual({ action: 'useClipboard', request: { to: 'copy' } }))
  })
})

test('a PIN is never copied, and a field that is only read takes no words', async () => {
  await shown()
  field('PIN').select()
  await rightClick(field('PIN'))
  expect(usable()).toEqual(['Paste', 'Select all'])
  field('Read only').select()
  await rightClick(field('Read only'))
  expect(usable()).toEqual(['Copy', 'Select all'])
})

test('selected words can be copied. Other places, boxes and rows with a menu of their own are left alone', async () => {
  const fake = await shown()
  const words = document.querySelector('#evidence')
  expect(await rightClick(words)).toBe(false)
  document.getSelection()?.selectAllChildren(words ?? document.body)
  expect(await rightClick(words)).toBe(true)
  expect([menu(), usable()]).toEqual(['Selected words', ['Copy']])
  await act(async () => {
    all('[role="menuitem"]', /Copy/)[0]?.click()
    await vi.waitFor(() => expect(fake.asked).toContainEqual({ action: 'useClipboard', request: { to: 'copy' } }))
  })
  document.getSelection()?.removeAllRanges()
  expect(await rightClick(field('Tick'))).toBe(false)
  document.getSelection()?.selectAllChildren(document.body)
  expect([await rightClick(document.querySelector('#taken')), menu()]).toEqual([true, undefined])
  document.getSelection()?.removeAllRanges()
})
