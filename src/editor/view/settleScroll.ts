/** Frames without change after which the layout is settled, and the most to wait for. */
const QUIET = 3
const MOST = 30
const HANDS = ['wheel', 'keydown', 'pointerdown', 'touchstart'] as const

/** What ends the latest scroll of each element that has not settled yet. */
const settling = new WeakMap<Element, () => void>()

/** Whether the element is on its way to a place. */
export const isSettling = (scroller: Element): boolean => settling.has(scroller)

/**
 * Scrolls now, and again in the next frames while new blocks get their real heights: estimated heights move the target.
 * User input ends it.
 */
export function settleScroll(sheet: HTMLElement, scroll: () => void): void {
  if (!sheet.isConnected) return
  const scroller = scrollerOf(sheet)
  let stopped = false
  const stop = (): void => {
    stopped = true
    if (settling.get(scroller) === stop) settling.delete(scroller)
    for (const hand of HANDS) window.removeEventListener(hand, stop, true)
  }
  settling.set(scroller, stop)
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
