import { useRef } from 'react'

/**
 * Returns a function that runs a sending, but not while the one before is under way: a second Enter or click before the
 * answer sends nothing twice.
 */
export function useOneAtATime(): (send: () => Promise<unknown>) => Promise<void> {
  const isUnderWay = useRef(false)
  return async (send) => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    try {
      await send()
    } finally {
      isUnderWay.current = false
    }
  }
}
