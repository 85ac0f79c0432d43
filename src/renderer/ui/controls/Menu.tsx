import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactElement } from 'react'
import './menu.css'

export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly keys?: string | undefined
  readonly disabled?: boolean
  /** One of several that exclude each other: whether it holds now. */
  readonly checked?: boolean
  readonly onSelect: () => void
}

export interface MenuProps {
  readonly trigger: ReactElement
  /** A function is asked when the menu opens. */
  readonly items: readonly MenuItem[] | (() => readonly MenuItem[])
  readonly label: string
  readonly align?: 'start' | 'end'
}

/** A drop-down menu with its trigger. Not modal: Radix's scroll lock writes an inline style that the CSP forbids. */
export function Menu({ trigger, items, label, align = 'end' }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="menu" align={align} sideOffset={4} collisionPadding={8} aria-label={label}>
          <Items items={items} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

const Items = ({ items }: Pick<MenuProps, 'items'>) =>
  (typeof items === 'function' ? items() : items).map((item) =>
    item.checked === undefined ? (
      <Radix.Item key={item.id} className="menu-item" disabled={item.disabled ?? false} onSelect={item.onSelect}>
        {item.label}
        {item.keys ? <kbd className="menu-keys">{item.keys}</kbd> : null}
      </Radix.Item>
    ) : (
      <Radix.CheckboxItem
        key={item.id}
        className="menu-item menu-choice"
        checked={item.checked}
        disabled={item.disabled ?? false}
        onSelect={item.onSelect}
      >
        <Radix.ItemIndicator className="menu-mark">✓</Radix.ItemIndicator>
        {item.label}
        {item.keys ? <kbd className="menu-keys">{item.keys}</kbd> : null}
      </Radix.CheckboxItem>
    ),
  )
