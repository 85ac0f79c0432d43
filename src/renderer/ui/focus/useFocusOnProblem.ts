import { useEffect, useRef, type RefObject } from 'react'

/** The form's ref; whenever `problem` becomes another one, the keyboard goes to the field that it is about (a choice says so by `data-problem`). */
export function useFocusOnProblem(problem: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (problem !== undefined)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-problem]')?.focus()
  }, [problem])
  return form
}
