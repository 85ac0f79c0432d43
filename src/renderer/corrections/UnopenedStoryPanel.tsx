import { correctionsText } from '../../catalogue/window/corrections'
import { useRef, useState } from 'react'
import { Button, Problem } from '../ui'
import { Dialog } from '../ui/dialogs/Dialog'
import { useClose, usePanels } from '../state'
import type { UnopenedStory } from '../state/stores/overlay'
import { useWindowServices } from '../state/windowServices'
import { KillForm } from './KillForm'
import { KillFacts, WhereItWent } from './KillShown'

/** Says why a story does not open and what can be done. What readers have of it can still be withdrawn here. */
export function UnopenedStoryPanel() {
  const overlay = usePanels(({ overlay }) => overlay)
  return overlay?.kind === 'unopened' ? <Unopened key={overlay.story} {...overlay} /> : null
}

function Unopened({ story, headline, view: first }: UnopenedStory) {
  const { newsroom, panels } = useWindowServices()
  const close = useClose()
  const body = useRef<HTMLDivElement>(null)
  const [view, setView] = useState(first)
  const { kill, unread, mayKill, keptBack } = view
  const again = (): void => {
    close()
    void newsroom.openStory(story)
  }
  const read = async (): Promise<void> => {
    const now = await newsroom.act('kill.show', { story })
    if (now.ok) setView(now.value)
  }
  const killed = async (): Promise<void> => {
    await read()
    // The button that had the keyboard is gone.
    body.current?.focus()
  }
  return (
    <Dialog title={correctionsText('unopened.title')} place="centre" width="wide" onClose={close}>
      <div ref={body} className="form" tabIndex={-1}>
        {headline === '' ? null : (
          <p className="serif" dir="auto">
            <strong>{headline}</strong>
          </p>
        )}
        <Problem text={unread} />
        <div className="form-foot">
          <Button data-first-focus onClick={() => panels.open({ kind: 'settings', section: 'doctor' })}>
            {correctionsText('unopened.doctor')}
          </Button>
          <Button onClick={again}>{correctionsText('unopened.again')}</Button>
        </div>
        {kill ? <KillFacts kill={kill} keptBack={keptBack} /> : null}
        {mayKill ? (
          <KillForm story={story} keptBack={keptBack} onCancel={close} onKilled={() => void killed()} />
        ) : null}
        {kill || mayKill ? <WhereItWent view={view} story={story} onNoted={() => void read()} /> : null}
      </div>
    </Dialog>
  )
}
