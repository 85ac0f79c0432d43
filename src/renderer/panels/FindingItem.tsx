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
  const item = useRef<HTMLLIElement>(null)
  const overrideButton = useRef<HTMLButtonElement>(null)
  const blocks = finding.severity === 'block'
  const { rule, key } = finding

  const dismiss = async (): Promise<void> => {
    if (busy) return
    const goOn = afterThis(item.current)
    setBusy(true)
    const outcome = await act('finding.dismiss', { story, rule, key })
    setBusy(false)
    setProblem(outcome.ok ? undefined : outcome.message)
    if (outcome.ok) goOn()
  }

  const override = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (reason.trim() === '') return setProblem('Say why it may stand: the reason is kept with your name.')
    if (busy) return
    const goOn = afterThis(item.current)
    setBusy(true)
    const outcome = await act('finding.override', { story, rule, key, reason: reason.trim() })
    setBusy(false)
    setProblem(outcome.ok ? undefined : outcome.message)
    if (outcome.ok) goOn()
  }

  const stopOverriding = (): void => {
    setOverriding(false)
    setProblem(undefined)
    requestAnimationFrame(() => overrideButton.current?.focus())
  }

  return (
    <li ref={item} className="finding" data-rule={rule} data-severity={finding.severity}>
      <span className={`finding-mark ${blocks ? 'is-stop' : 'is-warn'}`} aria-hidden="true">{blocks ? '✕' : '▲'}</span>
      <div className="finding-text">
        <span className="visually-hidden">{blocks ? 'Blocks: ' : 'To look at: '}</span>
        {finding.where.kind === 'story' ? <span id={id}>{finding.message}</span> : (
          <button type="button" id={id} className="finding-jump" onClick={() => { onShow?.(); show(finding.where) }}>{finding.message}</button>
        )}
        {readOnly === undefined && (finding.dismissable || (blocks && finding.overridable)) ? (
          <div className="finding-acts">
            {finding.dismissable ? (
              <Button look="plain" aria-describedby={id} onClick={() => void dismiss()}>{DISMISS_WORDS[rule] ?? 'Nothing to check'}</Button>
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
              <Button type="submit" look="primary">Override</Button>
            </div>
          </form>
        ) : null}
        {problem && !overriding ? <p className="problem" role="alert">{problem}</p> : null}
      </div>
    </li>
  )
}

/** A settled finding leaves the list; the keyboard then goes on to the next one, else the one before, else to the tab. */
function afterThis(item: HTMLElement | null): () => void {
  const all = [...(item?.closest('.panel, .export-gate')?.querySelectorAll<HTMLElement>('.finding') ?? [])]
  const here = item ? all.indexOf(item) : -1
  const others = [...all.slice(here + 1), ...all.slice(0, Math.max(here, 0)).reverse()]
  return () => requestAnimationFrame(() => requestAnimationFrame(() => {
    if (item?.isConnected && item.contains(document.activeElement)) return
    const next = others.find((other) => other.isConnected)?.querySelector<HTMLElement>('button')
    ;(next ?? document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]'))?.focus()
  }))
}
