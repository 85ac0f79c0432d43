import { useEffect, useState } from 'react'
import { afterDrawing } from '../../ui/focus/focusService'
import type { Look } from '../stores/attention'

/**
 * Tells a look that `what` is before the person: from when `element` is on the screen until it leaves it, the window is
 * hidden, or something else is shown. Returns the function for the element's `ref`.
 */
export function useShown(look: Look, what: string | null): (element: Element | null) => void {
  const [element, setElement] = useState<Element | null>(null)
  useEffect(() => {
    if (what === null || !element) return look.show(null)
    let isInView = typeof IntersectionObserver === 'undefined'
    let isOver = false
    const tell = (): void => {
      if (!isOver) look.show(isInView && document.visibilityState === 'visible' ? what : null)
    }
    const observer =
      typeof IntersectionObserver === 'undefined'
        ? undefined
        : new IntersectionObserver(
            (changes) => {
              isInView = changes.slice(-1).some(isSeen)
              tell()
            },
            { threshold: [0, 0.25, 0.5, 0.75, 1] },
          )
    // What React has just put on the page is not on the screen yet.
    afterDrawing(() => {
      if (isOver) return
      observer?.observe(element)
      tell()
    })
    document.addEventListener('visibilitychange', tell)
    return () => {
      isOver = true
      observer?.disconnect()
      document.removeEventListener('visibilitychange', tell)
      look.show(null)
    }
  }, [look, what, element])
  return setElement
}

/** Half of it, or of something tall a good part. */
const isSeen = ({ isIntersecting, intersectionRatio, intersectionRect }: IntersectionObserverEntry): boolean =>
  isIntersecting && (intersectionRatio >= 0.5 || intersectionRect.height >= 100)
