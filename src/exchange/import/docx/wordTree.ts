import { attributeOf, childOf, childrenOf, isElement, rawTextOf, type MarkupElement } from '../markup/markupTree'

/** The words of a piece of a document on one line, deleted ones too, a space between its paragraphs. */
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

/** The first element of this name, itself or under it. */
export function findIn(element: MarkupElement, name: string): MarkupElement | undefined {
  if (element.name === name) return element
  for (const child of childrenOf(element)) {
    const found = findIn(child, name)
    if (found) return found
  }
  return undefined
}

/** "Kim: ", or nothing when nobody signed. */
export const authorOf = (element: MarkupElement | undefined): string => {
  const author = element ? attributeOf(element, 'author') : ''
  return author === '' ? '' : `${author}: `
}

/** A tracked change with something in it; Word leaves empty ones about. */
export const hasContent = (change: MarkupElement): boolean =>
  ['t', 'delText', 'br', 'tab', 'cr', 'noBreakHyphen', 'sym'].some((name) => findIn(change, name) !== undefined)

export const isMerged = (cell: MarkupElement): boolean => {
  const properties = childOf(cell, 'tcPr')
  return childOf(properties, 'gridSpan') !== undefined || childOf(properties, 'vMerge') !== undefined
}
