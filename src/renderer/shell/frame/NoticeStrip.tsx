import { windowText } from '../../../catalogue/window/window'
import { useEffect, useRef, type FocusEvent } from 'react'
import { X } from 'lucide-react'
import { useStore } from 'zustand'
import { Button, IconButton } from '../../ui'
import { PLACES } from '../../state/focusPlaces'
import { afterDrawing, DIALOG, findPlace, focusNow, focusOn, isFocusLost } from '../../ui/focus/focusService'
import { useKeyboardBefore } from '../../ui/focus/useKeyboardBefore'
import type { NoticeAct } from '../../state/stores/notices'
import { usePanels } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import './noticeStrip.css'

function ActButton({ act, close }: { readonly act: NoticeAct; readonly close: () => void }) {
  return (
    <Button
      look="plain"
      onClick={() => {
        close()
        // It may take away what the keyboard went back to. If it asks for a place itself, that counts.
        focusOn(PLACES_AFTER, { whenLost: true })
        act.run()
      }}
    >
      {act.label}
    </Button>
  )
}

/**
 * A notice takes its buttons along: the keyboard returns to what had it before. If that is gone, it goes to the
 * settings over the window, to the evidence in review, or else to the sheet at rest, where a late key of review types
 * nothing.
 */
const PLACES_AFTER = [PLACES.beforeNotice, DIALOG, PLACES.backup, PLACES.sheetAtRest]

/** Lists refusals and failures. Alerts are read out at once. */
export function NoticeList() {
  const { notices, panels } = useWindowServices()
  const { list } = useStore(notices.store)
  const noteBefore = useKeyboardBefore(PLACES.beforeNotice)
  /** The button of a notice that has the keyboard, or had it until the button was removed. */
  const button = useRef<Element | null>(null)
  const noteFocus = (event: FocusEvent): void => {
    noteBefore(event)
    button.current = event.target
  }
  const close = (id: number): void => {
    const place = button.current?.contains(document.activeElement) === true ? findPlace(...PLACES_AFTER) : undefined
    button.current = null
    // Not after drawing: a key that follows at once shows another panel, and the late focus would show this one again.
    if (place) focusNow(place)
    notices.dismiss(id)
    if (!place) focusOn(PLACES_AFTER, { whenLost: true })
  }
  // Something else removed the notice, such as a key that took back what it told.
  useEffect(() => {
    if (button.current?.isConnected !== false) return
    button.current = null
    // Does not replace a request of what removed it.
    if (isFocusLost()) afterDrawing(() => isFocusLost() && focusNow(findPlace(...PLACES_AFTER)))
  }, [list])
  if (list.length === 0) return null
  return (
    <section
      className="notices"
      aria-label={windowText('notices.title')}
      onFocus={noteFocus}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget) button.current = null
      }}
    >
      {list.map((notice) => (
        <div
          key={notice.id}
          className="notice"
          data-tone={notice.tone}
          role={notice.tone === 'alert' ? 'alert' : undefined}
        >
          <span className="notice-text">{notice.text}</span>
          {notice.verdict && notice.verdict.blocks.length > 0 ? (
            <Button look="plain" onClick={() => panels.showTab('checks')}>
              {windowText('notices.showInChecks', { count: notice.verdict.blocks.length })}
            </Button>
          ) : null}
          {notice.act ? <ActButton act={notice.act} close={() => close(notice.id)} /> : null}
          <IconButton
            label={windowText('notices.dismiss')}
            icon={<X aria-hidden="true" />}
            onClick={() => close(notice.id)}
          />
        </div>
      ))}
    </section>
  )
}

/**
 * The notices under the sheet, where nothing moves under the pointer; the page of settings, which covers them, shows
 * them itself. Remarks go to a live region without role=status, which only the save state has.
 */
export function NoticeStrip() {
  const { list, announced, times } = useStore(useWindowServices().notices.store)
  const inSettings = usePanels(({ overlay }) => overlay?.kind === 'settings')
  return (
    <>
      {inSettings ? null : <NoticeList />}
      <div className="visually-hidden" aria-live="polite">
        <span key={times}>{announced}</span>
        {list
          .filter((notice) => notice.tone === 'status' && notice.isKnown !== true)
          .map((notice) => (
            <span key={notice.id}>{notice.text}</span>
          ))}
      </div>
    </>
  )
}
