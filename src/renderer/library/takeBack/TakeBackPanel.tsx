import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { archiveText } from '../../../catalogue/window/archive'
import { whyNotMay } from '../../../story/assessment/people/rights'
import { whySaidTo } from '../../../story/desk/saidTo'
import { Button, Problem } from '../../ui'
import { Dialog } from '../../ui/dialogs/Dialog'
import { pick, useClose, useNewsroom, useNotice } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { NamedStories } from '../deletion/NamedStories'
import { ArchivedStories } from './ArchivedStories'
import { TakeBackWork, tookBack, type TakeBackState } from './takeBackWork'
import '../bulk/bulk.css'

/** Asks for an archive and for stories of it, and takes them back into the library. */
export function TakeBackPanel() {
  const { newsroom } = useWindowServices()
  const [work] = useState(() => new TakeBackWork(newsroom.call))
  useEffect(() => {
    work.enter()
    return work.leave
  }, [work])
  const close = useClose()
  const { say } = useNotice()
  const { desk, person, readOnly } = useNewsroom(pick('desk', 'person', 'readOnly'))
  const state = useStore(work.store)
  const { phase, chosen, back } = state
  const whyNot = whySaidTo(person, whyNotMay('deleteStory', person ?? '', { desk }))
  const mayNot = readOnly ?? (whyNot && archiveText('takeBack.mayNot', { why: whyNot }))

  const leave = (): void => {
    close()
    if (phase === 'done' && back[0]) void newsroom.openStory(back[0].id)
  }
  const move = async (): Promise<void> => {
    await work.move()
    const now = work.store.getState()
    if (work.isLeft) return say([tookBack(now), ...now.failed].join(' '))
    const [first] = now.back
    // What went well needs no report. A story that opens takes the notices of before away.
    if (!first || now.back.length < now.chosen.length) return
    close()
    if (await newsroom.openStory(first.id)) say(tookBack(now))
  }
  const asks = phase === 'asking'
  return (
    <Dialog
      asks={asks}
      title={asks ? archiveText('takeBack.question', { count: chosen.length }) : archiveText('takeBack.title')}
      {...(phase === 'folder' ? { description: archiveText('takeBack.about') } : {})}
      onClose={leave}
    >
      {phase === 'choosing' ? (
        <ArchivedStories work={work} onCancel={leave} />
      ) : asks ? (
        <div className="form">
          <NamedStories name={archiveText('takeBack.going')} stories={chosen} />
          <p>{archiveText('takeBack.stays')}</p>
          <div className="form-foot">
            <Button autoFocus onClick={work.goBack}>
              {archiveText('back')}
            </Button>
            <Button look="primary" onClick={() => void move()}>
              {archiveText('takeBack.do')}
            </Button>
          </div>
        </div>
      ) : phase === 'moving' ? (
        <Moving state={state} onStop={work.stop} />
      ) : phase === 'done' ? (
        <div className="form">
          <p role="status">{tookBack(state)}</p>
          {state.failed.map((why) => (
            <Problem key={why} text={why} />
          ))}
          <div className="form-foot">
            <Button autoFocus look="primary" onClick={leave}>
              {archiveText('close')}
            </Button>
          </div>
        </div>
      ) : (
        <div className="form">
          <Problem text={mayNot ?? state.problem} />
          {phase === 'opening' ? <p role="status">{archiveText('takeBack.opening')}</p> : null}
          <div className="form-foot">
            <Button autoFocus={mayNot !== undefined} onClick={leave}>
              {archiveText(mayNot === undefined ? 'cancel' : 'close')}
            </Button>
            {mayNot === undefined ? (
              <Button autoFocus look="primary" aria-disabled={phase === 'opening'} onClick={() => void work.open()}>
                {archiveText('chooseFolder')}
              </Button>
            ) : null}
          </div>
        </div>
      )}
    </Dialog>
  )
}

/** How far it is, and Stop. */
function Moving({ state, onStop }: { readonly state: TakeBackState; readonly onStop: () => void }) {
  const [done, of] = [state.back.length + state.failed.length, state.chosen.length]
  return (
    <div className="form">
      <p role="status" aria-label={archiveText('progress')}>
        {archiveText('takeBack.at', { done, of })}
      </p>
      <progress className="bulk-progress" aria-label={archiveText('progress')} value={done} max={of} />
      <div className="form-foot">
        <Button autoFocus aria-disabled={state.isStopped} onClick={onStop}>
          {archiveText('stop')}
        </Button>
      </div>
    </div>
  )
}
