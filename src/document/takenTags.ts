/** Tags that a change takes off words which it leaves in the copy. */
import * as Y from 'yjs'
import { markNameOf, overlappingMarkAttribute } from './markNames'
import { itemsIn, type ItemId } from './reading/yjsItems'

/** Words by the identity of their characters, in runs. */
type Words = readonly (ItemId & { readonly length: number })[]

/** By fact: the words that had its tag before a change, and stand without it. */
export type TakenTags = ReadonlyMap<string, Words>

/** Of the texts that a transaction touched. A fact whose tag remains anywhere else is among them, too. */
export function takenTags(texts: Iterable<unknown>, transaction: Y.Transaction): TakenTags {
  const taken = new Map<string, Words>()
  for (const text of texts) {
    if (!(text instanceof Y.XmlText)) continue
    const before = new Map<string, string>()
    const after = new Map<string, string>()
    for (const { id, length, deleted, content } of itemsIn(text)) {
      const isNew = id.clock >= (transaction.beforeState.get(id.client) ?? 0)
      const stoodBefore = !isNew && (!deleted || Y.isDeleted(transaction.deleteSet, id))
      if (content instanceof Y.ContentFormat) {
        if (stoodBefore) follow(before, content)
        if (!deleted) follow(after, content)
      } else if (content instanceof Y.ContentString && stoodBefore && !deleted) {
        const kept = new Set(after.values())
        for (const fact of new Set(before.values()))
          if (!kept.has(fact)) taken.set(fact, [...(taken.get(fact) ?? []), { ...id, length }])
      }
    }
  }
  return taken
}

function follow(tags: Map<string, string>, { key, value }: Y.ContentFormat): void {
  if (markNameOf(key) !== 'fact') return
  const id = (value as { readonly id?: unknown } | null)?.id
  if (typeof id === 'string') tags.set(key, id)
  else tags.delete(key)
}

/** Puts the tag of a fact back on these words. Those that are gone meanwhile stay gone. */
export function putTagBack(doc: Y.Doc, fact: string, words: Words): void {
  const attributes = { [overlappingMarkAttribute('fact', { id: fact })]: { id: fact } }
  const places: { readonly text: Y.XmlText; readonly from: number; to: number }[] = []
  for (const { client, clock, length } of words)
    for (let at = clock; at < clock + length; at++) {
      const place = placeOf(doc, { client, clock: at })
      const last = places.at(-1)
      if (!place) continue
      if (last?.text === place.text && last.to === place.at) last.to++
      else places.push({ text: place.text, from: place.at, to: place.at + 1 })
    }
  doc.transact(() => {
    for (const { text, from, to } of places) text.format(from, to - from, attributes)
  })
}

/** Where a character stands. Undefined if it was deleted. */
function placeOf(doc: Y.Doc, item: ItemId): { readonly text: Y.XmlText; readonly at: number } | undefined {
  const found = Y.getItem(doc.store, Y.createID(item.client, item.clock))
  if (!(found instanceof Y.Item) || found.deleted) return undefined
  const relative = Y.createRelativePositionFromJSON({ item, assoc: 0 })
  const place = Y.createAbsolutePositionFromRelativePosition(relative, doc)
  return place?.type instanceof Y.XmlText ? { text: place.type, at: place.index } : undefined
}
