import { correctionsText } from '../../catalogue/window/corrections'
import { useState, type FormEvent } from 'react'
import { KeptBack } from '../export/KeptBack'
import { sendOnCtrlEnter } from '../ui/sendOnEnter'
import { inAnotherField } from '../ui/focus/focusService'
import { useFocusOnProblem } from '../ui/focus/useFocusOnProblem'
import { Button, Problem, TextArea } from '../ui'
import { FormEnd } from '../ui/controls/FormEnd'
import { useNotice } from '../state'
import { useDraft } from '../state/hooks/useDraft'
import { useWindowServices } from '../state/windowServices'

const KILLED = 'killed' as const

export interface KillFormProps {
  readonly story: string
  readonly keptBack: readonly string[]
  /** Why this person may not kill it. Undefined: they may, or the owner of the library says. */
  readonly closed?: string | undefined
  readonly onCancel: () => void
  /** The story is killed. `isElsewhere`: the keyboard has gone into another field meanwhile. */
  readonly onKilled: (isElsewhere: boolean) => void
}

/** Asks for the text that withdraws a story, and kills it. */
export function KillForm({ story, keptBack, closed, onCancel, onKilled }: KillFormProps) {
  const { newsroom } = useWindowServices()
  const { announce } = useNotice()
  const { draft, change, forget } = useDraft((forms) => forms.move, `${story} ${KILLED}`, { reason: '', override: '' })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<{ readonly at: 'text' | 'form'; readonly text: string }>()
  const form = useFocusOnProblem(problem)

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (draft.reason.trim() === '') return setProblem({ at: 'text', text: correctionsText('kill.textMissing') })
    if (closed !== undefined) return setProblem({ at: 'form', text: closed })
    setBusy(true)
    setProblem(undefined)
    const isInAnotherField = inAnotherField()
    const outcome = await newsroom.act('story.move', { story, to: KILLED, reason: draft.reason.trim() })
    setBusy(false)
    if (!outcome.ok) return setProblem({ at: 'form', text: outcome.message })
    forget()
    onKilled(isInAnotherField())
    announce(correctionsText('kill.done'))
  }
  return (
    // Enter alone is a new paragraph: nothing takes a kill back.
    <form ref={form} className="form" onSubmit={(event) => void send(event)} onKeyDown={sendOnCtrlEnter} noValidate>
      <p className="panel-note">{correctionsText('kill.what')}</p>
      <TextArea
        data-first-focus
        label={correctionsText('kill.text')}
        hint={correctionsText('kill.textHint')}
        rows={4}
        dir="auto"
        value={draft.reason}
        error={problem?.at === 'text' ? problem.text : undefined}
        onChange={(event) => {
          change({ reason: event.target.value })
          setProblem(undefined)
        }}
      />
      <KeptBack parts={keptBack} />
      <Problem text={closed} />
      <FormEnd
        problem={problem?.at === 'form' && problem.text !== closed ? problem.text : undefined}
        cancel={correctionsText('kill.cancel')}
        onCancel={() => {
          forget()
          onCancel()
        }}
      >
        <Button type="submit" look="danger" aria-disabled={busy || undefined}>
          {correctionsText('kill.do')}
        </Button>
      </FormEnd>
    </form>
  )
}
