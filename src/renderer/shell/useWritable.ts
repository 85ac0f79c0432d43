import { startTransition, useEffect, useState } from 'react'

/** Milliseconds from the first commit: the sheet is laid out, painted, and has answered a key that waited for it. */
const AFTER_MS = 100

/**
 * False while the window begins, until the sheet has been painted and takes keys. The rooms beside it come then: at no
 * other time do they cost a keystroke its turn. Their places are kept, so that nothing moves.
 */
export function useWritable(): boolean {
  const [writable, setWritable] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setWritable(true)), AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return writable
}
