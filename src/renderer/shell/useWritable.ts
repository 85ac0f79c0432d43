import { startTransition, useEffect, useState } from 'react'
import { appCommitted, firstFrame } from '../state/firstFrame'

/**
 * False until the sheet is painted and takes keys. Rendering the side rooms before that delays a keystroke. Their space
 * is reserved, and nothing moves when they appear.
 */
export function useWritable(): boolean {
  const [writable, setWritable] = useState(false)
  useEffect(() => {
    let shown = true
    void firstFrame.then(() => startTransition(() => (shown ? setWritable(true) : undefined)))
    const undo = appCommitted()
    return () => {
      shown = false
      undo()
    }
  }, [])
  return writable
}
