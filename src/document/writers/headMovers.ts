/**
 * Who brought words under another head: moved a list item below another lead-in or item, a cell to another column or
 * row, or the head itself. Items that change places under one lead-in, and a list or a table that is moved whole, say
 * what they said.
 */
import * as Y from 'yjs'
import type { Copy, Range } from '../../story/copy/copy'
import { RUNS_ON } from '../../story/copy/sentences'
import { leadIn } from '../../story/view/context'
import { neighboursOf } from '../../story/view/neighbours'
import { itemsIn, lastAttribute, settingsOf } from '../yjsItems'
import { atomsOf } from './atoms'
import { handsOf, MOST_MOVES, nameOf, piecesOf } from './hands'
import { blockOf, itemAt, LETTER, piecesIn, rootOf, sourceOf, type Character } from './origins'

/** Blocks between two that were made one after the other. */
const MOST_BLOCKS = 2000

/** Names of all who brought the words of a range and their heads together. `elements`: those of the copy's blocks. */
export function headMovers(
  doc: Y.Doc,
  copy: Copy,
  elements: readonly Y.XmlElement[],
  { block, from, to }: Range,
): ReadonlySet<string> {
  const movers = new Set<string>()
  const element = elements[block]
  const neighbours = neighboursOf(copy)[block]
  if (!element || !neighbours) return movers
  const heads = [...neighbours.belongsTo, ...neighbours.headers]
  const own = heads.length > 0 ? piecesIn(doc, element, from, to) : []
  for (const head of heads) {
    const [above, words] = [elements[head], copy[head]]
    if (!above || !words) continue
    const start = neighbours.belongsTo.includes(head) ? leadIn(words).from : 0
    for (const { first: top } of piecesIn(doc, above, start, words.text.length))
      for (const { first } of own) addMovers(doc, top, first, movers)
  }
  return movers
}

/** Who brought a character under a head, as far back as both stood so. */
function addMovers(doc: Y.Doc, head: Character, own: Character, movers: Set<string>): void {
  const asNow = shapeOf(doc, head, own)
  const isHead = (top: Character, below: Character): boolean =>
    shapeOf(doc, top, below) === asNow && stoodUnder(doc, top, below)
  let [a, b] = [head, own]
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const [fromA, fromB] = [sourceOf(doc, a), sourceOf(doc, b)]
    if (!fromA && !fromB) return
    const before = (
      [
        [fromA, fromB],
        [a, fromB],
        [fromA, b],
      ] as const
    ).find(([top, below]) => top && below && isHead(top, below))
    const [beforeA, beforeB] = before ?? []
    if (!beforeA || !beforeB) {
      if (isHead(rootOf(doc, a), rootOf(doc, b))) return
      if (!fromB && wasMadeBeside(doc, b, a, 'origin')) return
      if (!fromA && wasMadeBeside(doc, a, b, 'rightOrigin')) return
      for (const [moved, from] of [
        [a, fromA],
        [b, fromB],
      ] as const) {
        const by = from && nameOf(doc, moved.client)
        if (by !== undefined) movers.add(by)
      }
      return
    }
    ;[a, b] = [beforeA, beforeB]
  }
}

const elementOf = (doc: Y.Doc, character: Character): Y.XmlElement | undefined => {
  const content = blockOf(itemAt(doc, character))?.content
  return content instanceof Y.ContentType && content.type instanceof Y.XmlElement ? content.type : undefined
}

/** What kinds of blocks hold a head and what stands under it: lead-in or item, and their levels. */
function shapeOf(doc: Y.Doc, head: Character, own: Character): string {
  const shape = (character: Character): unknown => {
    const element = elementOf(doc, character)
    if (!element) return undefined
    const role = roleOf(element)
    return belongsToLead(role) ? [element.nodeName, role, levelOf(element)] : element.nodeName
  }
  return JSON.stringify([shape(head), shape(own)])
}

export const roleOf = (element: Y.XmlElement): string => String(lastAttribute(element, 'role')?.value ?? 'paragraph')
export const levelOf = (element: Y.XmlElement): number => Number(lastAttribute(element, 'level')?.value ?? 1)
export const isHeader = (element: Y.XmlElement): boolean => String(lastAttribute(element, 'header')?.value) === 'true'
const belongsToLead = (role: string): boolean => role === 'listItem' || role === 'quote'

/** Whether a block or cell headed another one where they stand or stood. */
function stoodUnder(doc: Y.Doc, head: Character, own: Character): boolean {
  const [top, below] = [elementOf(doc, head), elementOf(doc, own)]
  if (!top || !below) return false
  return top.nodeName === 'cell' ? headedCell(top, below) : headedBlock(top, below)
}

/** Nothing between them, gone blocks included, took the item for itself. */
function headedBlock(top: Y.XmlElement, below: Y.XmlElement): boolean {
  const { parent } = top
  if (!parent || parent !== below.parent) return false
  const isItem = roleOf(top) === 'listItem'
  let isBelow = false
  for (const element of elementsIn(parent)) {
    if (element === below) return isBelow
    if (isBelow && element.nodeName === 'block') {
      const isOther = roleOf(element) === 'listItem' ? isItem && levelOf(element) <= levelOf(top) : ends(element)
      if (isOther) return false
    }
    if (element === top) isBelow = true
  }
  return false
}

/** Whether a block is, or once was, a lead-in, or ends what runs on. */
const ends = (element: Y.XmlElement): boolean => {
  const runsOn = [...RUNS_ON].some((role) => role === roleOf(element))
  return !runsOn || [...itemsIn(element)].some(({ content }) => content instanceof Y.ContentType && heldWords(content))
}

const heldWords = ({ type }: Y.ContentType): boolean =>
  type instanceof Y.XmlText &&
  [...itemsIn(type)].some(({ content }) => content instanceof Y.ContentString && LETTER.test(content.str))

/** One row, or one column without another header between. Rows that lost cells have no known columns. */
function headedCell(top: Y.XmlElement, below: Y.XmlElement): boolean {
  const [upper, lower] = [top.parent, below.parent]
  if (!(upper instanceof Y.XmlElement) || !(lower instanceof Y.XmlElement)) return false
  const inUpper = elementsIn(upper)
  if (upper === lower) return inUpper.indexOf(top) < inUpper.indexOf(below)
  const column = inUpper.indexOf(top)
  const inLower = elementsIn(lower)
  if (!upper.parent || upper.parent !== lower.parent || inLower.length !== inUpper.length) return false
  if (inLower.indexOf(below) !== column) return false
  const rows = elementsIn(upper.parent)
  const between = rows.slice(rows.indexOf(upper) + 1, rows.indexOf(lower))
  return rows.indexOf(upper) < rows.indexOf(lower) && !between.some((row) => elementsIn(row).some(isHeader))
}

/** The elements of a node in order, gone ones too. */
const elementsIn = (node: object): readonly Y.XmlElement[] =>
  [...itemsIn(node)].flatMap(({ content }) =>
    content instanceof Y.ContentType && content.type instanceof Y.XmlElement ? [content.type] : [],
  )

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
