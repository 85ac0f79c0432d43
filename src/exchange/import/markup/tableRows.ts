/** The rows of a table in HTML or a similar vocabulary. Tells tables from layout. */
import type { WrittenCell } from '../../../story/copy/mergedCells'
import { beginningOf, isElement, type MarkupElement, type MarkupNode } from './tree/markupTree'
import { isHidden } from './styleAttribute'

export const isMerged = ({ attributes }: MarkupElement): boolean =>
  /^(?!1$)\d+$/.test(attributes['colspan'] ?? '') || /^(?!1$)\d+$/.test(attributes['rowspan'] ?? '')

const spanOf = ({ attributes }: MarkupElement, side: 'colspan' | 'rowspan'): number =>
  Math.max(1, Number(/^\d+$/.exec(attributes[side] ?? '')?.[0] ?? 1))

/** A cell with the columns and rows that it covers. */
export const asWritten = (cell: MarkupElement): WrittenCell<MarkupElement> => ({
  cell,
  wide: spanOf(cell, 'colspan'),
  tall: spanOf(cell, 'rowspan'),
})

export interface Row {
  readonly cells: readonly MarkupElement[]
}

export interface Rows {
  readonly rows: readonly Row[]
  /** Rows, sections and cells that are not shown. The rows still have these cells. */
  readonly hidden: ReadonlySet<MarkupElement>
}

export function rowsOf(table: MarkupElement, alias: Readonly<Record<string, string>>): Rows {
  const rows: Row[] = []
  const hidden = new Set<MarkupElement>()
  const visit = (parent: MarkupElement): void => {
    for (const child of parent.children) {
      if (!isElement(child)) continue
      const name = alias[child.name] ?? child.name
      const isSection = /^(?:thead|tbody|tfoot)$/.test(name)
      if ((isSection || name === 'tr') && isHidden(child)) hidden.add(child)
      else if (name === 'tr') {
        const cells = child.children.filter(
          (cell): cell is MarkupElement => isElement(cell) && /^(?:td|th)$/.test(alias[cell.name] ?? cell.name),
        )
        for (const cell of cells) if (isHidden(cell)) hidden.add(cell)
        rows.push({ cells })
      } else if (isSection) visit(child)
    }
  }
  visit(table)
  return { rows, hidden }
}

/** Whether a cell holds several blocks, a table, list, heading or quote. Such a cell is part of a layout. */
export function holdsBlocks(cell: MarkupElement, alias: Readonly<Record<string, string>>): boolean {
  let paragraphs = 0
  const visit = (node: MarkupNode): boolean => {
    if (!isElement(node)) return false
    const name = alias[node.name] ?? node.name
    if (/^(?:table|ul|ol|h[1-6]|blockquote|article|section)$/.test(name)) return true
    if ((name === 'p' || name === 'div') && beginningOf(node) !== '') paragraphs++
    return paragraphs > 1 || node.children.some(visit)
  }
  return cell.children.some(visit)
}
