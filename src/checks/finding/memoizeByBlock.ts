import { isHeadingCell, type Block } from '../../story/copy/copy'

/**
 * Characters of texts after which a generation is full. A story of 100,000 words has 600,000. Every pause in typing
 * leaves one text of the graf being typed, and every story that is opened leaves all of its texts.
 */
const GENERATION = 1_000_000

/**
 * Memoizes a pure function of a block that reads its role, its text and whether it is a heading of a table: by the
 * block itself, and by text for blocks that were read again. A keystroke costs one block. Texts that nobody asked for
 * during a whole generation are forgotten.
 */
export function memoizeByBlock<T>(compute: (block: Block) => T): (block: Block) => T {
  const answers = new BlockAnswers<T>()
  return (block) => {
    const known = answers.find(block)
    return known ? known.answer : answers.keep(block, compute(block))
  }
}

/** A function of a block that can also be computed in steps, ahead of the question. */
export interface SteppedReader<T> {
  (block: Block): T
  /** Computes the answer up to a `yield` at a time. Does nothing for a block that is known. */
  readonly ahead: (block: Block) => Generator<void, void, void>
}

/** The same of a function that yields between its steps. Asked at once, it takes all of them. */
export function memoizeSteps<T>(steps: (block: Block) => Generator<void, T, void>): SteppedReader<T> {
  const answers = new BlockAnswers<T>()
  function* ahead(block: Block): Generator<void, void, void> {
    if (!answers.find(block)) answers.keep(block, yield* steps(block))
  }
  const reader = (block: Block): T => {
    const known = answers.find(block)
    return known ? known.answer : answers.keep(block, atOnce(steps(block)))
  }
  return Object.assign(reader, { ahead })
}

function atOnce<T>(steps: Generator<void, T, void>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

interface Known<T> {
  readonly answer: T
}

/** What is known of blocks. */
class BlockAnswers<T> {
  readonly #byBlock = new WeakMap<Block, Known<T>>()
  #young = new Map<string, Known<T>>()
  #old: ReadonlyMap<string, Known<T>> = this.#young
  #characters = 0

  find(block: Block): Known<T> | undefined {
    const known = this.#byBlock.get(block)
    if (known) return known
    const name = nameOf(block)
    const sameText = this.#young.get(name) ?? this.#old.get(name)
    if (sameText) this.#put(block, name, sameText)
    return sameText
  }

  keep(block: Block, answer: T): T {
    this.#put(block, nameOf(block), { answer })
    return answer
  }

  #put(block: Block, name: string, known: Known<T>): void {
    this.#byBlock.set(block, known)
    if (this.#young.has(name)) return
    if (this.#characters >= GENERATION) {
      this.#old = this.#young
      this.#young = new Map()
      this.#characters = 0
    }
    this.#young.set(name, known)
    this.#characters += name.length
  }
}

const nameOf = (block: Block): string => `${block.role}${isHeadingCell(block) ? ':heading' : ''}\u0000${block.text}`
