import { useState, type ReactNode } from 'react'
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

/** A button for what nothing takes back: it asks in its place, and the keyboard begins on the answer that keeps. */
export function AskFirst({ children, question, action, keep, look, disabled, onDo }: AskFirstProps) {
  const [asks, setAsks] = useState(false)
  if (!asks)
    return (
      <Button {...(look ? { look } : {})} aria-disabled={disabled} onClick={() => disabled !== true && setAsks(true)}>
        {children}
      </Button>
    )
  return (
    <span
      className="ask-first"
      role="group"
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        setAsks(false)
      }}
    >
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
