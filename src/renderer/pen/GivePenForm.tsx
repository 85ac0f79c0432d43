import { penText } from '../../catalogue/writing/pen'
import { windowText } from '../../catalogue/window/window'
import { useState, type FormEvent } from 'react'
import { Button } from '../ui'
import { SideSheet } from '../ui/dialogs/SideSheet'
import { useClose, useNewsroom, useNotice } from '../state'
import { useWindowServices } from '../state/windowServices'
import { PenTo } from './PenTo'
import { usePen } from './usePen'

/** Gives the pen of the open story to somebody, or lays it down. */
export function GivePenForm() {
  const pen = usePen()
  const close = useClose()
  const person = useNewsroom((newsroom) => newsroom.person)
  const { check, say } = useNotice()
  const { act } = useWindowServices().newsroom
  const [to, setTo] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  if (!pen) return null

  const move = async (name: string): Promise<void> => {
    if (busy) return
    setBusy(true)
    const moved = check(await act('story.movePen', { story: pen.story, to: name }))
    setBusy(false)
    if (!moved) return
    close()
    say(name === '' ? penText('pen.laidDown') : penText('pen.given', { to: name }))
  }
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (to === '') setProblem(penText('pen.choose'))
    else void move(to)
  }
  return (
    <SideSheet title={penText('pen.give')} onClose={close}>
      <form className="form" onSubmit={send} noValidate>
        <PenTo
          isFirst
          label={penText('pen.to')}
          nobody={penText('pen.choose')}
          value={to}
          without={pen.isMine ? person : undefined}
          error={problem}
          onChange={(name) => {
            setTo(name)
            setProblem(undefined)
          }}
        />
        <p>{penText('pen.giveNote')}</p>
        <div className="form-foot">
          {pen.isMine ? <Button onClick={() => void move('')}>{penText('pen.layDown')}</Button> : null}
          <Button onClick={close}>{windowText('shared.cancel')}</Button>
          <Button type="submit" look="primary">
            {penText('pen.giveNow')}
          </Button>
        </div>
      </form>
    </SideSheet>
  )
}
