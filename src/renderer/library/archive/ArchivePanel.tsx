import { useState } from 'react'
import { useStore } from 'zustand'
import { archiveText } from '../../../catalogue/window/archive'
import { whyNotMay } from '../../../story/assessment/people/rights'
import { whySaidTo } from '../../../story/desk/saidTo'
import { Button, Problem } from '../../ui'
import { Dialog } from '../../ui/dialogs/Dialog'
import { pick, useClose, useNewsroom, useNotice } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { ArchiveForm } from './ArchiveForm'
import { archiveOf } from './archiveOf'
import { ArchiveProgress } from './ArchiveProgress'
import { ArchiveQuestion } from './ArchiveQuestion'
import { ArchiveReport, noticeOf } from './ArchiveReport'

/** Asks which stories go to which archive, names them, moves them with progress, and tells what became of them. */
export function ArchivePanel() {
  const { newsroom } = useWindowServices()
  // The panel begins with the form, unless stories of before are still moving.
  const [work] = useState(() => {
    const own = archiveOf(newsroom)
    own.reset()
    return own
  })
  const close = useClose()
  const { say } = useNotice()
  const { desk, person, readOnly } = useNewsroom(pick('desk', 'person', 'readOnly'))
  const state = useStore(work.store, (now) => now)
  const [day, setDay] = useState('')
  const [folder, setFolder] = useState<string>()
  const whyNot = whySaidTo(person, whyNotMay('deleteStory', person ?? '', { desk }))
  const mayNot = readOnly ?? (whyNot && archiveText('mayNot', { why: whyNot }))

  /** A closed panel ends the work after the present stories, and leaves word of what was moved, and of what failed. */
  const leave = (): void => {
    const isMoving = work.store.getState().phase === 'moving'
    work.stop()
    close()
    if (isMoving) void work.settled.then(() => say(noticeOf(work.store.getState())))
  }

  const { phase, going } = state
  const asks = phase === 'asking' && going.length + state.staying.length > 0
  return (
    <Dialog
      asks={asks}
      title={asks ? archiveText('question', { count: going.length }) : archiveText('title')}
      {...(phase === 'idle' ? { description: archiveText('about') } : {})}
      onClose={leave}
    >
      {mayNot !== undefined && phase === 'idle' ? (
        <div className="form">
          <Problem text={mayNot} />
          <div className="form-foot">
            <Button autoFocus onClick={leave}>
              {archiveText('close')}
            </Button>
          </div>
        </div>
      ) : phase === 'looking' || phase === 'moving' ? (
        <ArchiveProgress work={state} onStop={work.stop} />
      ) : asks ? (
        <ArchiveQuestion work={state} onBack={work.reset} onMove={() => void work.move()} />
      ) : phase === 'done' ? (
        <ArchiveReport work={state} onClose={leave} />
      ) : (
        <ArchiveForm
          {...{ day, setDay, folder, setFolder }}
          nothing={phase === 'asking'}
          problem={state.problems[0]}
          onLook={(before, to) => void work.look(before, to)}
          onCancel={leave}
        />
      )}
    </Dialog>
  )
}
