import { windowText } from '../../../catalogue/window/window'
import { Dialog as Radix } from 'radix-ui'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { X } from 'lucide-react'
import { DIALOG, focusPlace } from '../focus/focusService'
import { IconButton } from '../controls/Button'
import './sideSheet.css'

export interface SideSheetProps {
  /** Its accessible name and heading. */
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * A narrow, non-modal dialog over the right panel: the pointer still reaches the copy. Tab stays inside. The first
 * field carries `autoFocus` or `data-first-focus`. Escape closes it only while the keyboard is inside, because Escape
 * has another meaning in the copy (tests/e2e/app/formDrafts.spec.ts).
 */
export function SideSheet({ title, onClose, children }: SideSheetProps) {
  const sheet = useRef<HTMLDivElement>(null)
  useStaysInside(sheet)
  useEffect(() => focusPlace(DIALOG)(sheet.current), [])

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape') {
      event.preventDefault()
      onClose()
    }
    // Plain letters belong to the fields and buttons here, not to the keys of the view behind.
    if (!event.ctrlKey && !event.metaKey && !event.altKey && !/^F\d/.test(event.key))
      event.nativeEvent.stopPropagation()
  }

  return (
    <Radix.Root open modal={false}>
      <Radix.Content
        ref={sheet}
        className="side-sheet"
        aria-describedby={undefined}
        onKeyDown={onKeyDown}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          firstOf(sheet.current)?.focus()
        }}
        onCloseAutoFocus={(event) => event.preventDefault()}
        onEscapeKeyDown={(event) => event.preventDefault()}
        onInteractOutside={(event) => event.preventDefault()}
      >
        <div className="dialog-head">
          <Radix.Title className="dialog-title">{title}</Radix.Title>
          <IconButton label={windowText('shared.close')} keys="Esc" icon={<X aria-hidden="true" />} onClick={onClose} />
        </div>
        <div className="dialog-body">{children}</div>
      </Radix.Content>
    </Radix.Root>
  )
}

const firstOf = (sheet: HTMLElement | null): HTMLElement | null =>
  sheet?.querySelector<HTMLElement>('[data-first-focus]') ?? sheet

/**
 * Returns the keyboard to the dialog when the focused element in it is removed, as by a change in another window.
 * Escape then still works.
 */
function useStaysInside(sheet: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const dialog = sheet.current
    if (!dialog) return
    let inside = dialog.contains(document.activeElement)
    const note = ({ target }: Event): void => {
      inside = target instanceof Node && dialog.contains(target)
    }
    const observer = new MutationObserver(() => {
      if (inside && document.activeElement === document.body) firstOf(dialog)?.focus()
    })
    observer.observe(dialog, { childList: true, subtree: true })
    document.addEventListener('focusin', note)
    document.addEventListener('pointerdown', note)
    return () => {
      observer.disconnect()
      document.removeEventListener('focusin', note)
      document.removeEventListener('pointerdown', note)
    }
  }, [sheet])
}
