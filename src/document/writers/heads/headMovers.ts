/**
 * Who brought words under another head: moved a list item below another lead-in or item, a cell to another column or
 * row, or the head itself. Items that change places under one lead-in, and a list or a table that is moved whole, say
 * what they said.
 */
import * as Y from 'yjs'
import type { Copy, Range } from '../../../story/copy/copy'
import { leadIn } from '../../../story/view/context'
import { neighboursOf } from '../../../story/view/neighbours'
import { itemsIn, settingsOf } from '../../reading/yjsItems'
import { atomsOf, takersOf } from '../characters/atoms'
import { handsOf, MOST_MOVES, nameOf, piecesOf } from '../characters/hands'
import { blockOf, itemAt, LETTER, piecesIn, rootOf, sourceOf, type Character } from '../characters/origins'
import { elementOf, headsOf, shapeOf, stoodUnder } from './headsThen'
import { elementsIn } from './shapes'
import { ShiftCount } from './shifters'

/** Blocks between two that were made one after the other. */
const MOST_BLOCKS = 2000

/**
 * Names of all who brought the words of a range and their heads together, or took the words from a head. `elements`:
 * those of the copy's blocks. `bound`: the headline or deck above an item that has no lead-in. -1: none.
 */
export function headMovers(
  doc: Y.Doc,
  copy: Copy,
  elements: readonly Y.XmlElement[],
  { block, from, to }: Range,
  bound = -1,
): ReadonlySet<string> {
  const movers = new Set<string>()
  const element = elements[block]
  const neighbours = neighboursOf(copy)[block]
  if (!element || !neighbours) return movers
  const heads = [...neighbours.belongsTo, ...neighbours.headers, ...(bound < 0 ? [] : [bound])]
  const own = piecesIn(doc, element, from, to)
  const above = new Set<Y.XmlElement>()
  for (const head of heads) {
    const [top, words] = [elements[head], copy[head]]
    if (!top || !words) continue
    above.add(top)
    const start = neighbours.belongsTo.includes(head) ? leadIn(words).from : 0
    for (const { first } of piecesIn(doc, top, start, words.text.length))
      for (const { first: below } of own) for (const name of moversOf(doc, first, below)) movers.add(name)
  }
  for (const { first } of own) for (const name of takersFromHeads(doc, first, above)) movers.add(name)
  return movers
}

/** Who brought a character under a head. Who moved one is asked again, without what they changed around it. */
function moversOf(doc: Y.Doc, head: Character, own: Character): ReadonlySet<string> {
  const movers = new Set<string>()
  addMovers(doc, head, own, movers)
  for (const person of [...peopleMoving(doc, head), ...peopleMoving(doc, own)]) {
    if (movers.has(person)) continue
    const found = new Set<string>()
    addMovers(doc, head, own, found, person)
    if (found.has(person)) movers.add(person)
  }
  return movers
}

/** Names of all who moved a character. */
function peopleMoving(doc: Y.Doc, character: Character): ReadonlySet<string> {
  const people = new Set<string>()
  let at = character
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const from = sourceOf(doc, at)
    if (!from) break
    const by = nameOf(doc, at.client)
    if (by !== undefined) people.add(by)
    at = from
  }
  return people
}

/** As far back as both stood so. */
function addMovers(doc: Y.Doc, head: Character, own: Character, movers: Set<string>, except?: string): void {
  const asNow = shapeOf(doc, head, own)
  const isHead = (top: Character, below: Character, made?: Y.XmlElement): boolean =>
    shapeOf(doc, top, below, except) === asNow && stoodUnder(doc, top, below, { except, made })
  const shifts = new ShiftCount()
  let [a, b] = [head, own]
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    shifts.add(doc, elementOf(doc, a), elementOf(doc, b))
    const [fromA, fromB] = [sourceOf(doc, a), sourceOf(doc, b)]
    if (!fromA && !fromB) break
    // A person who splits a graf makes the block that is between now.
    const made = fromA && wasMadeWith(doc, a) ? elementOf(doc, a) : undefined
    const before = (
      [
        [fromA, fromB],
        [a, fromB],
        [fromA, b],
      ] as const
    ).find(([top, below]) => top && below && isHead(top, below, top === a ? undefined : made))
    const [beforeA, beforeB] = before ?? []
    if (!beforeA || !beforeB) {
      const [rootA, rootB] = [rootOf(doc, a), rootOf(doc, b)]
      if (!sourceOf(doc, rootA) && !sourceOf(doc, rootB) && isHead(rootA, rootB)) return
      shifts.add(doc, elementOf(doc, fromA ?? a), elementOf(doc, fromB ?? b))
      if (!fromB && wasMadeBeside(doc, b, a, 'origin')) break
      if (!fromA && wasMadeBeside(doc, a, b, 'rightOrigin')) break
      addMover(doc, a, movers)
      addMover(doc, b, movers)
      break
    }
    ;[a, b] = [beforeA, beforeB]
    if (moves < MOST_MOVES - 1) continue
    // Nobody knows what was before.
    addMover(doc, a, movers)
    addMover(doc, b, movers)
  }
  for (const name of shifts.names) movers.add(name)
}

function addMover(doc: Y.Doc, moved: Character, movers: Set<string>): void {
  const by = sourceOf(doc, moved) && nameOf(doc, moved.client)
  if (by !== undefined) movers.add(by)
}

/** Who moved a character away from a head, or from a picture, that it does not have now. `now`: its heads. */
function takersFromHeads(doc: Y.Doc, own: Character, now: ReadonlySet<Y.XmlElement>): ReadonlySet<string> {
  const takers = new Set<string>()
  const isCutline = elementOf(doc, own)?.nodeName === 'picture'
  const hasLost = (there: Character, by: string | undefined): boolean => {
    const element = elementOf(doc, there)
    if (!element) return false
    return (
      (element.nodeName === 'picture' && !isCutline) ||
      headsOf(doc, element).some((head) => isLost(doc, head, now, by)) ||
      headsOf(doc, element, by).some((head) => isLost(doc, head, now, by))
    )
  }
  const root = rootOf(doc, own)
  const isWhole = !sourceOf(doc, root)
  let at = own
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const from = sourceOf(doc, at)
    if (!from) return takers
    const by = nameOf(doc, at.client)
    if (by !== undefined && hasLost(from, by)) {
      if (!isWhole || hasLost(root, by)) takers.add(by)
      return takers
    }
    at = from
  }
  return takers
}

/** Whether a head has words elsewhere than in these elements, or this person took its words away. */
function isLost(doc: Y.Doc, head: Y.XmlElement, now: ReadonlySet<Y.XmlElement>, by: string | undefined): boolean {
  let lost = false
  for (const { content } of itemsIn(head)) {
    if (!(content instanceof Y.ContentType && content.type instanceof Y.XmlText)) continue
    for (const atom of atomsOf(doc, content.type)) {
      const { client, clock, text, isLive, isPending } = atom
      if (isPending || !LETTER.test(text)) continue
      const end = endOf(doc, { client, clock })
      const element = elementOf(doc, end)
      const wasMoved = end.client !== client || end.clock !== clock
      if (element && (isLive || wasMoved) && !itemAt(doc, end)?.deleted) {
        if (now.has(element)) return false
        lost = true
      } else if (by !== undefined && takersOf(doc, atom).has(by)) lost = true
    }
  }
  return lost
}

/**
 * Whether the block of a character was made beside that of a moved one, or beside one that was: after the move. Words
 * that were moved into a block which stood there already do not tell when.
 */
function wasMadeBeside(doc: Y.Doc, made: Character, moved: Character, side: 'origin' | 'rightOrigin'): boolean {
  const goal = blockOf(itemAt(doc, moved))
  if (!wasMadeWith(doc, moved)) return false
  let block = blockOf(itemAt(doc, made))
  for (let steps = 0; block && steps < MOST_BLOCKS; steps++) {
    const beside: Y.ID | null = block[side]
    block = beside ? itemAt(doc, beside) : undefined
    if (block && block === goal) return true
  }
  return false
}

/** Whether a character came with its block: Yjs numbers the content of a new element before its attributes. */
function wasMadeWith(doc: Y.Doc, { client, clock }: Character): boolean {
  const element = elementOf(doc, { client, clock })
  const role = element && settingsOf(element, 'role').at(-1)
  return role?.client === client && role.clock > clock
}

/** Who moved words out of an element, but to one of these. */
export function moversFrom(doc: Y.Doc, gone: Y.XmlElement, to: ReadonlySet<Y.XmlElement>): ReadonlySet<string> {
  const movers = new Set<string>()
  for (const node of [gone, ...elementsIn(gone), ...elementsIn(gone).flatMap(elementsIn)])
    for (const { content } of itemsIn(node)) {
      if (!(content instanceof Y.ContentType && content.type instanceof Y.XmlText)) continue
      for (const { client, clock, text } of atomsOf(doc, content.type))
        for (const { clock: at, run } of piecesOf(handsOf(doc).left, client, clock, text.length)) {
          if (!run || run.isCopy || !LETTER.test(text)) continue
          const now = endOf(doc, { client: run.fromClient, clock: run.fromClock + (at - run.clock) })
          const element = elementOf(doc, now)
          const by = nameOf(doc, run.fromClient)
          if (by !== undefined && !(element && to.has(element))) movers.add(by)
        }
    }
  return movers
}

/** Where a character is after its last move. */
function endOf(doc: Y.Doc, character: Character): Character {
  let end = character
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const [piece] = piecesOf(handsOf(doc).left, end.client, end.clock, 1)
    if (!piece?.run || piece.run.isCopy) break
    end = { client: piece.run.fromClient, clock: piece.run.fromClock + (end.clock - piece.run.clock) }
  }
  return end
}
