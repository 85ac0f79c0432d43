/** Numbers of list items in HTML: `start`, `reversed`, `type` and `value`, and the marks that Word writes as text. */
import type { ItemNumber } from '../parts/blocks/ListNumbers'
import { childrenOf, type MarkupElement } from './tree/markupTree'
import { styleProperty } from './styleAttribute'

/** The numbers of a numbered list, while its items are read. */
export interface ListCount {
  next: number
  readonly step: 1 | -1
  readonly style: string
}

export function countOf(list: MarkupElement): ListCount {
  const isReversed = 'reversed' in list.attributes
  const start = integerIn(list.attributes['start'])
  return {
    next: start ?? (isReversed ? childrenOf(list, 'li').length : 1),
    step: isReversed ? -1 : 1,
    style: styleOf(list) || '1',
  }
}

/** Returns the number of the next item, and counts on. */
export function numberOfItem(item: MarkupElement, count: ListCount): ItemNumber {
  const number = integerIn(item.attributes['value']) ?? count.next
  count.next = number + count.step
  return { number, style: styleOf(item) || count.style }
}

/** Reads the mark before a numbered item of Word: "3.", "c)", "(1)", "가.". */
export function numberOfMark(mark: string): ItemNumber {
  const [, figures, letters] = /^\s*(?:(\d{1,9})|(\p{L}{1,9}))[.)]/u.exec(mark) ?? []
  if (figures !== undefined) return { number: Number(figures), style: '1' }
  return { number: undefined, style: letters ?? mark.trim() }
}

const integerIn = (text = ''): number | undefined =>
  /^\s*-?\d{1,9}/.test(text) ? Number.parseInt(text, 10) : undefined

const STYLES: Readonly<Record<string, string>> = {
  decimal: '1',
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
  // No numbers, or those of the element around.
  none: '',
  inherit: '',
  initial: '',
  unset: '',
  disc: '',
  circle: '',
  square: '',
}

/** Returns '1' for figures, 'a', 'A', 'i', 'I', or the name of another style; '' if the element says none. */
function styleOf(element: MarkupElement): string {
  const type = element.attributes['type'] ?? ''
  const named = styleProperty(element, 'list-style-type')
  if (named !== '') return (Object.hasOwn(STYLES, named) ? STYLES[named] : undefined) ?? named
  return /^[1aAiI]$/.test(type) ? type : ''
}
