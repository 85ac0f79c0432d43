/** A deleted block, row or table that an undo brings back: its characters are those that were taken out of it. */
import * as Y from 'yjs'
import { itemOf, itemsIn, type ItemId } from '../../reading/yjsItems'
import { handsOf, piecesOf } from '../characters/hands'
import { isElsewhere, isOwn, MOST_LOOKED_AT, runsOf, type PersonChange, type TakenPart } from './takenCharacters'

/** An undo of a deleted block, row or table makes another one right before it. It holds what this person took. */
export function undoneBlock(change: PersonChange, { id, length, parent }: Y.Item): readonly TakenPart[] | undefined {
  if (!(parent instanceof Y.XmlText)) return undefined
  const { block, former } = undoneIn(parent)
  if (!block || !former) return undefined
  const texts = textsIn(block).filter((text) => text.length > 0)
  const all = textsIn(former)
    .map((text) => takenIn(change, text))
    .filter((taken) => taken.length > 0)
  const taken = all[texts.indexOf(parent)]
  if (!taken || texts.length !== all.length) return undefined
  const now = [...itemsIn(parent)].flatMap((item) =>
    !item.deleted && item.content instanceof Y.ContentString ? charactersOf(item, 0, item.length) : [],
  )
  if (now.map(({ text }) => text).join('') !== taken.map(({ text }) => text).join('')) return undefined
  const parts: TakenPart[] = []
  for (const [nth, { client, clock }] of now.entries()) {
    const then = taken[nth]
    if (client !== id.client || clock < id.clock || clock >= id.clock + length || !then || then.isOwn) continue
    const at = clock - id.clock
    const last = parts.at(-1)
    const goesOn =
      last?.client === then.client && last.clock + last.length === then.clock && last.at + last.length === at
    if (last && goesOn) parts[parts.length - 1] = { ...last, length: last.length + 1 }
    else parts.push({ client: then.client, clock: then.clock, length: 1, at })
  }
  return parts
}

/** The texts of the block that an undo brought back with this text. */
export function textsBefore(text: Y.XmlText): readonly Y.XmlText[] {
  const { former } = undoneIn(text)
  return former ? textsIn(former) : []
}

/** The block, row or table that holds a text and that an undo made, and the deleted one that it is again. */
function undoneIn(text: Y.XmlText): { readonly block?: Y.Item | undefined; readonly former?: Y.Item | undefined } {
  let block = itemOf(text)
  let former = formerOf(block)
  while (block && !former) {
    block = block.parent instanceof Y.AbstractType ? itemOf(block.parent) : undefined
    former = formerOf(block)
  }
  return { block, former }
}

/** The deleted element right behind an item that was made in its place. */
function formerOf(item: Y.Item | undefined): Y.Item | undefined {
  const { rightOrigin } = item ?? {}
  let looks = 0
  for (let one = item?.right; rightOrigin && one?.deleted && looks < MOST_LOOKED_AT; one = one.right, looks++)
    if (one.id.client === rightOrigin.client && one.id.clock === rightOrigin.clock)
      return one.content instanceof Y.ContentType && one.content.type instanceof Y.XmlElement ? one : undefined
  return undefined
}

function textsIn({ content }: Y.Item): readonly Y.XmlText[] {
  if (!(content instanceof Y.ContentType)) return []
  if (content.type instanceof Y.XmlText) return [content.type]
  return [...itemsIn(content.type)].flatMap((item) => textsIn(item))
}

interface TakenCharacter extends ItemId {
  readonly text: string
  readonly isOwn: boolean
}

/** The characters that this person took out of a text, in order. */
const takenIn = (change: PersonChange, text: Y.XmlText): readonly TakenCharacter[] =>
  [...itemsIn(text)].flatMap((item) =>
    !item.deleted || !(item.content instanceof Y.ContentString)
      ? []
      : [...piecesOf(handsOf(change.doc).took, item.id.client, item.id.clock, item.length)].flatMap(
          ({ run, ...piece }) => {
            const then = { client: item.id.client, ...piece }
            if (isElsewhere(change.doc, then)) return []
            const isOthers = runsOf(change, then) !== undefined
            if (!isOthers && (run || !isOwn(change, then))) return []
            return charactersOf(item, piece.clock - item.id.clock, piece.length, !isOthers)
          },
        ),
  )

const charactersOf = ({ id, content }: Y.Item, from: number, length: number, own = false): readonly TakenCharacter[] =>
  content instanceof Y.ContentString
    ? Array.from({ length }, (_, at) => ({
        ...{ client: id.client, clock: id.clock + from + at },
        text: content.str.charAt(from + at),
        isOwn: own,
      }))
    : []
