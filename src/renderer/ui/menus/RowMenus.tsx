import { useEffect, useRef, useState } from 'react'
import { afterDrawing } from '../focus/focusService'
import { ContextMenu } from './ContextMenu'
import { menuOf, type MenuItem } from './Menu'

/**
 * Marks a row: `''`, `opens` if a click on its first button shows the button of its menu, or `selects` if a click on
 * the row itself shows its buttons.
 */
const MENU_ROW = 'data-menu-row'
/** Marks a row whose ⋯ menu has only some of its acts: its other buttons are offered too. */
const WITH_BUTTONS = 'data-menu-buttons'
/** Marks a button that is no act on its row, such as its own words. */
const NO_ACT = 'data-no-act'

interface RowMenuAt {
  /** Counts the openings: a second right click opens another menu. */
  readonly nth: number
  readonly place: { readonly left: number; readonly top: number }
  readonly byKey: boolean
  readonly label: string
  readonly groups: readonly (readonly MenuItem[])[]
}

/**
 * Opens the menu of a row at the pointer: by right click, the menu key and Shift+F10. It is the menu of the row's ⋯
 * button; a row without one offers its buttons, and a row that asks for it offers both.
 */
export function RowMenus() {
  const [at, setAt] = useState<RowMenuAt | null>(null)
  /** What had the keyboard. */
  const from = useRef<Element | null>(null)
  useEffect(() => {
    let nth = 0
    const open = (event: MouseEvent): void => {
      const target = event.target instanceof Element ? event.target : null
      const row = target?.closest(`[${MENU_ROW}]`)
      if (!row || event.defaultPrevented || target?.closest('input, textarea, select, [contenteditable="true"]')) return
      event.preventDefault()
      // Chromium gives no button to a menu that a key opened.
      const byKey = event.button !== 2 && !event.ctrlKey
      const box = (target ?? row).getBoundingClientRect()
      const place = byKey ? { left: box.left + 8, top: box.bottom } : { left: event.clientX, top: event.clientY }
      from.current = document.activeElement === document.body ? (firstButton(row) ?? null) : document.activeElement
      const show = (): void => {
        const menu = rowMenu(row)
        if (menu?.groups.some((items) => items.length > 0)) setAt({ nth: ++nth, place, byKey, ...menu })
      }
      const kind = row.getAttribute(MENU_ROW)
      const opener = kind === 'selects' && row instanceof HTMLElement ? row : firstButton(row)
      if (kind === '' || opener?.ariaExpanded === 'true') return show()
      opener?.click()
      afterDrawing(show)
    }
    document.addEventListener('contextmenu', open)
    return () => document.removeEventListener('contextmenu', open)
  }, [])
  if (!at) return null
  return (
    <ContextMenu
      key={at.nth}
      label={at.label}
      groups={at.groups}
      at={at.place}
      byKey={at.byKey}
      onClosed={() => {
        setAt(null)
        const before = from.current
        if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
      }}
    />
  )
}

const ownButtons = (row: Element): readonly HTMLButtonElement[] =>
  [...row.querySelectorAll('button')].filter((button) => button.closest(`[${MENU_ROW}]`) === row)

const firstButton = (row: Element): HTMLButtonElement | undefined => ownButtons(row)[0]

function rowMenu(row: Element): Pick<RowMenuAt, 'label' | 'groups'> | undefined {
  const buttons = ownButtons(row)
  const acts = buttons
    .filter((button) => !button.hasAttribute(NO_ACT) && !button.closest('form') && !menuOf(button))
    .map(itemOf)
  for (const button of buttons) {
    const menu = menuOf(button)
    if (!menu) continue
    const items = typeof menu.items === 'function' ? menu.items() : menu.items
    return { label: menu.label, groups: row.hasAttribute(WITH_BUTTONS) ? [items, acts] : [items] }
  }
  return { label: row.getAttribute('aria-label') ?? firstWords(row), groups: [acts] }
}

const itemOf = (button: HTMLButtonElement, index: number): MenuItem => ({
  id: String(index),
  label: nameOf(button),
  disabled: button.disabled,
  ...(button.ariaPressed === null ? {} : { checked: button.ariaPressed === 'true' }),
  onSelect: () => button.click(),
})

const nameOf = (element: Element): string => (element.getAttribute('aria-label') ?? element.textContent).trim()
const firstWords = (row: Element): string => row.textContent.trim().slice(0, 60)
