import { exportPanelText } from '../../catalogue/window/exportPanel'
import { useId, useState } from 'react'
import type { Paper } from '../../story/requests/requests'
import { defined } from '../../story/text/defined'
import { pick, useClose, useNotice, useStory } from '../state'
import { useWindowServices } from '../state/windowServices'
import { Button, Problem } from '../ui'
import { Dialog } from '../ui/dialogs/Dialog'

type What = Paper | 'facts'
const WHAT: readonly What[] = ['story', 'storyWithFacts', 'facts']

/** Asks what to print, then gives it to the dialog of the system. A paper is for the desk. */
export function PrintPanel() {
  const { call } = useWindowServices().newsroom
  const story = useStory(pick('id', 'session'))
  const close = useClose()
  const { announce } = useNotice()
  const id = useId()
  const [what, setWhat] = useState<What>('story')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const print = async (): Promise<void> => {
    if (!story || busy) return
    setBusy(true)
    setProblem(undefined)
    if (await story.session.autosave.flush()) {
      const outcome = await call('printStory', {
        story: story.id,
        ...defined({ paper: what === 'facts' ? undefined : what }),
      })
      if (!outcome.ok) setProblem(outcome.message)
      else if (outcome.value.printed) {
        announce(exportPanelText('print.printed'))
        close()
      }
    } else setProblem(exportPanelText('print.notOnDisk'))
    setBusy(false)
  }

  return (
    <Dialog
      title={exportPanelText('print.title')}
      onClose={close}
      foot={
        <>
          <Problem text={problem} />
          <Button onClick={close}>{exportPanelText('print.cancel')}</Button>
          <Button look="primary" disabled={!story} aria-disabled={busy} onClick={() => void print()}>
            {exportPanelText('print.print')}
          </Button>
        </>
      }
    >
      <fieldset className="form-choice form-choice-rows">
        <legend className="field-label">{exportPanelText('print.what')}</legend>
        {WHAT.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={id}
              data-first-focus={what === one || undefined}
              checked={what === one}
              onChange={() => setWhat(one)}
            />{' '}
            {exportPanelText(`print.${one}`)}
          </label>
        ))}
      </fieldset>
      <p className="soft">{exportPanelText('print.forTheDesk')}</p>
    </Dialog>
  )
}
