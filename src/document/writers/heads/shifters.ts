/** Who shifted the cells of one row against those of another, so that other columns stand below one another. */
import * as Y from 'yjs'
import { itemOf } from '../../reading/yjsItems'
import { handsOf, nameOf, piecesOf } from '../characters/hands'
import { elementsIn, hadWords } from './shapes'

/** How far each person shifted cells of a row to the right. */
type Shifts = ReadonlyMap<string, number>

/**
 * Counts who put cells in, or took cells out, at one of two cells or to its left, in all rows that they were moved
 * through. `rows`: those counted.
 */
export class ShiftCount {
  readonly #shifts = new Map<string, number>()
  readonly #noted = new Set<string>()
  readonly #rows: [object | undefined, object | undefined] = [undefined, undefined]

  /** One place where both stood. */
  add(doc: Y.Doc, top: Y.XmlElement | undefined, below: Y.XmlElement | undefined): void {
    const [upper, lower] = [top?.parent, below?.parent]
    if (!below || below.nodeName !== 'cell' || upper === lower) return
    if (!(upper instanceof Y.XmlElement) || !(lower instanceof Y.XmlElement)) return
    const beside = cellsOf(doc, upper)[cellsOf(doc, lower).indexOf(below)]
    if (this.#rows[0] !== upper) this.#count(shiftsBefore(doc, upper, beside), 1)
    if (this.#rows[1] !== lower) this.#count(shiftsBefore(doc, lower, below), -1)
    for (const item of [itemOf(upper), itemOf(lower)])
      for (const name of (item && takersOf(doc, item)) ?? []) this.#noted.add(name)
    this.#rows[0] = upper
    this.#rows[1] = lower
  }

  /**
   * Names of all who shifted one of them and not the other. A row that was made after a whole column was put in or
   * taken out was not shifted, and nobody else was to blame: such a change leaves no note.
   */
  get names(): readonly string[] {
    return [...this.#shifts].flatMap(([name, shift]) => (shift === 0 || !this.#noted.has(name) ? [] : [name]))
  }

  #count(shifts: Shifts, sign: number): void {
    for (const [name, shift] of shifts) this.#shifts.set(name, (this.#shifts.get(name) ?? 0) + sign * shift)
  }
}

const takersOf = (doc: Y.Doc, { id }: Y.Item): readonly string[] | undefined => {
  const [piece] = piecesOf(handsOf(doc).took, id.client, id.clock, 1)
  return piece?.run?.by
}

/** The cells that a row has, or had when it was taken out whole. */
const cellsOf = (doc: Y.Doc, row: Y.XmlElement): readonly Y.XmlElement[] =>
  elementsIn(row).filter((cell) => {
    const item = itemOf(cell)
    return item && (!item.deleted || (itemOf(row)?.deleted && !takersOf(doc, item)))
  })

/** How far each person shifted what stands at a cell of a row to the right. */
function shiftsBefore(doc: Y.Doc, row: Y.XmlElement, cell: Y.XmlElement | undefined): Shifts {
  const shifts = new Map<string, number>()
  const add = (name: string, by: number): void => {
    const shift = (shifts.get(name) ?? 0) + by
    if (shift === 0) shifts.delete(name)
    else shifts.set(name, shift)
  }
  const standing = new Set(cellsOf(doc, row))
  for (const element of elementsIn(row)) {
    const item = itemOf(element)
    if (!item) break
    const maker = nameOf(doc, item.id.client)
    const makers = maker === undefined ? [] : [maker]
    // The cells of a new row have nothing to their right yet.
    if (item.rightOrigin) for (const name of makers) add(name, 1)
    // A person who takes out their own cell leaves no note.
    if (!standing.has(element)) for (const name of takersOf(doc, item) ?? makers) add(name, -1)
    if (element === cell) break
  }
  return shifts
}

/** Who took out a row, or a list item, in which no words stood. */
export const takersOfElement = (doc: Y.Doc, gone: Y.XmlElement): readonly string[] => {
  const item = hadWords(gone) ? undefined : itemOf(gone)
  return (item && takersOf(doc, item)) ?? []
}
