import { useEffect } from 'react'
import { useCommand, usePanels } from '../state'
import { PLACES } from '../state/focusPlaces'
import { useWindowServices } from '../state/windowServices'
import { findPlace, focusNow } from '../ui/focus/focusService'
import { HeldKeys } from '../ui/HeldKeys'

/**
 * Runs the commands of the library's search while the search is not on the page: not loaded yet, folded, or behind
 * evidence. What is typed after them goes into it. In review a letter is a verdict, so they leave review.
 */
export function SearchOpens() {
  const { panels, notices } = useWindowServices()
  const seeking = usePanels((state) => state.seeking)
  const seek = (what: 'search' | 'filter') => (): void => {
    if (panels.store.getState().review) notices.settle()
    panels.seek(what)
  }
  useCommand('library.search', seek('search'))
  useCommand('library.filter', seek('filter'))
  const isSought = seeking !== null
  useEffect(() => {
    if (!isSought) return
    // Who clicks meanwhile wants the keyboard there.
    const stop = (): void => panels.store.setState({ seeking: null })
    document.addEventListener('pointerdown', stop, true)
    return () => document.removeEventListener('pointerdown', stop, true)
  }, [isSought, panels])
  const leave = (): void => {
    panels.store.setState({ seeking: null })
    focusNow(findPlace(PLACES.sheet), { preventScroll: true })
  }
  return isSought ? <HeldKeys onEscape={leave} /> : null
}
