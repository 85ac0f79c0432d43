/**
 * Who put other people's words side by side: moved a sentence beside another one, so both read differently. A graf that
 * is moved whole, split, or joined with its neighbour between two sentences says what it said.
 */
import * as Y from 'yjs'
import type { Range } from '../../story/copy/copy'
import { followInsertions } from '../insertionMarks'
import { elementsNow } from './elementsNow'
import { readMarkedBlock } from '../reading/readStory'
import { handsOf, MOST_MOVES, nameOf, piecesOf } from './characters/hands'
import { blockOf, isInOrder, itemAt, LETTER, piecesIn, rootOf, sourceOf, type Character } from './characters/origins'
import { sentencesOf } from '../../story/copy/words/sentences'

/** Marks between two characters. */
const MOST_MARKS = 100

/** Names of all who moved words into these ranges, beside words that stood elsewhere. */
export function arrangersOf(doc: Y.Doc, ranges: readonly Range[]): ReadonlySet<string> {
  const arrangers = new Set<string>()
  const elements = elementsNow(doc)
  for (const { block, from, to } of ranges) {
    const element = elements[block]
    if (!element) continue
    const pieces = piecesIn(doc, element, from, to)
    const { text } = readMarkedBlock(element)
    for (const [at, right] of pieces.entries()) {
      const left = pieces[at - 1]
      if (!left) continue
      const begins = sentencesOf(text).some((one) => left.to <= one.from && one.from <= right.from)
      addArrangers(doc, left.last, right.first, begins, arrangers)
    }
  }
  return arrangers
}

/**
 * Who brought two characters together that stand side by side, as far back as they were moved. `begins`: a sentence
 * begins between them.
 */
function addArrangers(doc: Y.Doc, left: Character, right: Character, begins: boolean, arrangers: Set<string>): void {
  let [a, b] = [left, right]
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const [fromA, fromB] = [sourceOf(doc, a), sourceOf(doc, b)]
    if (!fromA && !fromB) return
    const wereBeside = (one: Character, other: Character): boolean =>
      isInOrder(doc, one, other) && !leavesOut(doc, one, other, a, b)
    // Moved together, or one of them cut and pasted at the same place.
    const before = [
      [fromA, fromB],
      [a, fromB],
      [fromA, b],
    ].find(([one, other]) => one && other && wereBeside(one, other))
    if (before?.[0] && before[1]) {
      ;[a, b] = [before[0], before[1]]
      continue
    }
    if (wereBeside(rootOf(doc, a), rootOf(doc, b))) return
    if ((!fromA && wasTypedInto(doc, a, b)) || (!fromB && wasTypedInto(doc, b, a))) return
    for (const [moved, from, other] of [
      [a, fromA, b],
      [b, fromB, a],
    ] as const) {
      const by = from && nameOf(doc, moved.client)
      if (by === undefined || !from || wasMovedTo(doc, other, moved)) continue
      if (!(begins && isJoin(doc, by, fromA ?? a, fromB ?? b))) arrangers.add(by)
    }
    // Somebody took one of them away and put it back: who had brought them together first did so, too.
    const earlierB = sourcesOf(doc, fromB).find((one) => wereBeside(a, one))
    const earlierA = sourcesOf(doc, fromA).find((one) => wereBeside(one, b))
    if (earlierB) b = earlierB
    else if (earlierA) a = earlierA
    else return
  }
}

/** Where a character was before it was there, the latest place first. */
function sourcesOf(doc: Y.Doc, character: Character | undefined): readonly Character[] {
  const sources: Character[] = []
  let from = character && sourceOf(doc, character)
  while (from && sources.length < MOST_MOVES) {
    sources.push(from)
    from = sourceOf(doc, from)
  }
  return sources
}

/** Whether a character was typed beside moved ones after their move: nobody moved those to it. */
function wasTypedInto(doc: Y.Doc, typed: Character, moved: Character): boolean {
  const item = itemAt(doc, typed)
  return (['origin', 'rightOrigin'] as const).some((side) => {
    const beside = besideOf(doc, item, side)
    return beside?.client === moved.client && sourceOf(doc, beside) !== undefined
  })
}

/**
 * Whether a character was moved beside one that stood there, out of a text in which that one never stood: a person
 * who moved that one before brought the two no nearer.
 */
function wasMovedTo(doc: Y.Doc, moved: Character, there: Character): boolean {
  const from = sourceOf(doc, moved)
  if (!from || !wasTypedInto(doc, moved, there)) return false
  const places = new Set(placesOf(doc, there))
  return !placesOf(doc, from).some((place) => places.has(place))
}

/** The texts in which a character stands and stood. */
const placesOf = (doc: Y.Doc, character: Character): readonly unknown[] =>
  [character, ...sourcesOf(doc, character)].map((one) => itemAt(doc, one)?.parent)

/** The character that stood on one side of an item when it was typed. The marks of proposals lie in between. */
function besideOf(doc: Y.Doc, item: Y.Item | undefined, side: 'origin' | 'rightOrigin'): Character | undefined {
  let beside = item?.[side]
  for (let steps = 0; beside && steps < MOST_MARKS; steps++) {
    const found = itemAt(doc, beside)
    if (!(found?.content instanceof Y.ContentFormat)) break
    beside = found[side]
  }
  return beside ?? undefined
}

/** Whether words between two characters of one text stayed there, or went elsewhere than between two others. */
function leavesOut(doc: Y.Doc, from: Character, to: Character, a: Character, b: Character): boolean {
  const [start, last] = [itemAt(doc, from), itemAt(doc, to)]
  const proposed = new Map<string, string>()
  for (let item: Y.Item | null | undefined = start; item; item = item.right) {
    if (!item.deleted) followInsertions(proposed, item)
    if (!item.deleted && proposed.size > 0 && item !== last) continue
    const { id, content, deleted, length } = item
    const first = item === start ? from.clock + 1 : id.clock
    const end = item === last ? to.clock : id.clock + length
    if (
      content instanceof Y.ContentString &&
      first < end &&
      LETTER.test(content.str.slice(first - id.clock, end - id.clock))
    ) {
      if (!deleted) {
        const here = { client: id.client, clock: first }
        if (movedAlong(doc, here, end - first, from, a) || movedAlong(doc, here, end - first, to, b)) continue
        return true
      }
      for (const { clock, run } of piecesOf(handsOf(doc).left, id.client, first, end - first)) {
        const now = run && { client: run.fromClient, clock: run.fromClock + (clock - run.clock) }
        if (now && !(isInOrder(doc, a, now) && isInOrder(doc, now, b))) return true
      }
    }
    if (item === last) break
  }
  return false
}

/** Whether characters came with another one, from beside it: those that somebody moved within one text, as by undo. */
const movedAlong = (doc: Y.Doc, here: Character, length: number, from: Character, to: Character): boolean =>
  here.client === to.client &&
  [...piecesOf(handsOf(doc).moved, here.client, here.clock, length)].every(
    ({ clock, run }) =>
      run?.isCopy === false &&
      run.fromClient === from.client &&
      run.fromClock + clock - run.clock - from.clock === clock - to.clock,
  )

/**
 * Whether two grafs were joined: the one that the characters came from is gone, it stood next to the other one, and
 * this person took nothing else out between them.
 */
function isJoin(doc: Y.Doc, by: string, a: Character, b: Character): boolean {
  const [left, right] = [itemAt(doc, a), itemAt(doc, b)]
  const [before, behind] = [blockOf(left), blockOf(right)]
  if (!left || !right || !before || !behind || (!before.deleted && !behind.deleted)) return false
  const tookFrom = ({ id, length, content }: Y.Item): boolean =>
    content instanceof Y.ContentString &&
    LETTER.test(content.str) &&
    [...piecesOf(handsOf(doc).took, id.client, id.clock, length)].some(({ run }) => run?.by.includes(by))
  if (behind.deleted) for (let item = right.left; item; item = item.left) if (tookFrom(item)) return false
  if (before.deleted) for (let item = left.right; item; item = item.right) if (tookFrom(item)) return false
  for (let item = before.right; item; item = item.right) {
    if (item === behind) return true
    if (!item.deleted) return false
  }
  return false
}
