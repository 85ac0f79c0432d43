/** What a click acts on. */
const PRESSED = 'button, a, summary, label, input, select, [role="option"], [role^="menuitem"]'

/** What the first click of the latest double or triple click was on. */
let first: Element | null = null

/**
 * Whether a click is the second of a double click and lands on something else than the first: the first took a row away
 * or put one in, and the list moved under the pointer. Nobody has seen yet what the second would act on.
 */
export function isStrayClick({ target, detail }: MouseEvent): boolean {
  const at = target instanceof Element ? target.closest(PRESSED) : null
  // A click on a label is followed by one on its control.
  const pressed = at instanceof HTMLLabelElement ? (at.control ?? at) : at
  if (detail < 2) first = pressed
  return pressed !== null && pressed !== first
}
