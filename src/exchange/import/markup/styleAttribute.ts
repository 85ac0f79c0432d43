/** Reads style attributes for hidden text, Word's lists, and formatting that is not kept. */
import { DEEPEST_LIST, type ListKind } from '../../../story/copy/copy'
import type { LossName } from '../parts/losses'
import { isElement, rawTextOf, type MarkupElement } from './markupTree'

/** Elements whose formatting the sheet does not have; their text is kept. */
const UNKEPT: Readonly<Record<string, LossName>> = {
  u: 'underlining',
  ins: 'underlining',
  s: 'strikethrough',
  strike: 'strikethrough',
  sub: 'superscript',
  sup: 'superscript',
  code: 'inlineCode',
  kbd: 'inlineCode',
  samp: 'inlineCode',
  tt: 'inlineCode',
  mark: 'highlighting',
  font: 'fontsAndColours',
  big: 'fontsAndColours',
  small: 'fontsAndColours',
  blink: 'fontsAndColours',
  marquee: 'fontsAndColours',
}

/** Returns the loss for formatting that the sheet does not have; undefined if the element has none. */
export function unkeptFormatting({ attributes }: MarkupElement, name: string): LossName | undefined {
  if (Object.hasOwn(UNKEPT, name)) return UNKEPT[name]
  const style = attributes['style'] ?? ''
  if (/(?:^|;)\s*text-decoration[^:]*:[^;]*line-through/i.test(style)) return 'strikethrough'
  if (/(?:^|;)\s*text-decoration[^:]*:[^;]*underline/i.test(style) && name !== 'a') return 'underlining'
  if (/(?:^|;)\s*vertical-align\s*:\s*(?:super|sub)/i.test(style)) return 'superscript'
  const isStyled =
    /(?:^|;)\s*(?:color|background(?:-color)?|font-family|font-size|text-align)\s*:/i.test(style) ||
    'align' in attributes ||
    'bgcolor' in attributes
  return isStyled ? 'fontsAndColours' : undefined
}

/** Returns a property of the element's style attribute in lower case. */
export function styleProperty(element: MarkupElement, property: string): string {
  const style = element.attributes['style']
  return style === undefined
    ? ''
    : (new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([\\w-]+)`, 'i').exec(style)?.[1]?.toLowerCase() ?? '')
}

export const isHidden = (element: MarkupElement): boolean =>
  'hidden' in element.attributes ||
  (element.attributes['style'] !== undefined &&
    (styleProperty(element, 'display') === 'none' ||
      ['hidden', 'collapse'].includes(styleProperty(element, 'visibility')) ||
      styleProperty(element, 'mso-hide') === 'all'))

/**
 * Whether the element holds the bullet or number of a list item. Word writes list items as paragraphs with their level,
 * and marks this text as ignored.
 */
export const isWordMarker = (element: MarkupElement): boolean => styleProperty(element, 'mso-list') === 'ignore'

export function wordListItem(
  paragraph: MarkupElement,
): { readonly level: number; readonly list: ListKind; readonly mark: string } | undefined {
  const level = /(?:^|;)\s*mso-list\s*:[^;]*\blevel(\d)/i.exec(paragraph.attributes['style'] ?? '')?.[1]
  if (level === undefined) return undefined
  const mark = wordMarkerIn(paragraph)
  return {
    mark,
    level: Math.min(Math.max(Number(level), 1), DEEPEST_LIST),
    list: /^\s*(?:\d|[a-z]{1,4}[.)])/i.test(mark) ? 'ordered' : 'bullet',
  }
}

function wordMarkerIn(element: MarkupElement): string {
  for (const child of element.children) {
    if (!isElement(child)) continue
    const found = isWordMarker(child) ? rawTextOf(child) : wordMarkerIn(child)
    if (found !== '') return found
  }
  return ''
}
