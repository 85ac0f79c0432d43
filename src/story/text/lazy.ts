/**
 * Makes a value at its first use. For values that are expensive to make and not needed when a window opens: regular
 * expressions with Unicode properties, date formats. Kept for the figure of the start in docs/performance.md.
 */
export function lazy<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
