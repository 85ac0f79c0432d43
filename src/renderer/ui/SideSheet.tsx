import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { X } from 'lucide-react'
import { IconButton } from './'
import { useClose } from '../state'
import { focusTrap } from './focus/focusTrap'
import './overlays.css'

interface SideSheetProps {
  /** Its accessible name and heading. */
  readonly title: string
  readonly children: ReactNode
}

/**
 * A narrow dialog over the right panel that leaves the copy in reach of the pointer: named, focus inside, closed by Esc.
 * Tab stays in it; its first field to be filled carries `autoFocus` or `data-first-focus`.
 */
export function SideSheet({ title, children }: SideSheetProps) {
  const close = useClose()
  const sheet = useRef<HTMLDivElement>(null)
  const heading = useId()

  useEffect(() => {
    const dialog = sheet.current
    if (!dialog || dialog.contains(document.activeElement)) return
    const first = dialog.querySelector<HTMLElement>('[data-first-focus]') ?? dialog
    first.focus()
  }, [])

  // What had the keyboard may go while the sheet stands: another window has done something. Escape still closes it.
  useEffect(() => {
    const dialog = sheet.current
    if (!dialog) return
    let inside = dialog.contains(document.activeElement)
    const note = ({ target }: Event): void => {
      inside = target instanceof Node && dialog.contains(target)
    }
    const observer = new MutationObserver(() => {
      if (inside && document.activeElement === document.body)
        (dialog.querySelector<HTMLElement>('[data-first-focus]') ?? dialog).focus()
    })
    observer.observe(dialog, { childList: true, subtree: true })
    document.addEventListener('focusin', note)
    document.addEventListener('pointerdown', note)
    return () => {
      observer.disconnect()
      document.removeEventListener('focusin', note)
      document.removeEventListener('pointerdown', note)
    }
  }, [])

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
    }
    if (event.key === 'Tab' && sheet.current && focusTrap(sheet.current, event.shiftKey)) event.preventDefault()
    // Plain letters belong to the sheet's fields and buttons, not to the review keys behind it.
    if (!event.ctrlKey && !event.metaKey && !event.altKey && !/^F\d/.test(event.key))
      event.nativeEvent.stopPropagation()
  }

  return (
    <div ref={sheet} role="dialog" aria-labelledby={heading} tabIndex={-1} className="side-sheet" onKeyDown={onKeyDown}>
      <div className="dialog-head">
        <h2 id={heading} className="dialog-title">
          {title}
        </h2>
        <IconButton label="Close" keys="Esc" icon={<X aria-hidden="true" />} onClick={close} />
      </div>
      <div className="dialog-body">{children}</div>
    </div>
  )
}
