import { evidenceText } from '../../catalogue/window/evidence'
import { useEffect, useRef } from 'react'
import { Button } from '../ui'
import { pick, usePanels, useStory } from '../state'
import { EvidenceViewer } from './EvidenceViewer'
import { useWindowServices } from '../state/windowServices'
import { afterDrawing, isFocusLost } from '../ui/focus/focusService'
import './evidence.css'

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
      if (isFocusLost()) story?.editor?.view.focus()
    })
  }
  return (
    <section
      ref={room}
      className="viewer-room"
      aria-label={evidenceText('viewerRoom.evidence')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault()
          close()
        }
      }}
    >
      <div className="review-head">
        <h2 className="review-title">{evidenceText('viewerRoom.evidence')}</h2>
        {item ? <span className="soft">{item.locator}</span> : null}
        <Button look="plain" keys={evidenceText('viewerRoom.esc')} onClick={close}>
          {evidenceText('viewerRoom.close')}
        </Button>
      </div>
      <div className="viewer-room-scroll">
        {item && file !== undefined ? (
          <EvidenceViewer evidence={{ ...item, file }} marks={{ words: fact?.words ?? '' }} />
        ) : (
          <p className="empty">{evidenceText('viewerRoom.evidenceNoLongerAttached')}</p>
        )}
        {item?.excerpt ? (
          <blockquote className="review-excerpt serif" dir="auto">
            {item.excerpt}
          </blockquote>
        ) : null}
      </div>
    </section>
  )
}
