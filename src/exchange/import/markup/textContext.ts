/** What a piece of text is in: a quote, lists, a heading; and its style. */
import { DEEPEST_LIST, type ListKind } from '../../../story/copy/copy'
import type { ItemNumber } from '../parts/blocks/ListNumbers'
import type { LossCollector } from '../parts/losses'
import type { RunStyle } from '../parts/blocks/StyledText'
import { inlineStyle } from './inlineStyle'
import { countOf, numberOfItem, numberOfMark, type ListCount } from './markupNumbers'
import { beginningOf, type MarkupElement } from './tree/markupTree'
import { wordListItem } from './styleAttribute'

/** A list item: its first paragraph makes the block, further ones are appended to it. */
interface Item {
  block?: number
  readonly number?: ItemNumber
}

/** The context of a piece of text. */
export interface TextContext {
  readonly style: RunStyle
  readonly quote: boolean
  readonly lists: readonly ListKind[]
  readonly item?: Item
  /** The numbers of the innermost list, if it has numbers. */
  readonly count?: ListCount | undefined
  /** 1 to 6 inside a heading, else 0. */
  readonly depth: number
  /** White space is kept. */
  readonly verbatim: boolean
}

export const TOP_CONTEXT: TextContext = { style: {}, quote: false, lists: [], depth: 0, verbatim: false }

/** Paragraph styles for quotes of Word and LibreOffice, as their HTML names them. */
const QUOTE_STYLES = / (?:block-text|quote|intense-quote|quotations?|MsoQuote|MsoIntenseQuote|MsoBlockText) /

/** Returns the context of what is inside a block element. Lists what that context loses. */
export function contextInside(
  element: MarkupElement,
  name: string,
  around: TextContext,
  losses: LossCollector,
): TextContext {
  const style = inlineStyle(element, name, around.style, losses)
  const heading = /^h([1-6])$/.exec(name)?.[1]
  if (heading !== undefined) {
    if (around.lists.length > 0) losses.add('headingsInsideLists', beginningOf(element))
    else if (around.quote) losses.add('headingsInsideQuotes', beginningOf(element))
    return { ...around, style: {}, depth: Number(heading) }
  }
  switch (name) {
    case 'blockquote':
      if (around.quote) losses.add('quotesInsideQuotes', beginningOf(element))
      if (around.lists.length > 0) losses.add('quotesInsideLists', beginningOf(element))
      return { ...around, style, quote: true }
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return contextInList(element, name === 'ol' ? 'ordered' : 'bullet', { ...around, style }, losses)
    case 'li':
      return {
        ...around,
        style,
        lists: around.lists.length > 0 ? around.lists : ['bullet'],
        item: around.count ? { number: numberOfItem(element, around.count) } : {},
      }
    case 'dt':
    case 'dd':
      losses.add('definitionLists', beginningOf(element))
      return { ...around, style }
    case 'caption':
    case 'figcaption':
    case 'legend':
      return { ...around, style }
    case 'pre':
    case 'listing':
    case 'xmp':
    case 'plaintext':
      return { ...around, style, verbatim: true }
    case 'p': {
      const item = wordListItem(element)
      if (QUOTE_STYLES.test(` ${element.attributes['class'] ?? ''} `) && !item && around.lists.length === 0)
        return { ...around, style, quote: true }
      return item
        ? {
            ...around,
            style,
            lists: Array<ListKind>(item.level).fill(item.list),
            item: item.list === 'ordered' ? { number: numberOfMark(item.mark) } : {},
          }
        : { ...around, style }
    }
    default:
      return { ...around, style }
  }
}

function contextInList(
  element: MarkupElement,
  kind: ListKind,
  around: TextContext,
  losses: LossCollector,
): TextContext {
  const lists = [...around.lists, kind]
  if (lists.length > DEEPEST_LIST) losses.add('deepListLevels', beginningOf(element))
  if (around.quote) losses.add('listsInsideQuotes', beginningOf(element))
  return { ...around, lists, count: kind === 'ordered' ? countOf(element) : undefined, quote: false }
}
