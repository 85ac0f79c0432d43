import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { PLACES } from '../state/focusPlaces'
import { usePanels } from '../state'
import type { NowTab } from '../state/stores/tabs'
import { useWindowServices } from '../state/windowServices'
import { findPlace, focusNow } from '../ui/focus/focusService'

export interface TabFormProps {
  readonly tab: NowTab
  /** Its heading and accessible name. */
  readonly title: string
  /** At the end of the heading: what is still to be done. */
  readonly aside?: ReactNode
  /** The fields are there: a command that asked for this tab moves the keyboard to the one with `data-first-focus`. */
  readonly isReady: boolean
  /** Escape. Absent: back to the words. */
  readonly onLeave?: () => void
  readonly children: ReactNode
}

/** A panel beside the sheet that asks for something in place. The words stay in reach. */
export function TabForm({ tab, title, aside, isReady, onLeave, children }: TabFormProps) {
  const { panels } = useWindowServices()
  const place = useRef<HTMLElement>(null)
  const isAsked = usePanels(({ asking }) => asking === tab)
  useEffect(() => {
    if (!isAsked || !isReady) return
    panels.store.setState({ asking: null })
    const first = place.current?.querySelector<HTMLElement>('[data-first-focus]')
    ;(first ?? place.current)?.focus()
  }, [isAsked, isReady, panels])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape') {
      event.preventDefault()
      if (onLeave) onLeave()
      else focusNow(findPlace(PLACES.sheet) ?? findPlace(PLACES.stories))
    }
    // Plain letters belong to the fields and buttons here, not to the keys of the view beside it.
    if (!event.ctrlKey && !event.metaKey && !event.altKey && !/^F\d/.test(event.key))
      event.nativeEvent.stopPropagation()
  }
  return (
    <section ref={place} className="panel tab-form" aria-label={title} tabIndex={-1} onKeyDown={onKeyDown}>
      <div className="panel-top tab-form-top">
        <h2 className="panel-name">{title}</h2>
        {aside ? <span className="tab-form-aside">{aside}</span> : null}
      </div>
      {children}
    </section>
  )
}
