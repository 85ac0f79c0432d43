/** The last key, if it was Enter: when it was pressed, by the clock of events, and whether with Ctrl. Else 0. */
let last = 0
let lastWithCtrl = false
/** The same time, if that Enter was outside the sheet. */
let outside = 0
let isSecond = false

/** Two presses in a shorter time were meant for the same place. Milliseconds. */
export const DOUBLE_PRESS = 400

/** A window begins without any key. */
export function forgetEnters(): void {
  last = outside = 0
  isSecond = false
}

/**
 * Whether an Enter in the sheet was meant for a form that has just gone: the second press of a double press, or a key
 * still held. The sheet would put a new paragraph in place of the words that the form was about.
 */
export function isLeftOverEnter(event: KeyboardEvent, inSheet: () => boolean, withCtrl: boolean): boolean {
  const { key, repeat, timeStamp } = event
  if (key !== 'Enter') {
    // Two presses with another key between them are no double press. Ctrl is a key, too.
    last = outside = 0
    return false
  }
  const isHere = inSheet()
  const isLeftOver = isHere && (repeat ? outside > 0 : !withCtrl && timeStamp - outside < DOUBLE_PRESS)
  if (!repeat) {
    isSecond = withCtrl === lastWithCtrl && timeStamp - last < DOUBLE_PRESS
    last = timeStamp
    lastWithCtrl = withCtrl
  }
  if (isHere ? !isLeftOver : !repeat) outside = isHere ? 0 : timeStamp
  return isLeftOver
}

/**
 * Whether the Enter of now is the second press of a double press. It gives no command, and sends no panel that the
 * first press opened. In review it would go from the facts to the words, and the next keys would be typed there.
 */
export const isSecondEnter = (): boolean => isSecond
