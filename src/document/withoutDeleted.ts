/**
 * The document as it may be handed over: deleted words are tombstones, and nothing of them can be read. Merging it
 * gives the same copy as merging the whole history does.
 */
import * as Y from 'yjs'
import { documentText } from '../catalogue/story/document'
import { isIncomplete, itemOf } from './reading/yjsItems'
import { textOf } from './writers/characters/atoms'
import { handsOf } from './writers/characters/hands'

/**
 * The state without deleted content, as an update (v1). Of an element that words were moved out of, its place stays.
 * @throws Error if the state waits for changes that are missing, or something deleted would stay readable.
 */
export function withoutDeleted(state: Uint8Array): Uint8Array {
  let kept: ReadonlySet<unknown> | undefined
  const gcFilter = ({ content }: Y.Item): boolean =>
    !(content instanceof Y.ContentType) || !(kept ??= leftByMoves(doc)).has(content.type)
  const doc: Y.Doc = new Y.Doc({ gc: true, gcFilter, guid: 'story' })
  Y.applyUpdate(doc, state)
  if (isIncomplete(doc)) throw new Error(documentText('handOver.incomplete'))
  const update = Y.encodeStateAsUpdate(doc)
  // What Yjs keeps for somebody (an undo) would leave. Here nobody can ask for that.
  if (!isForgotten(update)) throw new Error(documentText('handOver.keepsDeleted'))
  return update
}

/**
 * Texts that somebody moved characters out of, and the elements that hold them. Where these are gone, too, nobody could
 * tell elsewhere what had been taken from between those characters.
 */
function leftByMoves(doc: Y.Doc): ReadonlySet<unknown> {
  const kept = new Set<unknown>()
  for (const [client, runs] of handsOf(doc).left)
    for (const { clock } of runs) {
      if (clock >= Y.getState(doc.store, client)) continue
      let type: unknown = textOf(doc, { client, clock })
      for (; type instanceof Y.AbstractType && !kept.has(type); type = itemOf(type)?.parent) kept.add(type)
    }
  return kept
}

/** Whether every deleted item of an update (v1) is a tombstone, or an element without words. */
function isForgotten(update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update)
  return structs.every(
    (struct) =>
      !(struct instanceof Y.Item) ||
      struct.content instanceof Y.ContentDeleted ||
      struct.content instanceof Y.ContentType ||
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
