import { ChevronRight } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { menuOpens } from '../focus/focusService'
import { ariaKeys } from '../controls/shortcuts'
import './menu.css'

export interface MenuItem {
  readonly id: string
  readonly label: string
  /** A drawing before the label. */
  readonly mark?: ReactNode
  /** BCP 47, of a label in another language than the window. */
  readonly lang?: string
  /** The label stands out. */
  readonly strong?: boolean
  readonly keys?: string | undefined
  readonly disabled?: boolean
  /** One of several that exclude each other: whether it holds now. */
  readonly checked?: boolean
  readonly onSelect?: () => void
  /** A menu of its own, at the side. */
  readonly items?: readonly MenuItem[]
}

export interface MenuProps {
  readonly trigger: ReactElement
  /** A function is asked when the menu opens. */
  readonly items: readonly MenuItem[] | (() => readonly MenuItem[])
  readonly label: string
  readonly align?: 'start' | 'end'
  /** Called when the menu has closed; without it the trigger gets the keyboard. */
  readonly onClosed?: () => void
}

/** A drop-down menu with its trigger. Not modal: Radix's scroll lock writes an inline style that the CSP forbids. */
export function Menu({ trigger, items, label, align = 'end', onClosed }: MenuProps) {
  return (
    <Radix.Root modal={false} onOpenChange={(isOpen) => isOpen && menuOpens()}>
      <Radix.Trigger asChild ref={(element) => void (element && menus.set(element, { items, label }))}>
        {trigger}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className="menu"
          align={align}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          onCloseAutoFocus={(event) => {
            if (!onClosed) return
            event.preventDefault()
            onClosed()
          }}
        >
          <Items items={items} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** The menus of the window by their triggers: a right click on a row opens the one of its trigger (RowMenus.tsx). */
const menus = new WeakMap<Element, Pick<MenuProps, 'items' | 'label'>>()
export const menuOf = (trigger: Element): Pick<MenuProps, 'items' | 'label'> | undefined => menus.get(trigger)

export interface ItemsProps extends Pick<MenuProps, 'items'> {
  /** Does what a chosen item asks for. */
  readonly choose?: (act: () => void) => void
}

export const Items = ({ items, choose = (act) => act() }: ItemsProps) =>
  (typeof items === 'function' ? items() : items).map((item) =>
    item.items ? (
      <Radix.Sub key={item.id}>
        <Radix.SubTrigger className="menu-item" disabled={item.disabled ?? false}>
          {item.label}
          <ChevronRight aria-hidden="true" className="menu-more" />
        </Radix.SubTrigger>
        <Radix.Portal>
          <Radix.SubContent className="menu" sideOffset={2} collisionPadding={8}>
            <Items items={item.items} choose={choose} />
          </Radix.SubContent>
        </Radix.Portal>
      </Radix.Sub>
    ) : item.checked === undefined ? (
      <Radix.Item
        key={item.id}
        className="menu-item"
        aria-keyshortcuts={item.keys && ariaKeys(item.keys)}
        data-strong={item.strong ?? false}
        disabled={item.disabled ?? false}
        onSelect={() => choose(() => item.onSelect?.())}
      >
        <span lang={item.lang}>{item.label}</span>
        <Keys of={item} />
      </Radix.Item>
    ) : (
      <Radix.CheckboxItem
        key={item.id}
        className="menu-item menu-choice"
        aria-keyshortcuts={item.keys && ariaKeys(item.keys)}
        checked={item.checked}
        disabled={item.disabled ?? false}
        onSelect={() => choose(() => item.onSelect?.())}
      >
        <Radix.ItemIndicator aria-hidden="true" className="menu-mark">
          ✓
        </Radix.ItemIndicator>
        <span className="menu-label">
          {item.mark}
          {item.label}
        </span>
        <Keys of={item} />
      </Radix.CheckboxItem>
    ),
  )

/** The shortcut is shown beside the label. It is said apart from it: the name of the item is its label alone. */
const Keys = ({ of: { keys } }: { readonly of: MenuItem }) =>
  keys ? (
    <kbd aria-hidden="true" className="menu-keys">
      {keys}
    </kbd>
  ) : null
