import * as Y from 'yjs'
import { markNameOf } from '../../../document/markNames'
import { itemsIn } from '../../../document/reading/yjsItems'

/** The range of a text under one formatting attribute. */
export interface Tagged {
  readonly at: number
  readonly length: number
  readonly attribute: string
}

/**
 * Characters that are inside a tag only because they were inserted at its edge while somebody else made the tag: Yjs
 * orders the two by chance. Each item remembers its original neighbours. Such a character is between a marker and the
 * marker's neighbour, but its original neighbours are on the far side of the marker. Every replica finds the same ones.
 */
export function strayTagEdges(text: Y.XmlText): Tagged[] {
  const items = [...itemsIn(text)]
  const swallowed: Tagged[] = []
  items.forEach((marker, index) => {
    if (marker.deleted || !(marker.content instanceof Y.ContentFormat) || markNameOf(marker.content.key) !== 'fact')
      return
    const attribute = marker.content.key
    const ends = marker.content.value === null
    const neighbour = indexOf(items, ends ? marker.origin : marker.rightOrigin)
    const [from, to] = ends ? [(neighbour ?? -1) + 1, index] : [index + 1, neighbour ?? items.length]
    const beyond = new Set<number>()
    // Walks away from the marker's neighbour: text typed beside a stray character came with it.
    const places = Array.from({ length: to - from }, (_, step) => (ends ? to - 1 - step : from + step))
    for (const place of places) {
      const item = items[place]
      if (!item) continue
      const born = indexOf(items, ends ? item.rightOrigin : item.origin) ?? (ends ? items.length : -1)
      if (!(ends ? born > index : born < index) && !beyond.has(born)) continue
      beyond.add(place)
      if (!item.deleted && item.content instanceof Y.ContentString)
        swallowed.push({ at: offsetOf(items, item), length: item.length, attribute })
    }
  })
  const carries = tagsByOffset(items)
  return swallowed.filter(({ at, attribute }) => carries.get(at)?.has(attribute))
}

/**
 * Whether this transaction tagged the characters at `offset`: both markers are new, and nothing visible is between them
 * and their original neighbours.
 */
export function isPutThere(text: Y.XmlText, attribute: string, offset: number, transaction: Y.Transaction): boolean {
  const items = [...itemsIn(text)]
  let at = 0
  let start = -1
  let end = -1
  for (const [index, item] of items.entries()) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentFormat && item.content.key === attribute) {
      if (at > offset) {
        end = index
        break
      }
      start = index
    } else if (item.countable) at += item.length
  }
  const isNew = (item: Y.Item | undefined): item is Y.Item =>
    item !== undefined && item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0)
  const first = items[start]
  const last = items[end]
  if (!isNew(first) || !isNew(last)) return false
  const beside = [
    ...items.slice(start + 1, indexOf(items, first.rightOrigin) ?? items.length),
    ...items.slice((indexOf(items, last.origin) ?? -1) + 1, end),
  ]
  return beside.every((item) => item.deleted || !item.countable)
}

function indexOf(items: readonly Y.Item[], id: Y.ID | null): number | undefined {
  if (id === null) return undefined
  const index = items.findIndex(
    (item) => item.id.client === id.client && item.id.clock <= id.clock && id.clock < item.id.clock + item.length,
  )
  return index < 0 ? undefined : index
}

function offsetOf(items: readonly Y.Item[], item: Y.Item): number {
  let offset = 0
  for (const other of items) {
    if (other === item) break
    if (!other.deleted && other.countable) offset += other.length
  }
  return offset
}

/** Offset of each visible item → the formatting attributes on it. */
function tagsByOffset(items: readonly Y.Item[]): ReadonlyMap<number, ReadonlySet<string>> {
  const tags = new Map<number, ReadonlySet<string>>()
  let active: ReadonlySet<string> = new Set()
  let at = 0
  for (const item of items) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentFormat) {
      const next = new Set(active)
      if (item.content.value === null) next.delete(item.content.key)
      else next.add(item.content.key)
      active = next
    } else if (item.countable) {
      tags.set(at, active)
      at += item.length
    }
  }
  return tags
}
