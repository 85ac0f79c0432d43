import { act, useState } from 'react'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { Menu, RowMenus } from '../../../../src/renderer/ui'
import { all, fakeWindow, put, type Page } from '../../fakeWindow'

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

const done: string[] = []
const Fact = () => {
  const [open, setOpen] = useState(false)
  return (
    <li id="fact" data-menu-row="opens">
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        100 minutes
      </button>
      {open ? (
        <Menu
          label="More"
          items={() => [
            { id: 'type', label: 'Change type', items: [{ id: 'figure', label: 'Figure', checked: true }] },
            { id: 'untag', label: 'Remove tag…', onSelect: () => void done.push('untag') },
          ]}
          trigger={<button type="button">⋯</button>}
        />
      ) : null}
    </li>
  )
}
/** Shows its buttons once it is selected. Its ⋯ menu has only some of its acts. */
const Note = () => {
  const [selected, setSelected] = useState(false)
  return (
    <li id="note" data-menu-row="selects" data-menu-buttons="" onClick={() => setSelected(true)}>
      Which pool?
      {selected ? (
        <>
          <Menu
            label="Your comment"
            items={[{ id: 'edit', label: 'Edit', onSelect: () => void done.push('edit') }]}
            trigger={<button type="button">⋯</button>}
          />
          <button type="button" onClick={() => void done.push('reply')}>
            Reply
          </button>
        </>
      ) : null}
    </li>
  )
}
const Rows = () => (
  <>
    <ul>
      <Fact />
      <li id="comment" aria-label="Comment of Ida" data-menu-row="">
        <button type="button" data-no-act="">
          the words
        </button>
        <button type="button" onClick={() => void done.push('resolve')}>
          Resolve
        </button>
        <button type="button" aria-pressed="true">
          Must be fixed
        </button>
        <div id="evidence" data-menu-row="">
          <button type="button" disabled>
            Remove
          </button>
        </div>
        <form>
          <input id="reply" />
          <button type="submit">Send</button>
        </form>
      </li>
      <Note />
    </ul>
    <RowMenus />
  </>
)

/** Presses the right button, or the menu key, on an element. Returns whether the window took it. */
async function askOn(selector: string, byKey = false): Promise<boolean> {
  const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true, button: byKey ? 0 : 2 })
  await act(async () => {
    document.querySelector(selector)?.dispatchEvent(event)
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))))
  })
  return event.defaultPrevented
}
const items = (): readonly (string | null)[] => all('[role^="menuitem"]', /./).map(({ textContent }) => textContent)
const menu = (): string | null | undefined => document.querySelector('[role="menu"]')?.getAttribute('aria-label')

describe('a right click on a row', () => {
  test('opens the menu of its ⋯ button, also where that shows only in an open row', async () => {
    page = await put(fakeWindow().services, <Rows />)
    expect(await askOn('#fact button')).toBe(true)
    expect([menu(), items()]).toEqual(['More', ['Change type', 'Remove tag…']])
    await act(async () => {
      all('[role="menuitem"]', /./)[1]?.click()
      await vi.waitFor(() => expect(done).toEqual(['untag']))
    })
  })

  test('offers the buttons of a row without one, but not those of rows and forms inside', async () => {
    page = await put(fakeWindow().services, <Rows />)
    expect(await askOn('#comment')).toBe(true)
    expect([menu(), items()]).toEqual(['Comment of Ida', ['Resolve', '✓Must be fixed']])
    await act(async () => {
      all('[role="menuitem"]', /./)[0]?.click()
      await vi.waitFor(() => expect(done.at(-1)).toBe('resolve'))
    })
  })

  test('selects a note whose buttons show only then, and offers them under its ⋯ menu', async () => {
    page = await put(fakeWindow().services, <Rows />)
    expect(await askOn('#note')).toBe(true)
    expect([menu(), items()]).toEqual(['Your comment', ['Edit', 'Reply']])
    await act(async () => {
      all('[role="menuitem"]', /Reply/)[0]?.click()
      await vi.waitFor(() => expect(done.at(-1)).toBe('reply'))
    })
  })

  test('by key gives the keyboard to the first item', async () => {
    page = await put(fakeWindow().services, <Rows />)
    document.querySelector<HTMLElement>('#comment button:nth-of-type(2)')?.focus()
    await askOn('#comment button:nth-of-type(2)', true)
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Resolve'))
    expect(document.activeElement?.getAttribute('role')).toBe('menuitem')
  })

  test('leaves fields alone', async () => {
    page = await put(fakeWindow().services, <Rows />)
    expect([await askOn('#reply'), menu()]).toEqual([false, undefined])
  })
})
