/** When the last key was pressed, by the clock of events, if that was Enter outside the sheet. Else 0. */
let outside = 0
let isSecond = false

/** Two presses in a shorter time were meant for the same place. Milliseconds. */
export const DOUBLE_PRESS = 400

/**
 * Whether an Enter in the sheet was meant for a form that has just gone: the second press of a double press, or a key
 * still held. The sheet would put a new paragraph in place of the words that the form was about.
 */
export function isLeftOverEnter(event: KeyboardEvent, inSheet: () => boolean, withCtrl: boolean): boolean {
  const { key, repeat, timeStamp } = event
  if (key !== 'Enter') {
    // Two presses with another key between them are no double press.
    outside = 0
    return false
  }
  const isHere = inSheet()
  const isLeftOver = isHere && (repeat ? outside > 0 : !withCtrl && timeStamp - outside < DOUBLE_PRESS)
  if (isHere ? !isLeftOver : !repeat) {
    isSecond = !isHere && timeStamp - outside < DOUBLE_PRESS
    outside = isHere ? 0 : timeStamp
  }
  return isLeftOver
}

/**
 * Whether the Enter of now is the second press of a double press outside the sheet. In review it would go from the
 * facts to the words, and the keys of the next facts would be typed there.
 */
export const isSecondEnter = (): boolean => isSecond
