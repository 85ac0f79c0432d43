import { useCommand } from '../state'

const focusable = 'button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [contenteditable="true"], [tabindex="0"]'

/** F6: on to the next pane of the window (library, sheet, panel), and round again. */
export function usePaneKeys(): void {
  useCommand('view.nextPane', () => stepPane(1))
}

export function stepPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null)
  const here = panes.findIndex((pane) => pane.contains(document.activeElement))
  for (let tried = 1; tried <= panes.length; tried++) {
    const pane = panes[(here + step * tried + panes.length * 2) % panes.length]
    const target = pane?.querySelector<HTMLElement>('[data-pane-focus]') ?? pane?.querySelector<HTMLElement>('[aria-current="true"]') ?? pane?.querySelector<HTMLElement>('[contenteditable="true"]') ?? pane?.querySelector<HTMLElement>(focusable)
    if (!target) continue
    target.focus()
    return
  }
}
