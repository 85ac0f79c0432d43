/** Holds work to a limit of processor time. */
import { expect } from 'vitest'
import { timed } from './peerTime'

export { timed }

/**
 * Returns the result of the work. Fails if it takes longer than so many milliseconds. The fastest of `times`
 * measurements counts, so that other work on the machine does not decide; the first that is fast enough is the last.
 */
export async function within<T>(most: number, work: () => T | Promise<T>, times = 1): Promise<T> {
  const { result, milliseconds } = await timed(work)
  if (milliseconds >= most && times > 1) return within(most, work, times - 1)
  expect(milliseconds, 'milliseconds of processor time, as on a plain desktop machine').toBeLessThan(most)
  return result
}
