import { createContext, useContext, useEffect, useState } from 'react'

/** Counts the views that show what a file holds, or why it cannot be shown. */
export const FileThereContext = createContext<((step: 1 | -1) => void) | null>(null)

/** Whether the file of a piece of evidence is on the page, and what the context hands to its views. */
export function useFileThere(): readonly [boolean, (step: 1 | -1) => void] {
  const [count, setCount] = useState(0)
  const [change] = useState(
    () =>
      (step: 1 | -1): void =>
        setCount((before) => before + step),
  )
  return [count > 0, change]
}

/** Stands where a view shows what a file holds, or why not: until then nobody has looked at it. */
export function FileThere() {
  const change = useContext(FileThereContext)
  useEffect(() => {
    change?.(1)
    return () => change?.(-1)
  }, [change])
  return null
}
