import type { WrittenCell } from '../../../story/copy/mergedCells'
import { attributeOf, childOf, childrenOf, isElement, rawTextOf, type MarkupElement } from '../markup/tree/markupTree'

/** Returns the text of an element on one line, deleted text included, with a space between paragraphs. */
export function textOfWord(element: MarkupElement): string {
  let words = ''
  const look = (here: MarkupElement): void => {
    if (words.length > 400) return
    if (here.name === 't' || here.name === 'delText') words += rawTextOf(here)
    else {
      if ((here.name === 'p' || here.name === 'tc') && words !== '') words += ' '
      for (const child of here.children) if (isElement(child)) look(child)
    }
  }
  look(element)
  return words.replace(/\s+/g, ' ').trim()
}

/** Returns the first element of this name: the element itself or a descendant. */
export function findIn(element: MarkupElement, name: string): MarkupElement | undefined {
  if (element.name === name) return element
  for (const child of childrenOf(element)) {
    const found = findIn(child, name)
    if (found) return found
  }
  return undefined
}

/** Returns "Kim: ", or '' if the change has no author. */
export const authorOf = (element: MarkupElement | undefined): string => {
  const author = element ? attributeOf(element, 'author') : ''
  return author === '' ? '' : `${author}: `
}

/** Whether a tracked change has content. Word leaves empty ones behind. */
export const hasContent = (change: MarkupElement): boolean =>
  ['t', 'delText', 'br', 'tab', 'cr', 'noBreakHyphen', 'sym'].some((name) => findIn(change, name) !== undefined)

export const isMerged = (cell: MarkupElement): boolean => {
  const properties = childOf(cell, 'tcPr')
  return childOf(properties, 'gridSpan') !== undefined || childOf(properties, 'vMerge') !== undefined
}

/** A cell with the columns that it covers. Word writes a cell for each row that a tall one covers. */
export const asWritten = (cell: MarkupElement): WrittenCell<MarkupElement> => {
  const span = childOf(childOf(cell, 'tcPr'), 'gridSpan')
  return { cell, wide: Math.max(1, Math.trunc(Number(span ? attributeOf(span, 'val') : 1)) || 1), tall: 1 }
}

/** Elements that may wrap the rows of a table or the cells of a row, in any depth: content controls, changes, tags. */
const WRAPPERS = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo'])

const wrappedIn = (parent: MarkupElement, name: string): readonly MarkupElement[] =>
  childrenOf(parent).flatMap((child) =>
    child.name === name ? [child] : WRAPPERS.has(child.name) ? wrappedIn(child, name) : [],
  )

/** The rows of a table, also those in content controls that repeat, or in one tracked insertion. */
export const rowsOf = (table: MarkupElement): readonly MarkupElement[] => wrappedIn(table, 'tr')

export const cellsOf = (row: MarkupElement): readonly MarkupElement[] => wrappedIn(row, 'tc')
