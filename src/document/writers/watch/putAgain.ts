/**
 * Characters that a person took away and puts there again, by undo or by hand. However few they are, they keep their
 * writers: what somebody changes there later no longer reads as what was taken away.
 */
import * as Y from 'yjs'
import { followInsertions } from '../../insertionMarks'
import { itemsIn } from '../../reading/yjsItems'
import { handsOf, MOST_MOVES, piecesOf, type Hand } from '../characters/hands'
import {
  isCovered,
  isElsewhere,
  isOwn,
  MOST_LOOKED_AT,
  overlap,
  runsOf,
  type PersonChange,
  type Characters,
  type TakenPart,
} from './takenCharacters'
import { undoneBeside } from './undoneBeside'
import { undoneBlock } from './undoneBlock'

/** Characters that were put there again, and what they were. `stands`: they were not taken again in the same change. */
interface Again {
  readonly now: Characters
  readonly then: Characters
  readonly stands: boolean
}
/**
 * How often characters are noted as put there again, so that undo and redo do not fill the document. Those that are put
 * there more often are known by how they read.
 */
const MOST_AGAIN = 50
/** `typed`: the new items of a change. `notes`: those that were made of it so far. */
export function putAgain(doc: Y.Doc, typed: Iterable<Y.Item>, by: string, notes: readonly Hand[]): readonly Hand[] {
  const taken: Characters[] = notes.flatMap((note): readonly Characters[] =>
    note[0] === 'took' && note[1] === by ? [{ client: note[2], clock: note[3], length: note[4] }] : [],
  )
  const noted = notes.flatMap((note): readonly Characters[] =>
    note[0] === 'moved' || note[0] === 'copied' ? [{ client: note[1], clock: note[2], length: note[3] }] : [],
  )
  const found: Again[] = []
  const change: PersonChange = { doc, by, taken }
  for (const item of typed) {
    const { client, clock } = item.id
    const all = { client, clock, length: item.length }
    if (!(item.content instanceof Y.ContentString) || noted.some((one) => overlap(one, all))) continue
    const parts =
      undone(change, item) ??
      typedAgain(change, item, false) ??
      typedAgain(change, item, true) ??
      undoneBlock(change, item) ??
      undoneBeside(change, item) ??
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
function settled(change: PersonChange, found: readonly Again[]): readonly Again[] {
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

/** An undo puts each item right before the one that it is again. */
function undone(change: PersonChange, { content, rightOrigin, right }: Y.Item): readonly TakenPart[] | undefined {
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
function typedAgain(
  change: PersonChange,
  { content, left }: Y.Item,
  withOwn: boolean,
): readonly TakenPart[] | undefined {
  if (!(content instanceof Y.ContentString)) return undefined
  const parts: TakenPart[] = []
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

const isStanding = ({ deleted, countable }: Y.Item): boolean => !deleted && countable

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
