import { useId, useRef, useState, type FormEvent } from 'react'
import type { Finding } from '../../story/finding'
import { sendOnEnter } from './sendOnEnter'
import { Button, TextArea } from '../parts'
import { useNewsroom } from '../state'
import { useShowPlace } from './useShowPlace'

interface FindingItemProps {
  readonly finding: Finding
  readonly story: string
  /** Called before the place is shown, for panels that have to make way. */
  readonly onShow?: () => void
}

const DISMISS_WORDS: Partial<Record<Finding['rule'], string>> = { openTk: 'Not a TK', sourceProtection: 'May stand here' }

/** One finding with its place and what a person may do about it. A refusal stands right under what was refused. */
export function FindingItem({ finding, story, onShow }: FindingItemProps) {
  const { act, readOnly } = useNewsroom()
  const show = useShowPlace()
  const id = useId()
  const [overriding, setOverriding] = useState(false)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const overrideButton = useRef<HTMLButtonElement>(null)
  const blocks = finding.severity === 'block'
  const { rule, key } = finding

  const dismiss = async (): Promise<void> => {
    setBusy(true)
    const outcome = await act('finding.dismiss', { story, rule, key })
    setBusy(false)
    setProblem(outcome.ok ? undefined : outcome.message)
  }

  const override = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (reason.trim() === '') return setProblem('Say why it may stand: the reason is kept with your name.')
    setBusy(true)
    const outcome = await act('finding.override', { story, rule, key, reason: reason.trim() })
    setBusy(false)
    setProblem(outcome.ok ? undefined : outcome.message)
  }

  const stopOverriding = (): void => {
    setOverriding(false)
    setProblem(undefined)
    requestAnimationFrame(() => overrideButton.current?.focus())
  }

  return (
    <li className="finding" data-rule={rule} data-severity={finding.severity}>
      <span className={`finding-mark ${blocks ? 'is-stop' : 'is-warn'}`} aria-hidden="true">{blocks ? '✕' : '▲'}</span>
      <div className="finding-text">
        <span className="visually-hidden">{blocks ? 'Blocks: ' : 'To look at: '}</span>
        {finding.where.kind === 'story' ? <span id={id}>{finding.message}</span> : (
          <button type="button" id={id} className="finding-jump" onClick={() => { onShow?.(); show(finding.where) }}>{finding.message}</button>
        )}
        {readOnly === undefined && (finding.dismissable || (blocks && finding.overridable)) ? (
          <div className="finding-acts">
            {finding.dismissable ? (
              <Button look="plain" disabled={busy} aria-describedby={id} onClick={() => void dismiss()}>{DISMISS_WORDS[rule] ?? 'Nothing to check'}</Button>
            ) : null}
            {blocks && finding.overridable ? (
              <Button
                look="plain" ref={overrideButton} aria-expanded={overriding} aria-describedby={id}
                onClick={() => (overriding ? stopOverriding() : setOverriding(true))}
              >Override…</Button>
            ) : null}
          </div>
        ) : null}
        {overriding ? (
          <form className="form finding-form" onSubmit={(event) => void override(event)} noValidate>
            <TextArea
              label="Why it may stand" hint="Holds for these words only, and is kept with your name." rows={2} autoFocus value={reason} error={problem}
              onChange={(event) => { setReason(event.target.value); setProblem(undefined) }}
              onKeyDown={(event) => {
                if (event.key === 'Escape') { event.stopPropagation(); stopOverriding() }
                sendOnEnter(event)
              }}
            />
            <div className="form-foot">
              <Button onClick={stopOverriding}>Cancel</Button>
              <Button type="submit" look="primary" disabled={busy}>Override</Button>
            </div>
          </form>
        ) : null}
        {problem && !overriding ? <p className="problem" role="alert">{problem}</p> : null}
      </div>
    </li>
  )
}
