import { useEffect, useRef, type FocusEvent } from 'react'
import { registerPlace } from './focusService'

/**
 * Registers, under this name, what had the keyboard before a region took it. Give the returned function to the region
 * as `onFocus`. Nothing is registered if the keyboard came from nowhere.
 */
export function useKeyboardBefore(name: string): (event: FocusEvent) => void {
  const before = useRef<HTMLElement | null>(null)
  useEffect(() => registerPlace(name, () => before.current), [name])
  return ({ relatedTarget: from, currentTarget }) => {
    if (from instanceof HTMLElement && currentTarget.contains(from)) return
    before.current = from instanceof HTMLElement && from !== document.body ? from : null
  }
}
