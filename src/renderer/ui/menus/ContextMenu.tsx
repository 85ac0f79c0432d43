import { DropdownMenu as Radix } from 'radix-ui'
import { useEffect, useRef, type CSSProperties } from 'react'
import { afterDrawing } from '../focus/focusService'
import { Items, type MenuItem } from './Menu'
import './menu.css'
import './contextMenu.css'

export interface ContextMenuProps {
  readonly label: string
  /** Groups of items, with a line between them. */
  readonly groups: readonly (readonly MenuItem[])[]
  /** Where it opens, in pixels of the window. */
  readonly at: { readonly left: number; readonly top: number }
  /** The first item has the keyboard at once: it was opened by key. */
  readonly byKey: boolean
  /** Called when it has closed, before the chosen item acts. Takes the keyboard back. */
  readonly onClosed: () => void
}

/** A menu at a place of the window. Not modal: Radix's scroll lock writes an inline style that the CSP forbids. */
export function ContextMenu({ label, groups, at, byKey, onClosed }: ContextMenuProps) {
  const chosen = useRef<() => void>(undefined)
  const content = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Radix gives the keyboard to the menu as a whole when it has drawn it.
    if (byKey)
      afterDrawing(() =>
        content.current?.querySelector<HTMLElement>('[role^="menuitem"]:not([data-disabled])')?.focus(),
      )
  }, [byKey])
  const shown = groups.filter((items) => items.length > 0)
  return (
    <Radix.Root modal={false} defaultOpen onOpenChange={(open) => !open && onClosed()}>
      <Radix.Trigger asChild>
        <span
          className="menu-anchor"
          aria-hidden="true"
          style={{ '--left': `${at.left}px`, '--top': `${at.top}px` } as CSSProperties}
        />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          ref={content}
          className="menu"
          align="start"
          sideOffset={2}
          collisionPadding={8}
          loop
          aria-label={label}
          aria-labelledby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            chosen.current?.()
          }}
        >
          {shown.map((items, index) => (
            <Radix.Group key={items[0]?.id ?? index}>
              {index > 0 ? <Radix.Separator className="menu-line" /> : null}
              <Items items={items} choose={(act) => (chosen.current = act)} />
            </Radix.Group>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
