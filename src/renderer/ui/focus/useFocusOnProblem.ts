import { useEffect, useRef, type RefObject } from 'react'

/**
 * Returns the ref of a form. When `problem` changes, the invalid field gets the keyboard; a choice is marked by
 * `data-problem`.
 */
export function useFocusOnProblem(problem: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (problem !== undefined)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-problem]')?.focus()
  }, [problem])
  return form
}
