/**
 * The document as it may be handed over: deleted words are tombstones, and nothing of them can be read. Merging it
 * gives the same copy as merging the whole history does.
 */
import * as Y from 'yjs'
import { documentText } from '../catalogue/story/document'
import { isIncomplete } from './reading/yjsItems'

/**
 * The state without deleted content, as an update (v1).
 * @throws Error if the state waits for changes that are missing, or something deleted would stay readable.
 */
export function withoutDeleted(state: Uint8Array): Uint8Array {
  const doc = new Y.Doc({ gc: true, guid: 'story' })
  Y.applyUpdate(doc, state)
  if (isIncomplete(doc)) throw new Error(documentText('handOver.incomplete'))
  const update = Y.encodeStateAsUpdate(doc)
  // What Yjs keeps for somebody (an undo) would leave. Here nobody can ask for that.
  if (!isForgotten(update)) throw new Error(documentText('handOver.keepsDeleted'))
  return update
}

/** Whether every deleted item of an update (v1) is a tombstone. */
function isForgotten(update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update)
  return structs.every(
    (struct) =>
      !(struct instanceof Y.Item) ||
      struct.content instanceof Y.ContentDeleted ||
      !isDeletedIn(ds.clients.get(struct.id.client) ?? [], struct.id.clock, struct.length),
  )
}

interface Deleted {
  readonly clock: number
  readonly len: number
}

/** Whether any of these characters is in the list of deleted ones, which is sorted by clock. */
function isDeletedIn(deleted: readonly Deleted[], from: number, length: number): boolean {
  let [low, high] = [0, deleted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const { clock, len } = deleted[middle] ?? { clock: 0, len: 0 }
    if (clock + len <= from) low = middle + 1
    else high = middle
  }
  return (deleted[low]?.clock ?? Infinity) < from + length
}
