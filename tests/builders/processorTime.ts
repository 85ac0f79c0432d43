/** Holds work to a limit of processor time. */
import { expect } from 'vitest'
import { timed } from './peerTime'

export { timed }

/** Returns the result of the work. Fails if it takes longer than so many milliseconds. */
export async function within<T>(most: number, work: () => T | Promise<T>): Promise<T> {
  const { result, milliseconds } = await timed(work)
  expect(milliseconds, 'milliseconds of processor time, as on a plain desktop machine').toBeLessThan(most)
  return result
}
