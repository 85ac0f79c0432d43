import type { KeyboardEvent } from 'react'

/** Arrow keys walk the rows and the headings of the groups. */
export function stepThroughFindings(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const at = document.activeElement
  if (!at?.matches('.issue-open, .issue-fold')) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.issue-open, .issue-fold')]
  const next = rows[rows.findIndex((row) => row === at) + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
