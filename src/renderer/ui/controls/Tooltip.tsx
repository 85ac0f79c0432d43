import { Tooltip as Radix } from 'radix-ui'
import { useEffect, useState, type ReactNode } from 'react'
import { isWalking, watchWalking } from '../focus/walkingKeys'
import { ariaKeys } from './shortcuts'
import './tooltip.css'

export function TooltipProvider({ children }: { readonly children: ReactNode }) {
  useEffect(watchWalking, [])
  return (
    <Radix.Provider delayDuration={500} skipDelayDuration={200}>
      {children}
    </Radix.Provider>
  )
}

/** Names a control and shows its shortcut on hover, and when the keyboard walks to it. */
export function Tooltip({
  label,
  keys,
  children,
}: {
  readonly label: string
  readonly keys?: string | undefined
  readonly children: ReactNode
}) {
  const [open, setOpen] = useState(false)
  useClosedOutside(open, setOpen)
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger
        asChild
        {...(keys ? { 'aria-keyshortcuts': ariaKeys(keys) } : {})}
        // A closed dialog or menu gives the keyboard back: nobody asks then what the control is.
        onFocus={(event) => {
          if (!isWalking()) event.preventDefault()
        }}
      >
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

/** A pointer that leaves the window sends no further move, which is what Radix waits for. */
function useClosedOutside(open: boolean, setOpen: (open: boolean) => void): void {
  useEffect(() => {
    if (!open) return undefined
    const close = (): void => setOpen(false)
    const { documentElement } = document
    documentElement.addEventListener('pointerleave', close)
    return () => documentElement.removeEventListener('pointerleave', close)
  }, [open, setOpen])
}
