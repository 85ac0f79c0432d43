import { evidenceText } from '../../../catalogue/window/evidence'
import { useEffect, useRef } from 'react'
import { Button } from '../../ui'
import { pick, usePanels, useStory } from '../../state'
import { EvidencePane } from '../EvidencePane'
import { useWindowServices } from '../../state/windowServices'
import { afterDrawing, isFocusLost } from '../../ui/focus/focusService'
import { focusSheet } from '../../state/session/sheet/focusSheet'
import './viewer.css'

/** Shows a captured file at the left of the copy, outside review. Esc or Close brings the library back. */
export function ViewerRoom() {
  const { setViewing } = useWindowServices().panels
  const viewing = usePanels(({ viewing }) => viewing)
  const story = useStory(pick('editor', 'assessments'))
  const room = useRef<HTMLElement>(null)
  const fact = story?.assessments.find(({ id }) => id === viewing?.fact)
  const item = fact?.evidence.find((one) => one.id === viewing?.evidence)
  const file = item?.file
  const opener = useRef<HTMLElement>(null)
  useEffect(() => {
    if (opener.current === null && document.activeElement instanceof HTMLElement)
      opener.current = document.activeElement
    room.current?.focus({ preventScroll: true })
  }, [file])
  /** Returns the keyboard to what opened the file, or to the sheet. */
  const close = (): void => {
    setViewing(null)
    afterDrawing(() => {
      if (!isFocusLost()) return
      opener.current?.focus()
      if (isFocusLost()) focusSheet(story?.editor)
    })
  }
  const closing = (
    <Button look="plain" keys={evidenceText('viewerRoom.esc')} onClick={close}>
      {evidenceText('viewerRoom.close')}
    </Button>
  )
  return (
    <section
      ref={room}
      className="viewer-room"
      aria-label={evidenceText('viewerRoom.evidence')}
      data-evidence-of={fact?.id}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault()
          close()
        }
      }}
    >
      {fact && item ? (
        <EvidencePane key={`${fact.id} ${item.id}`} fact={fact} first={item.id} actions={closing} empty={null} />
      ) : (
        <>
          <div className="evidence-head">{closing}</div>
          <p className="empty">{evidenceText('viewerRoom.evidenceNoLongerAttached')}</p>
        </>
      )}
    </section>
  )
}
