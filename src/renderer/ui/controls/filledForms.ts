import { useLayoutEffect } from 'react'
import { create } from 'zustand'

/** How many open forms have a filled button. */
const useForms = create<{ readonly open: number }>(() => ({ open: 0 }))
const add = (count: number): void => useForms.setState(({ open }) => ({ open: open + count }))

/** Says that a form has a filled button, while it is there. */
export function useNoteFilled(isFilled: boolean): void {
  useLayoutEffect(() => {
    if (!isFilled) return
    add(1)
    return () => add(-1)
  }, [isFilled])
}

/** Whether a form has the one filled button of the window. The next move and the key of review are tinted then. */
export const useFilledForm = (): boolean => useForms(({ open }) => open > 0)
