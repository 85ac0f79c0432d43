import { useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Returns the ref of a form. When `problem` changes, the invalid field gets the keyboard; a choice is marked by
 * `data-problem`.
 */
export function useFocusOnProblem(problem: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => {
    if (problem === undefined) return
    const field = form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-problem]')
    if (!field || field === document.activeElement) return
    readOnFocus(field)
    field.focus()
  }, [problem])
  return form
}

/**
 * Call this in the layout effect that shows the problem of a field to which the keyboard moves. The problem is read
 * there as the description of the field. As an alert it would be read twice.
 */
export const readOnFocus = (field: Element): void =>
  document.getElementById(field.getAttribute('aria-describedby') ?? '')?.removeAttribute('role')
