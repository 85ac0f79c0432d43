import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactElement } from 'react'
import './menu.css'

export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly keys?: string | undefined
  readonly disabled?: boolean
  readonly onSelect: () => void
}

/** A drop-down menu with its trigger. Not modal: Radix's scroll lock writes an inline style that the CSP forbids. */
export function Menu({
  trigger,
  items,
  label,
}: {
  readonly trigger: ReactElement
  readonly items: readonly MenuItem[]
  readonly label: string
}) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="menu" align="end" sideOffset={4} collisionPadding={8} aria-label={label}>
          {items.map((item) => (
            <Radix.Item key={item.id} className="menu-item" disabled={item.disabled ?? false} onSelect={item.onSelect}>
              {item.label}
              {item.keys ? <kbd className="menu-keys">{item.keys}</kbd> : null}
            </Radix.Item>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
