import { penText } from '../../catalogue/writing/pen'
import { useEffect } from 'react'
import { Button } from '../ui'
import { shortcutOf, runCommand, useNotice, useStoryReadOnly } from '../state'
import { usePen, type Pen } from './usePen'

/** Says at the sheet who has the pen, and what this person may do with it. Nothing while nobody has it. */
export function PenNote() {
  const pen = usePen()
  return pen?.holder === undefined ? null : <Held key={pen.story} pen={pen} />
}

function Held({ pen: { holder = '', isMine, isOthers, isAsked, mayTake, mayGive } }: { readonly pen: Pen }) {
  const { announce } = useNotice()
  const readOnly = useStoryReadOnly()
  const said = penText(isMine ? 'pen.mine' : 'pen.others', { holder })
  useEffect(() => announce(said), [said, announce])
  return (
    <aside className="story-note" aria-label={penText('pen.title')} data-note="pen">
      <p className="story-note-said">
        {said}
        {isAsked && isOthers ? <span className="story-note-more">{penText('pen.asked', { holder })}</span> : null}
      </p>
      {readOnly === undefined && (isOthers || mayTake || mayGive) ? (
        <span className="story-note-acts">
          {isOthers && !isAsked ? (
            <Button onClick={() => runCommand('story.askPen')}>{penText('pen.askFor')}</Button>
          ) : null}
          {mayTake ? (
            <Button keys={shortcutOf('story.takePen')} onClick={() => runCommand('story.takePen')}>
              {penText('pen.take')}
            </Button>
          ) : null}
          {mayGive ? (
            <Button keys={shortcutOf('story.givePen')} onClick={() => runCommand('story.givePen')}>
              {penText('pen.giveTo')}
            </Button>
          ) : null}
        </span>
      ) : null}
    </aside>
  )
}
