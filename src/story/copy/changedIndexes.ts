import type { Copy } from './copy'

/** The indexes of the blocks that are other objects now, for copies of the same length. */
export function changedIndexes(before: Copy, now: Copy): readonly number[] {
  const changed: number[] = []
  for (let index = 0; index < now.length; index++) if (now[index] !== before[index]) changed.push(index)
  return changed
}
