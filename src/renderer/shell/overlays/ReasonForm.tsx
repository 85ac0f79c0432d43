import { windowText } from '../../../catalogue/window/window'
import { useState, type FormEvent } from 'react'
import { Button, TextArea } from '../../ui'
import { SideSheet } from '../../ui/dialogs/SideSheet'
import { useClose, usePanels, type Overlay } from '../../state'
import { sendOnEnter } from '../../ui/sendOnEnter'
import { useDraft } from '../../state/hooks/useDraft'

/** Asks for the reason that the overlay needs. Closes when it is accepted and keeps the words when it is refused. */
export function ReasonForm() {
  const overlay = usePanels(({ overlay }) => overlay)
  return overlay?.kind === 'reason' ? <Reason key={`${overlay.title} ${overlay.about}`} {...overlay} /> : null
}

function Reason({ about, words, title, label, action, submit }: Extract<Overlay, { kind: 'reason' }>) {
  const close = useClose()
  const {
    draft: { reason },
    change,
    forget,
  } = useDraft((forms) => forms.reason, `${about} ${title}`, { reason: '' })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (reason.trim() === '') return setProblem(windowText('reason.missing'))
    setBusy(true)
    const done = await submit(reason.trim())
    setBusy(false)
    if (done) {
      forget()
      close()
    } else setProblem(windowText('reason.notDone'))
  }

  return (
    <SideSheet title={title} onClose={close}>
      <form className="form" onSubmit={(event) => void send(event)} noValidate>
        {words ? (
          <p className="quoted-words" dir="auto">
            {words}
          </p>
        ) : null}
        <TextArea
          label={label}
          autoFocus
          rows={3}
          value={reason}
          error={problem}
          onKeyDown={sendOnEnter}
          onChange={(event) => {
            change({ reason: event.target.value })
            setProblem(undefined)
          }}
        />
        <div className="form-foot">
          <Button
            onClick={() => {
              forget()
              close()
            }}
          >
            {windowText('shared.cancel')}
          </Button>
          <Button type="submit" look="primary">
            {action}
          </Button>
        </div>
      </form>
    </SideSheet>
  )
}
