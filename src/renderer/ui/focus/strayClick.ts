/** What a click acts on. */
const PRESSED = 'button, a, summary, label, input, select, [role="option"], [role^="menuitem"]'

/** Milliseconds after which a person has seen what came under the pointer. */
const SEEN = 800

/** The first click of the latest double or triple click: what it was on, where, and when it was heard. */
let first: Element | null = null
let place = { x: 0, y: 0 }
let heard = 0
/** What the click before this one was on. */
let before: Element | null = null

/**
 * Whether a click is the second of a double click and lands on something else than the first: the first took a row away
 * or put one in, and the list moved under the pointer. Nobody has seen yet what the second would act on. Two taps of a
 * finger on neighbours count as a double click, too. Then the first is still where it was tapped. Who goes on clicking
 * at one place presses row after row, once each is seen: the click before was on it already, and did nothing.
 */
export function isStrayClick({ target, detail, clientX, clientY, timeStamp }: MouseEvent): boolean {
  const pressed = pressedOf(target)
  const isSeen = pressed === before && timeStamp - heard >= SEEN
  before = pressed
  if (detail === 1 || (detail > 2 && isSeen)) {
    first = pressed
    place = { x: clientX, y: clientY }
    heard = performance.now()
  }
  const isElsewhere = detail > 1 && pressed !== null && pressed !== first
  return isElsewhere && pressedOf(document.elementFromPoint(place.x, place.y)) !== first
}

function pressedOf(target: EventTarget | null): Element | null {
  const at = target instanceof Element ? target.closest(PRESSED) : null
  // A click on a label is followed by one on its control.
  return at instanceof HTMLLabelElement ? (at.control ?? at) : at
}
