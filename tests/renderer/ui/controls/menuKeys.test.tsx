import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { ContextMenu } from '../../../../src/renderer/ui/menus/ContextMenu'
import { all, axeFaults, fakeWindow, put, type Page } from '../../fakeWindow'

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

/** The text of an element without what is hidden from screen readers. */
function spoken(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove()
  return copy.textContent
}

test('the name of an item of a menu is its label; its shortcut is shown, and said apart from it', async () => {
  page = await put(
    fakeWindow().services,
    <ContextMenu
      label="Library"
      groups={[
        [
          { id: 'import', label: 'Import…', keys: 'Ctrl+O' },
          { id: 'suggesting', label: 'Suggesting', keys: '⇧⌘E', checked: true },
          { id: 'roster', label: 'Roster' },
        ],
      ]}
      at={{ left: 0, top: 0 }}
      byKey={false}
      onClosed={() => undefined}
    />,
  )
  expect(
    all('[role^="menuitem"]', /./).map((item) => [
      spoken(item),
      item.getAttribute('aria-keyshortcuts'),
      item.querySelector('kbd')?.textContent,
    ]),
  ).toEqual([
    ['Import…', 'Control+O', 'Ctrl+O'],
    ['Suggesting', 'Shift+Meta+E', '⇧⌘E'],
    ['Roster', null, undefined],
  ])
  expect(await axeFaults()).toEqual([])
})
