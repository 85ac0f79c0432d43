import { windowText } from '../../../catalogue/window/window'
import { Dialog as Radix, VisuallyHidden } from 'radix-ui'
import { X } from 'lucide-react'
import { useEffect, type KeyboardEvent, type ReactNode } from 'react'
import { afterDrawing, DIALOG, focusPlace } from '../focus/focusService'
import { IconButton } from '../controls/Button'
import { useInPage } from '../controls/pageFrame'
import './dialog.css'

export interface DialogProps {
  /** The dialog's name. */
  readonly title: string
  /** One sentence under the title. */
  readonly description?: string
  readonly hideTitle?: boolean
  readonly onClose: () => void
  /**
   * `side`: a panel from the right that keeps the sheet in view. `centre`: a small box. `top`: at the upper edge.
   * `page`: the whole window.
   */
  readonly place?: 'side' | 'centre' | 'top' | 'page'
  readonly width?: 'narrow' | 'wide'
  /** Asks before something that nothing undoes: screen readers read the question at once. */
  readonly asks?: boolean
  /** Cannot be closed. */
  readonly must?: boolean
  /** Buttons at the foot. */
  readonly foot?: ReactNode
  readonly children: ReactNode
}

const registerDialog = focusPlace(DIALOG)

/**
 * A named modal dialog. Keeps the keyboard inside and closes on Escape and on a click outside. The caller returns the
 * focus. Rendered without Radix's overlay, whose scroll lock writes an inline style that the CSP forbids.
 */
export function Dialog(props: DialogProps) {
  return useInPage() ? <PagePart {...props} /> : <ModalDialog {...props} />
}

/** Where the keyboard starts if nothing in the dialog has `autoFocus`. */
const FIRST = ['[data-first-focus]', '.dialog-body :is(input, select, textarea):not([hidden], :disabled)']

/** Not on Close, whose tooltip would take the first Escape. */
function startInside(event: Event): void {
  const dialog = event.currentTarget
  if (!(dialog instanceof HTMLElement)) return
  event.preventDefault()
  const first = FIRST.map((selector) => dialog.querySelector<HTMLElement>(selector)).find((found) => found !== null)
  ;(first ?? dialog).focus()
}

/**
 * Says where the keyboard is. Radix returns it to the place where it last saw it in the dialog, and does not see
 * `autoFocus`: F6 led out of a dialog that began on such a field.
 */
const tellFocus = (): void => void document.activeElement?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))

/** Scrolls the body from a button of the foot, which may act on more than the window shows. */
function turnPage({ key, target, currentTarget }: KeyboardEvent<HTMLElement>): void {
  const pages = key === 'PageDown' ? 1 : key === 'PageUp' ? -1 : 0
  const body = currentTarget.previousElementSibling
  if (pages !== 0 && target instanceof HTMLButtonElement) body?.scrollBy(0, pages * body.clientHeight * 0.9)
}

/** The contents of a dialog as a part of a page. */
function PagePart({ title, description, foot, children }: DialogProps) {
  return (
    <div className="page-part">
      <h2 className="page-title">{title}</h2>
      {description ? <p className="page-description">{description}</p> : null}
      {children}
      {foot ? <div className="page-foot">{foot}</div> : null}
    </div>
  )
}

function ModalDialog({
  title,
  description,
  hideTitle,
  onClose,
  place = 'centre',
  width = 'narrow',
  asks = false,
  must = false,
  foot,
  children,
}: DialogProps) {
  useEffect(() => afterDrawing(tellFocus), [])
  return (
    <Radix.Root
      open
      onOpenChange={(open) => {
        if (!open && !must) onClose()
      }}
    >
      <Radix.Portal>
        <div className="dialog-shade" />
        <Radix.Content
          ref={registerDialog}
          className="dialog"
          {...(asks ? { role: 'alertdialog', 'aria-modal': true } : {})}
          data-place={place}
          data-width={width}
          {...(description ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={startInside}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onEscapeKeyDown={(event) => {
            if (must) event.preventDefault()
          }}
          onInteractOutside={(event) => {
            if (must) event.preventDefault()
          }}
        >
          {hideTitle ? (
            <VisuallyHidden.Root>
              <Radix.Title>{title}</Radix.Title>
            </VisuallyHidden.Root>
          ) : (
            <div className="dialog-head">
              <Radix.Title className="dialog-title">{title}</Radix.Title>
              {must ? null : (
                <IconButton
                  label={windowText('shared.close')}
                  keys="Esc"
                  icon={<X aria-hidden="true" />}
                  onClick={onClose}
                />
              )}
            </div>
          )}
          {description ? <Radix.Description className="dialog-description">{description}</Radix.Description> : null}
          <div className="dialog-body">{children}</div>
          {foot ? (
            <div className="dialog-foot" onKeyDown={turnPage}>
              {foot}
            </div>
          ) : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
