import { useEffect } from 'react'
import { isStrayClick } from '../ui/focus/strayClick'

/** Nothing in the window hears the second click of a double click that lands on something else than the first. */
export function StrayClicks() {
  useEffect(() => {
    const hear = (event: MouseEvent): void => {
      if (!isStrayClick(event)) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('click', hear, true)
    return () => window.removeEventListener('click', hear, true)
  }, [])
  return null
}
