/** Milliseconds of work after which other tasks have their turn. A key that comes meanwhile is not felt to be late. */
const STEP = 8

/** Does work up to a `yield` at a time, and lets other tasks of this process run between. Resolves at its end. */
export async function inSteps(work: Iterator<void>): Promise<void> {
  let begun = performance.now()
  while (!work.next().done) {
    if (performance.now() - begun < STEP) continue
    await new Promise<void>((resolve) => setImmediate(resolve))
    begun = performance.now()
  }
}
