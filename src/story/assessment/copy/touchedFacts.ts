import { changedIndexes } from '../../copy/changedIndexes'
import { readsFrom } from '../../copy/words/sentences'
import type { Block, Copy } from '../../copy/copy'
import { headingsOf, keepNeighbours, labelKind, neighboursOf } from '../../view/neighbours'

/**
 * Follows copy that changes block by block, as typing does. A letter changes one block; the facts that are read from it
 * lie in a few blocks around it.
 */
export class TouchedFacts {
  #copy: Copy = []
  /** For each block, the blocks whose facts are read from it. Undefined until it is needed. */
  #readers: readonly (readonly number[])[] | undefined

  /**
   * The blocks (indexes) whose facts may be touched by what changed since the last call. Undefined if blocks came, went
   * or changed their kind: then any fact may be.
   */
  follow(copy: Copy): ReadonlySet<number> | undefined {
    const before = this.#copy
    this.#copy = copy
    const changed = copy.length === before.length ? changedIndexes(before, copy) : undefined
    if (!changed || changed.some((index) => !isSameKind(before[index], copy[index]))) {
      this.#readers = undefined
      return undefined
    }
    if (copy !== before) keepNeighbours(before, copy)
    const readers = (this.#readers ??= readersOf(copy))
    return new Set(changed.flatMap((index) => readers[index] ?? []))
  }
}

/** Blocks of the same kind have the same neighbours. An empty graf is not a neighbour. */
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
    (before.text.trim() === '') === (now.text.trim() === '') &&
    labelKind(before) === labelKind(now)
  )
}

function readersOf(copy: Copy): readonly (readonly number[])[] {
  const readers: number[][] = copy.map(() => [])
  for (const [index, { before, after, belongsTo, ...own }] of neighboursOf(copy).entries()) {
    const read = new Set([...belongsTo, ...headingsOf(own)])
    if (before !== undefined) read.add(before)
    if (after !== undefined) read.add(after)
    for (let at = readsFrom(copy, index); at <= index; at++) read.add(at)
    for (const block of read) readers[block]?.push(index)
  }
  return readers
}
