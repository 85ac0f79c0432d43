import { startTransition, useEffect, useState } from 'react'

/** Milliseconds after the first commit. By then the sheet is painted and has answered a key that waited for it. */
const AFTER_MS = 100

/**
 * False until the sheet is painted and takes keys. Rendering the side rooms before that delays a keystroke. Their space
 * is reserved, and nothing moves when they appear.
 */
export function useWritable(): boolean {
  const [writable, setWritable] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setWritable(true)), AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return writable
}
