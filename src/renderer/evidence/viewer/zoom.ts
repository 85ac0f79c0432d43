/** How large a page or a picture is shown. 1 is its own size; `fit` is the width of the pane. */
export type Zoom = number | 'fit'

const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 6]
const LEAST = 0.1
const MOST = 8

/** The next larger or smaller step from a scale. */
export const zoomStepFrom = (scale: number, direction: 1 | -1): number =>
  (direction > 0 ? STEPS.find((step) => step > scale * 1.01) : STEPS.findLast((step) => step < scale * 0.99)) ??
  limited(scale)

/** The scale after a turn of the wheel with Ctrl, in the pixels of WheelEvent.deltaY. */
export const zoomByWheel = (scale: number, delta: number): number => limited(scale * Math.exp(-delta * 0.0025))

const limited = (scale: number): number => Math.min(Math.max(scale, LEAST), MOST)
