import { useEffect, useEffectEvent } from 'react'
import { pick, useCommand, usePanels } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { afterDrawing, findPlace, focusNow } from '../../ui/focus/focusService'
import { PLACES } from '../../state/focusPlaces'

const PANES = ['library', 'sheet', 'facts'] as const
type Pane = (typeof PANES)[number]

/** Below this width the side panels are drawers (app.css). */
const NARROW = '(width < 1024px)'

const elementOf = (pane: Pane): HTMLElement | undefined => findPlace(PLACES.pane(pane))

/**
 * F6 moves to the next pane (library, sheet, panel) and wraps round. In a narrow window it opens the pane's drawer, and
 * Escape closes it. So does typing in the copy: the drawer may lie over the words that are typed.
 */
export function usePaneKeys(): void {
  const { setDrawer } = useWindowServices().panels
  const { drawer, review, viewing, overlay } = usePanels(pick('drawer', 'review', 'viewing', 'overlay'))

  const go = (pane: Pane): void => {
    const narrow = matchMedia(NARROW).matches
    // In review the drawer does not cover the words.
    if (narrow && !(review && pane === 'sheet')) setDrawer(pane === 'sheet' ? null : pane)
    // The drawer has to be drawn first.
    if (narrow) afterDrawing(() => focusPane(pane))
    else focusPane(pane)
  }
  useCommand('view.nextPane', () => {
    const shown = PANES.filter((pane) => elementOf(pane)?.offsetParent || matchMedia(NARROW).matches)
    const here = shown.findIndex((pane) => elementOf(pane)?.contains(document.activeElement))
    const next = shown[(here + 1) % shown.length]
    if (next) go(next)
  })

  const press = useEffectEvent((event: KeyboardEvent): void => {
    // The sheet prevents the default of every Escape and does nothing with it.
    const taken = event.defaultPrevented && !(event.target instanceof HTMLElement && event.target.isContentEditable)
    if (
      event.key !== 'Escape' ||
      taken ||
      event.isComposing ||
      drawer === null ||
      review ||
      overlay !== null ||
      !matchMedia(NARROW).matches
    )
      return
    event.preventDefault()
    go('sheet')
  })
  /** Beside evidence a drawer covers no words. */
  const type = useEffectEvent((event: Event): void => {
    const isOverWords = drawer !== null && !review && viewing === null && matchMedia(NARROW).matches
    if (isOverWords && event.target instanceof HTMLElement && event.target.isContentEditable) setDrawer(null)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event)
    const typed = (event: Event): void => type(event)
    window.addEventListener('keydown', listen)
    window.addEventListener('beforeinput', typed)
    return () => {
      window.removeEventListener('keydown', listen)
      window.removeEventListener('beforeinput', typed)
    }
  }, [])
}

const focusPane = (pane: Pane): void => focusNow(findPlace(PLACES.paneStart(pane)) ?? findPlace(PLACES.pane(pane)))
