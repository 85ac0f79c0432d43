import * as Y from 'yjs'

type Ranges = Y.UndoManager['undoStack'][number]['insertions']

/**
 * Yjs takes back inserted text by its first character: what an earlier undo brought back, it follows to where that is
 * now and deletes the whole piece there. That piece may hold other words, too, or only a part of those inserted. This
 * cuts both at each other's ends before an undo or redo of `manager`. Returns what stops it.
 */
export function cutAtRedone(doc: Y.Doc, manager: Y.UndoManager): () => void {
  const before = (transaction: Y.Transaction): void => {
    if (transaction.origin !== manager) return
    const stack = manager.undoing ? manager.undoStack : manager.redoStack
    // A step with nothing to take back takes the one below it along.
    for (let at = stack.length - 1; at >= 0; at--) {
      const step = stack[at]
      if (step && cut(transaction, step.insertions).isThere) return
    }
  }
  doc.on('beforeTransaction', before)
  return () => doc.off('beforeTransaction', before)
}

/** Words that were brought back more often are left as Yjs takes them back: each time is one more call in this one. */
const MOST_FOLLOWED = 500

interface Cut {
  /** The clocks at which the pieces of the ranges begin. */
  readonly starts: readonly number[]
  /** Whether some of their words are in the document, there or where an undo brought them back. */
  readonly isThere: boolean
}

function cut(transaction: Y.Transaction, ranges: Ranges, followed = 0): Cut {
  const starts: number[] = []
  if (followed > MOST_FOLLOWED) return { starts, isThere: true }
  let isThere = false
  Y.iterateDeletedStructs(transaction, ranges, (struct) => {
    starts.push(struct.id.clock)
    if (!(struct instanceof Y.Item)) return
    if (struct.redone === null) {
      isThere ||= !struct.deleted
      return
    }
    const { id, redone, length } = struct
    const again = cut(transaction, rangeOf(redone.client, redone.clock, length), followed + 1)
    isThere ||= again.isThere
    // The pieces that this makes come next in the walk.
    const [, second] = again.starts
    if (second !== undefined) splitAt(transaction, id.client, id.clock + second - redone.clock)
  })
  return { starts, isThere }
}

function rangeOf(client: number, clock: number, len: number): Ranges {
  const range = Y.createDeleteSet()
  range.clients.set(client, [{ clock, len }])
  return range
}

const splitAt = (transaction: Y.Transaction, client: number, clock: number): void =>
  Y.iterateDeletedStructs(transaction, rangeOf(client, clock, 1), () => undefined)
