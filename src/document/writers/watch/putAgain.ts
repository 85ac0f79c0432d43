/**
 * Characters that a person took away and puts there again, by undo or by hand. However few they are, they keep their
 * writers: what somebody changes there later no longer reads as what was taken away.
 */
import * as Y from 'yjs'
import { followInsertions } from '../../insertionMarks'
import { itemOf, itemsIn, type ItemId } from '../../reading/yjsItems'
import { handsOf, MOST_MOVES, piecesOf, writersOfCharacters, type Hand } from '../characters/hands'

interface Characters {
  readonly client: number
  readonly clock: number
  readonly length: number
}
/** Characters that were put there again, and what they were. `stands`: they were not taken again in the same change. */
interface Again {
  readonly now: Characters
  readonly then: Characters
  readonly stands: boolean
}
interface Change {
  readonly doc: Y.Doc
  readonly by: string
  /** What this person took in the same change. */
  readonly taken: readonly Characters[]
}

/**
 * How often characters are noted as put there again, so that undo and redo do not fill the document. Those that are put
 * there more often are known by how they read.
 */
const MOST_AGAIN = 50
/** How many pieces of what went are looked at beside those that stand again. */
const MOST_LOOKED_AT = 1000

/** `typed`: the new items of a change. `notes`: those that were made of it so far. */
export function putAgain(doc: Y.Doc, typed: Iterable<Y.Item>, by: string, notes: readonly Hand[]): readonly Hand[] {
  const taken: Characters[] = notes.flatMap((note): readonly Characters[] =>
    note[0] === 'took' && note[1] === by ? [{ client: note[2], clock: note[3], length: note[4] }] : [],
  )
  const noted = notes.flatMap((note): readonly Characters[] =>
    note[0] === 'moved' || note[0] === 'copied' ? [{ client: note[1], clock: note[2], length: note[3] }] : [],
  )
  const found: Again[] = []
  const change: Change = { doc, by, taken }
  for (const item of typed) {
    const { client, clock } = item.id
    const all = { client, clock, length: item.length }
    if (!(item.content instanceof Y.ContentString) || noted.some((one) => overlap(one, all))) continue
    const parts =
      undone(change, item) ??
      typedAgain(change, item, false) ??
      typedAgain(change, item, true) ??
      undoneBlock(change, item) ??
      []
    for (const { at, ...then } of parts) {
      const now = { client, clock: clock + at, length: then.length }
      found.push({ now, then, stands: !item.deleted })
      // It may be taken again in the same change, as by an undo, a redo and an undo.
      taken.push(now)
    }
  }
  return settled(change, withoutMany(doc, found)).map(({ now, then }) => [
    'moved',
    now.client,
    now.clock,
    now.length,
    then.client,
    then.clock,
  ])
}

/** Those that stand, or went into others that do, where all that went together was put there again. */
function settled(change: Change, found: readonly Again[]): readonly Again[] {
  const again = found.map(({ then }) => then)
  const kept = found.filter(
    ({ now, then, stands }) =>
      (stands || isCovered(again, now)) &&
      runsOf(change, then)?.every((run) => isCovered(again, run)) &&
      !wasProposed(change.doc, then),
  )
  return kept.length === found.length ? kept : settled(change, kept)
}

/** Those that were not put there again too often, before this change or in it. */
function withoutMany(doc: Y.Doc, found: readonly Again[]): readonly Again[] {
  const counted: { readonly now: Characters; readonly times: number }[] = []
  return found.filter(({ now, then }) => {
    const before = counted.findLast((one) => overlap(one.now, then))?.times ?? timesAgain(doc, then)
    counted.push({ now, times: before + 1 })
    return before < MOST_AGAIN
  })
}

/** How often the first of these characters that was put there again was. */
function timesAgain(doc: Y.Doc, then: Characters): number {
  let first = then
  for (let times = 0; times < MOST_AGAIN; times++) {
    const pieces = [...piecesOf(handsOf(doc).moved, first.client, first.clock, first.length)]
    const moved = pieces.find(({ run }) => run !== undefined)
    if (!moved?.run) return times
    const { fromClient: client, fromClock, clock } = moved.run
    first = { client, clock: fromClock + (moved.clock - clock), length: 1 }
  }
  return MOST_AGAIN
}

/** Characters that were taken. `at`: their place among those that were typed. */
type Part = Characters & { readonly at: number }

/** An undo puts each item right before the one that it is again. */
function undone(change: Change, { content, rightOrigin, right }: Y.Item): readonly Part[] | undefined {
  if (!(content instanceof Y.ContentString) || !rightOrigin) return undefined
  const { client, clock } = rightOrigin
  const { str } = content
  let at = 0
  let looks = 0
  for (let item = right; item && at < str.length; item = item.right) {
    if (++looks > MOST_LOOKED_AT || isStanding(item)) return undefined
    if (item.id.client !== client || item.id.clock !== clock + at) continue
    if (!(item.content instanceof Y.ContentString)) return undefined
    const part = item.content.str.slice(0, str.length - at)
    if (!str.startsWith(part, at)) return undefined
    at += part.length
  }
  if (at < str.length) return undefined
  const then = { ...lastOf(change.doc, { client, clock, length: str.length }), at: 0 }
  return runsOf(change, then) ? [then] : undefined
}

/** Who types puts letters behind all that went there. `withOwn`: what they took of their own words is among it. */
function typedAgain(change: Change, { content, left }: Y.Item, withOwn: boolean): readonly Part[] | undefined {
  if (!(content instanceof Y.ContentString)) return undefined
  const parts: Part[] = []
  let rest = content.str
  let looks = 0
  for (let item = left; item && rest !== ''; item = item.left) {
    if (++looks > MOST_LOOKED_AT || isStanding(item)) return undefined
    if (!(item.content instanceof Y.ContentString)) continue
    const { client, clock } = item.id
    for (const piece of [...piecesOf(handsOf(change.doc).took, client, clock, item.length)].reverse()) {
      const then = { client, clock: piece.clock, length: piece.length }
      const isTaken = runsOf(change, then) !== undefined
      const counts = !isElsewhere(change.doc, then) && (isTaken || (withOwn && !piece.run && isOwn(change, then)))
      if (rest === '' || !counts) continue
      const text = item.content.str.slice(piece.clock - clock, piece.clock - clock + piece.length)
      if (!rest.endsWith(text)) return undefined
      rest = rest.slice(0, -text.length)
      if (isTaken) parts.push({ ...then, at: rest.length })
    }
  }
  return rest === '' ? parts : undefined
}

/** What they were last, if they were put there again before. */
function lastOf(doc: Y.Doc, then: Characters): Characters {
  let last = then
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const [piece] = piecesOf(handsOf(doc).left, last.client, last.clock, last.length)
    if (!piece?.run || piece.length < last.length) break
    const { fromClient: client, fromClock, clock } = piece.run
    last = { client, clock: fromClock + (last.clock - clock), length: last.length }
  }
  return last
}

const isElsewhere = (doc: Y.Doc, { client, clock, length }: Characters): boolean =>
  [...piecesOf(handsOf(doc).left, client, clock, length)].some(({ run }) => run !== undefined)

/** An undo of a deleted block, row or table makes another one right before it. It holds what this person took. */
function undoneBlock(change: Change, { id, length, parent }: Y.Item): readonly Part[] | undefined {
  if (!(parent instanceof Y.XmlText)) return undefined
  let block = itemOf(parent)
  let former = formerOf(block)
  while (block && !former) {
    block = block.parent instanceof Y.AbstractType ? itemOf(block.parent) : undefined
    former = formerOf(block)
  }
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
  const parts: Part[] = []
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
const takenIn = (change: Change, text: Y.XmlText): readonly TakenCharacter[] =>
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

const isStanding = ({ deleted, countable }: Y.Item): boolean => !deleted && countable

const isOwn = ({ doc, by }: Change, { client, clock, length }: Characters): boolean =>
  [...writersOfCharacters(doc, client, clock, length)].every((name) => name === by)

/** What this person took together with these characters, and nobody else did. */
function runsOf({ doc, by, taken }: Change, { client, clock, length }: Characters): readonly Characters[] | undefined {
  const runs: Characters[] = []
  for (const { run, ...part } of piecesOf(handsOf(doc).took, client, clock, length)) {
    const piece = { client, ...part }
    const now = taken.filter((one) => overlap(one, piece))
    if (run ? run.by.some((name) => name !== by) : !isCovered(now, piece)) return undefined
    runs.push(...(run ? [{ client, clock: run.clock, length: run.length }] : now))
  }
  return runs
}

const overlap = (one: Characters, other: Characters): boolean =>
  one.client === other.client && one.clock < other.clock + other.length && other.clock < one.clock + one.length

function isCovered(parts: readonly Characters[], { client, clock, length }: Characters): boolean {
  let at = clock
  for (const part of [...parts].sort((a, b) => a.clock - b.clock))
    if (part.client === client && part.clock <= at) at = Math.max(at, part.clock + part.length)
  return at >= clock + length
}

/** Whether somebody only proposed them. */
function wasProposed(doc: Y.Doc, { client, clock, length }: Characters): boolean {
  const isAccepted = [...piecesOf(handsOf(doc).wrote, client, clock, length)].every(({ run }) => run !== undefined)
  const item = Y.getItem(doc.store, Y.createID(client, clock))
  if (isAccepted || !(item instanceof Y.Item) || !(item.parent instanceof Y.XmlText)) return false
  const proposed = new Map<string, string>()
  for (const one of itemsIn(item.parent)) {
    followInsertions(proposed, one)
    if (one === item) return proposed.size > 0
  }
  return false
}
