/** Frames in which a list has followed what was done. */
const FRAMES = 30

/**
 * Where the keyboard goes when a row leaves its list: on to the next one, else the one before, else to the tab. Asked before
 * the row goes; the answer is called when it was done, and leaves the keyboard alone where the row stays, or somebody took it elsewhere.
 */
export function focusNextRow(row: HTMLElement | null, list: string, rows: string): () => void {
  const all = [...(row?.closest(list)?.querySelectorAll<HTMLElement>(rows) ?? [])]
  const here = row ? all.indexOf(row) : -1
  const others = [...all.slice(here + 1), ...all.slice(0, Math.max(here, 0)).reverse()]
  const look = (left: number): void => {
    const at = document.activeElement
    if (row?.isConnected && row.contains(at)) return void (left > 0 && requestAnimationFrame(() => look(left - 1)))
    if (at !== document.body && at !== null && !(row?.contains(at) ?? false)) return
    const next = others.find((other) => other.isConnected)?.querySelector<HTMLElement>('button')
    ;(next ?? document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]'))?.focus()
  }
  return () => requestAnimationFrame(() => requestAnimationFrame(() => look(FRAMES)))
}
