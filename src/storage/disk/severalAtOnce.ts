/** As many as Node has threads for files: more would only wait. */
const AT_ONCE = 4

/**
 * Does work on several things at once, such as files that are written and put on the disk: the disk takes four of them
 * in little more time than one. Resolves with the results in the order of the things. After an error nothing more
 * begins; rejects with it when all that began has ended.
 */
export async function severalAtOnce<T, R>(things: Iterable<T>, work: (thing: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = []
  const left = [...things].entries()
  let failed: { readonly error: unknown } | undefined
  const goOn = async (): Promise<void> => {
    for (const [place, thing] of left) {
      if (failed) return
      try {
        results[place] = await work(thing)
      } catch (error) {
        failed ??= { error }
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, goOn))
  if (failed) throw failed.error
  return results
}
