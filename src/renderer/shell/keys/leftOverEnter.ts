/** When Enter was last pressed outside the sheet, by the clock of events. 0 if it was last pressed in the sheet. */
let outside = 0

/** Two presses in a shorter time were meant for the same place. Milliseconds. */
const DOUBLE_PRESS = 400

/**
 * Whether an Enter in the sheet was meant for a form that has just gone: the second press of a double press, or a key
 * still held. The sheet would put a new paragraph in place of the words that the form was about.
 */
export function isLeftOverEnter(event: KeyboardEvent, inSheet: () => boolean, withCtrl: boolean): boolean {
  const { key, repeat, timeStamp } = event
  if (key !== 'Enter') return false
  const isHere = inSheet()
  const isLeftOver = isHere && (repeat ? outside > 0 : !withCtrl && timeStamp - outside < DOUBLE_PRESS)
  if (isHere ? !isLeftOver : !repeat) outside = isHere ? 0 : timeStamp
  return isLeftOver
}
