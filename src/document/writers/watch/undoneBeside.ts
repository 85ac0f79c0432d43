/**
 * Characters that an undo puts back into a block that an undo brought back before. Nothing of what went stands there.
 * They stood beside what the characters beside them were then.
 */
import * as Y from 'yjs'
import { itemAt, sourceOf, type Character } from '../characters/origins'
import { textOf } from '../characters/atoms'
import { handsOf, MOST_MOVES, nameOf, piecesOf } from '../characters/hands'
import { isElsewhere, isOwn, MOST_LOOKED_AT, runsOf, type PersonChange, type TakenPart } from './takenCharacters'
import { textsBefore } from './undoneBlock'

type Side = 'left' | 'right'

/** What this person took there, if it reads as this item does. Without their own words. */
export function undoneBeside(change: PersonChange, item: Y.Item): readonly TakenPart[] | undefined {
  for (const side of ['left', 'right'] as const)
    for (const source of placesBefore(change.doc, change.by, item, side)) {
      const parts = takenBeside(change, item, source, side)
      if (parts) return parts
    }
  return undefined
}

/** Where the character beside an item was, in the blocks that this person’s undo brought back with the item’s text. */
export function* placesBefore(doc: Y.Doc, by: string, item: Y.Item, side: Side): Generator<Character> {
  let beside = item[side]
  for (let looks = 0; beside && (beside.deleted || !beside.countable); beside = beside[side])
    if (++looks > MOST_LOOKED_AT) return
  if (!(beside?.content instanceof Y.ContentString)) return
  let one: Character = side === 'left' ? beside.lastId : beside.id
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const source = sourceOf(doc, one)
    const [text, former] = [textOf(doc, one), source && textOf(doc, source)]
    if (!source || !text || !former) return
    const isUndone = former !== text
    if (isUndone && (nameOf(doc, one.client) !== by || !textsBefore(text).includes(former))) return
    one = source
    if (isUndone) yield source
  }
}

/** `side`: on which side of the item the source is. */
function takenBeside(
  change: PersonChange,
  { content }: Y.Item,
  source: Character,
  side: Side,
): readonly TakenPart[] | undefined {
  if (!(content instanceof Y.ContentString)) return undefined
  const { str } = content
  const parts: TakenPart[] = []
  let length = 0
  let looks = 0
  const onward = side === 'left' ? 'right' : 'left'
  for (let item = itemAt(change.doc, source) ?? null; item && length < str.length; item = item[onward]) {
    if (++looks > MOST_LOOKED_AT) return undefined
    const { client, clock } = item.id
    const isFirst = client === source.client && clock <= source.clock && source.clock < clock + item.length
    if (!isFirst && !item.deleted && item.countable) return undefined
    if (!(item.content instanceof Y.ContentString) || !item.deleted) continue
    const from = isFirst && side === 'left' ? source.clock + 1 : clock
    const to = isFirst && side === 'right' ? source.clock : clock + item.length
    const pieces = [...piecesOf(handsOf(change.doc).took, client, from, to - from)]
    for (const piece of side === 'left' ? pieces : pieces.reverse()) {
      const then = { client, clock: piece.clock, length: piece.length }
      if (length === str.length) continue
      // What stands again beside the item stood here, not what is behind it.
      if (isElsewhere(change.doc, then)) return undefined
      const isTaken = runsOf(change, then) !== undefined
      if (!isTaken && (piece.run || !isOwn(change, then))) continue
      const at = side === 'left' ? length : str.length - length - piece.length
      const text = item.content.str.slice(piece.clock - clock, piece.clock - clock + piece.length)
      if (at < 0 || str.slice(at, at + piece.length) !== text) return undefined
      if (isTaken) parts.push({ ...then, at })
      length += piece.length
    }
  }
  return length === str.length ? parts : undefined
}
