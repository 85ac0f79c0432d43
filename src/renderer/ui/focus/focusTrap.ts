const FOCUSABLE = 'a[href], button, input, select, textarea, iframe, summary, [tabindex]:not([tabindex="-1"])'

/** Keeps Tab inside `container`: at its last stop moves to the first, and back. True when it moved the focus. */
export function focusTrap(container: HTMLElement, backwards: boolean): boolean {
  const stops = [...container.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (stop) => !stop.matches(':disabled') && !stop.closest('[hidden], details:not([open]) > :not(summary)'),
  )
  const edge = backwards ? stops[0] : stops.at(-1)
  const target = backwards ? stops.at(-1) : stops[0]
  if (!edge || !target || document.activeElement !== edge) return false
  target.focus()
  return true
}
