import type * as Y from 'yjs'
import type { Hand } from '../../../document/writers/characters/hands'
import { HandsWatch, type IsShared } from '../../../document/writers/watch/watchHands'

/** Sees who deletes and moves which words of one story. The caller keeps the notes in the document. */
export class StoryHands {
  readonly #watch = new HandsWatch()
  #by: string | undefined
  #notes: Hand[] = []

  constructor(
    doc: Y.Doc,
    /** Undefined while nobody else can have the story. */
    isShared: () => IsShared | undefined,
  ) {
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (this.#by !== undefined) this.#notes.push(...this.#watch.read(transaction, this.#by, isShared()))
    })
  }

  /** Runs a change in somebody's name. Undefined: nobody writes with it. */
  during<T>(by: string | undefined, change: () => T): { readonly value: T; readonly notes: readonly Hand[] } {
    this.#by = by
    this.#notes = []
    try {
      return { value: change(), notes: this.#notes }
    } finally {
      this.#by = undefined
    }
  }
}
