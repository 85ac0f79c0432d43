import { readsFrom } from '../copy/sentences'
import type { Block, Copy } from '../copy/copy'

/** Whether a change can be seen from a fact in the blocks `first` to `last` (indexes, both included). */
export type IsTouched = (first: number, last: number) => boolean

/**
 * Follows copy that changes block by block, as typing does. A letter changes one block; the facts that are read from it
 * lie in a few blocks around it.
 */
export class TouchedFacts {
  #copy: Copy = []
  /** For each block, the blocks whose facts are read from it. Undefined until it is needed. */
  #readers: readonly (readonly number[])[] | undefined

  /** What changed since the last call. Undefined if blocks came, went or changed their kind: then any fact may be. */
  follow(copy: Copy): IsTouched | undefined {
    const before = this.#copy
    this.#copy = copy
    const changed = copy.length === before.length ? changedIndexes(before, copy) : undefined
    if (!changed || changed.some((index) => !isSameKind(before[index], copy[index]))) {
      this.#readers = undefined
      return undefined
    }
    const readers = (this.#readers ??= readersOf(copy))
    const touched = new Set(changed.flatMap((index) => readers[index] ?? []))
    return (first, last) => {
      for (let index = first; index <= last; index++) if (touched.has(index)) return true
      return false
    }
  }
}

const changedIndexes = (before: Copy, now: Copy): readonly number[] =>
  now.flatMap((block, index) => (block === before[index] ? [] : [index]))

/** Blocks of the same kind stand in the same way between sentences. An empty graf is passed over. */
function isSameKind(before: Block | undefined, now: Block | undefined): boolean {
  return (
    before !== undefined &&
    now !== undefined &&
    before.role === now.role &&
    before.level === now.level &&
    before.list === now.list &&
    before.cell?.row === now.cell?.row &&
    before.cell?.column === now.cell?.column &&
    before.cell?.header === now.cell?.header &&
    (before.text.trim() === '') === (now.text.trim() === '')
  )
}

function readersOf(copy: Copy): readonly (readonly number[])[] {
  const readers: number[][] = copy.map(() => [])
  for (const index of copy.keys())
    for (let block = readsFrom(copy, index); block <= index; block++) readers[block]?.push(index)
  return readers
}
