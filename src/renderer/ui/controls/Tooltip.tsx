import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { ariaKeys } from './shortcuts'
import './tooltip.css'

export const TooltipProvider = ({ children }: { readonly children: ReactNode }) => (
  <Radix.Provider delayDuration={500} skipDelayDuration={200}>
    {children}
  </Radix.Provider>
)

/** Names a control and shows its shortcut on hover and on keyboard focus. */
export function Tooltip({
  label,
  keys,
  children,
}: {
  readonly label: string
  readonly keys?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild {...(keys ? { 'aria-keyshortcuts': ariaKeys(keys) } : {})}>
        {children}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="tooltip" sideOffset={6} collisionPadding={8}>
          {label}
          {keys ? <kbd className="tooltip-keys">{keys}</kbd> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
