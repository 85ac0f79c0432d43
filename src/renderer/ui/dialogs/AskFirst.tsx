import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from '../controls/Button'

export interface AskFirstProps {
  /** The button that asks. Its words end with “…”. */
  readonly children: ReactNode
  /** What it is about, for screen readers and for the group of the answers. */
  readonly question: string
  /** The words of the button that does it. */
  readonly action: string
  /** The words of the button that leaves everything as it is. */
  readonly keep: string
  readonly look?: 'plain'
  readonly disabled?: boolean
  readonly onDo: () => void
}

/**
 * A button for what nothing takes back: it asks in its place, and the keyboard begins on the answer that keeps. Escape
 * takes only the question away. After each answer the keyboard is on the button again.
 */
export function AskFirst({ children, question, action, keep, look, disabled, onDo }: AskFirstProps) {
  const [asks, setAsks] = useState(false)
  const hasAsked = useRef(false)
  const button = useRef<HTMLButtonElement>(null)
  const group = useRef<HTMLSpanElement>(null)
  // The answers go with the keyboard on them.
  useLayoutEffect(() => {
    if (asks) hasAsked.current = true
    else if (hasAsked.current) button.current?.focus()
  }, [asks])
  // A dialog hears Escape on the document, before anything in it does, and would close.
  useEffect(() => {
    if (!asks) return
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !group.current?.contains(document.activeElement)) return
      event.preventDefault()
      event.stopPropagation()
      setAsks(false)
    }
    window.addEventListener('keydown', escape, true)
    return () => window.removeEventListener('keydown', escape, true)
  }, [asks])
  if (!asks)
    return (
      <Button
        ref={button}
        {...(look ? { look } : {})}
        aria-disabled={disabled}
        onClick={() => disabled !== true && setAsks(true)}
      >
        {children}
      </Button>
    )
  return (
    <span ref={group} className="ask-first" role="group" aria-label={question}>
      <span className="soft">{question}</span>
      <Button
        look="danger"
        onClick={() => {
          setAsks(false)
          onDo()
        }}
      >
        {action}
      </Button>
      <Button autoFocus onClick={() => setAsks(false)}>
        {keep}
      </Button>
    </span>
  )
}
