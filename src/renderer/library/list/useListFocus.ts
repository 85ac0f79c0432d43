import { useEffect, useLayoutEffect, useRef } from 'react'
import { findPlace, isFocusLost } from '../../ui/focus/focusService'
import { PLACES } from '../../state/focusPlaces'

/**
 * Keeps the keyboard in the list: on the active line after a key has moved it, and when the focused row was drawn in
 * another place. Returns the function that asks for the active line once it is drawn.
 */
export function useListFocus(scroller: HTMLElement): () => void {
  const isWanted = useRef(false)
  const isInside = useRef(false)
  useEffect(() => {
    const note = ({ target }: Event): void => {
      isInside.current = target instanceof Node && scroller.contains(target)
    }
    document.addEventListener('focusin', note)
    document.addEventListener('pointerdown', note)
    return () => {
      document.removeEventListener('focusin', note)
      document.removeEventListener('pointerdown', note)
    }
  }, [scroller])
  useLayoutEffect(() => {
    if (!isWanted.current && !(isInside.current && isFocusLost())) return
    const active = findPlace(PLACES.activeStory)
    if (!active) return
    isWanted.current = false
    active.focus({ preventScroll: true })
  })
  return () => {
    isWanted.current = true
  }
}
