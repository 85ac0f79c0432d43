/** Frames without a change after which the layout has settled, and the most that are waited for. */
const QUIET = 3
const MOST = 30
const HANDS = ['wheel', 'keydown', 'pointerdown', 'touchstart'] as const

/**
 * Scrolls now, and again in the frames that follow while blocks that came into sight get their true heights: until then
 * those out of sight have estimated ones, and the place that was scrolled to moves away. A hand on the sheet ends it.
 */
export function settleScroll(sheet: HTMLElement, scroll: () => void): void {
  if (!sheet.isConnected) return
  const scroller = scrollerOf(sheet)
  let stopped = false
  const stop = (): void => {
    stopped = true
    for (const hand of HANDS) window.removeEventListener(hand, stop, true)
  }
  for (const hand of HANDS) window.addEventListener(hand, stop, { capture: true, passive: true })
  const step = (frame: number, quiet: number, height: number): void => {
    if (stopped) return
    if (!sheet.isConnected || quiet >= QUIET || frame >= MOST) return stop()
    const now = scroller.scrollHeight
    if (now !== height) scroll()
    requestAnimationFrame(() => step(frame + 1, now === height ? quiet + 1 : 0, now))
  }
  scroll()
  step(0, 0, -1)
}

/** The nearest ancestor that scrolls. */
export function scrollerOf(element: HTMLElement): HTMLElement {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent
  }
  return document.documentElement
}
