/** Characters that stand together as they were typed or moved, and where each came from. */
import * as Y from 'yjs'
import { markedRange } from '../../../story/copy/suggestions/markedCopy'
import { readMarkedBlock } from '../../reading/readStory'
import { itemOf } from '../../reading/yjsItems'
import { atomsOf } from './atoms'
import { handsOf, MOST_MOVES, piecesOf } from './hands'

/** A character by its Yjs id. */
export interface Character {
  readonly client: number
  readonly clock: number
}

export const LETTER = /[\p{L}\p{N}]/u

export interface MovedPiece {
  readonly first: Character
  readonly last: Character
  /** Offsets in the marked block. */
  readonly from: number
  readonly to: number
}

/** The standing characters of a range, in pieces that were typed or moved together. Without pieces of no letter. */
export function piecesIn(doc: Y.Doc, element: Y.XmlElement, from: number, to: number): readonly MovedPiece[] {
  const range = markedRange(readMarkedBlock(element), from, to)
  const found: MovedPiece[] = []
  let start = 0
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlText)
      for (const { at, text, client, clock, isLive, isPending } of atomsOf(doc, child)) {
        const first = Math.max(range.from - start - at, 0)
        const last = Math.min(range.to - start - at, text.length)
        if (!isLive || isPending || first >= last) continue
        for (const piece of piecesOf(handsOf(doc).moved, client, clock + first, last - first)) {
          const offset = piece.clock - clock
          if (!LETTER.test(text.slice(offset, offset + piece.length))) continue
          const end = piece.clock + piece.length - 1
          const place = start + at + offset
          const where = { from: place, to: place + piece.length }
          found.push({ first: { client, clock: piece.clock }, last: { client, clock: end }, ...where })
        }
      }
    start += child instanceof Y.XmlText ? child.length : 1
  }
  return found
}

/** Where the character was before its last move. */
export function sourceOf(doc: Y.Doc, { client, clock }: Character): Character | undefined {
  for (const { run } of piecesOf(handsOf(doc).moved, client, clock, 1))
    if (run && !run.isCopy) return { client: run.fromClient, clock: run.fromClock + (clock - run.clock) }
  return undefined
}

export function rootOf(doc: Y.Doc, character: Character): Character {
  let root = character
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const from = sourceOf(doc, root)
    if (!from) break
    root = from
  }
  return root
}

export const itemAt = (doc: Y.Doc, { client, clock }: Character): Y.Item | undefined => {
  const item = Y.getItem(doc.store, Y.createID(client, clock))
  return item instanceof Y.Item ? item : undefined
}

/** Whether the first stands before the second in one text, whether they still stand or not. */
export function isInOrder(doc: Y.Doc, a: Character, b: Character): boolean {
  const [first, second] = [itemAt(doc, a), itemAt(doc, b)]
  if (!first || !second || first.parent !== second.parent) return false
  if (first === second) return a.clock < b.clock
  for (let item = first.right; item; item = item.right) if (item === second) return true
  return false
}

/** The item of the block that holds a character. */
export function blockOf(item: Y.Item | undefined): Y.Item | undefined {
  const { parent } = item ?? {}
  const element = parent instanceof Y.XmlText ? parent.parent : undefined
  return element instanceof Y.XmlElement ? itemOf(element) : undefined
}
