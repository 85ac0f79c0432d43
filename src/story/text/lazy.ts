/**
 * A value that is made when it is first asked for. For what costs while a window opens and is used only afterwards: a regular
 * expression with Unicode properties or a date format takes up to some milliseconds to make, and a start waits for all of them.
 */
export function lazy<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
