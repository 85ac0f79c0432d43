/**
 * Sees in a transaction who shifted the cells of a row, took out a cell, or a row or list item without words, or
 * an attribute that says what a block or a picture is. Nothing else in Yjs tells who did.
 */
import * as Y from 'yjs'
import { itemOf, lastAttribute } from '../../reading/yjsItems'
import { nameOf, type Hand } from '../characters/hands'
import { elementsIn, hadWords } from '../heads/shapes'
import { DETAILS } from './pictureMoves'

const TELLING = ['role', 'level', 'header', ...DETAILS]

export function takenShapes(transaction: Y.Transaction, by: string): readonly Hand[] {
  const { doc, deleteSet, changed } = transaction
  const notes: Hand[] = []
  for (const [type, names] of changed as Map<unknown, Set<string | null>>) {
    if (!(type instanceof Y.XmlElement) || itemOf(type)?.deleted) continue
    for (const name of TELLING.filter((one) => names.has(one))) {
      const last = type.hasAttribute(name) ? undefined : lastAttribute(type, name)
      if (last && Y.isDeleted(deleteSet, Y.createID(last.client, last.clock)))
        notes.push(['took', by, last.client, last.clock, 1])
    }
  }
  Y.iterateDeletedStructs(transaction, deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return
    const { type } = struct.content
    if (!(type instanceof Y.XmlElement) || nameOf(doc, struct.id.client) === by || !changesBelonging(type)) return
    notes.push(['took', by, struct.id.client, struct.id.clock, 1])
  })
  for (const { id } of shiftedRows(transaction)) notes.push(['took', by, id.client, id.clock, 1])
  return notes
}

/** Rows in which cells were put in or taken out, unless it was a whole column. */
function shiftedRows({ changed, deleteSet, beforeState }: Y.Transaction): readonly Y.Item[] {
  const isNew = ({ id }: Y.Item): boolean => id.clock >= (beforeState.get(id.client) ?? 0)
  const shiftsOf = (row: Y.XmlElement): string => {
    let column = 0
    const shifts: string[] = []
    for (const cell of elementsIn(row)) {
      const item = itemOf(cell)
      if (!item || (item.deleted && (isNew(item) || !Y.isDeleted(deleteSet, item.id)))) continue
      if (isNew(item) && item.rightOrigin) shifts.push(`+${column}`)
      else if (item.deleted) shifts.push(`-${column}`)
      if (!isNew(item)) column++
    }
    return shifts.join(' ')
  }
  const tables = new Set<Y.XmlElement>()
  for (const type of changed.keys() as Iterable<unknown>)
    if (type instanceof Y.XmlElement && type.nodeName === 'row' && type.parent instanceof Y.XmlElement)
      tables.add(type.parent)
  return [...tables].flatMap((table) => {
    const rows = elementsIn(table).flatMap((row) => {
      const item = itemOf(row)
      return item && !item.deleted && !isNew(item) ? [{ item, shifts: shiftsOf(row) }] : []
    })
    const isColumn = rows.every(({ shifts }) => shifts === rows[0]?.shifts)
    return isColumn ? [] : rows.flatMap(({ item, shifts }) => (shifts === '' ? [] : [item]))
  })
}

/** Whether what is left may belong to something else now that this element is gone. Words have notes of their own. */
function changesBelonging(gone: Y.XmlElement): boolean {
  const { parent, nodeName } = gone
  if (parent instanceof Y.XmlElement && itemOf(parent)?.deleted) return false
  if (nodeName === 'cell') return true
  return (nodeName === 'row' || lastAttribute(gone, 'role')?.value === 'listItem') && !hadWords(gone)
}
