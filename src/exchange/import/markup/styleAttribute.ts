/** Reads style attributes for hidden text, Word's lists, and formatting that is not kept. */
import type { ListKind } from '../../../story/copy/copy'
import {
  isHiddenStyle,
  isNumberedLabel,
  isWordMarkerStyle,
  styleProperty as propertyIn,
  wordListLevel,
} from '../../../story/copy/markup/wordStyle'
import type { LossName } from '../parts/losses'
import { isElement, rawTextOf, type MarkupElement } from './tree/markupTree'

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

const styleIn = (element: MarkupElement): string => element.attributes['style'] ?? ''

/** Returns a property of the element's style attribute in lower case. */
export const styleProperty = (element: MarkupElement, property: string): string =>
  propertyIn(styleIn(element), property)

export const isHidden = (element: MarkupElement): boolean =>
  'hidden' in element.attributes || isHiddenStyle(styleIn(element))

export const isWordMarker = (element: MarkupElement): boolean => isWordMarkerStyle(styleIn(element))

export function wordListItem(
  paragraph: MarkupElement,
): { readonly level: number; readonly list: ListKind; readonly mark: string } | undefined {
  const level = wordListLevel(styleIn(paragraph))
  if (level === undefined) return undefined
  const mark = wordMarkerIn(paragraph)
  return { mark, level, list: isNumberedLabel(mark) ? 'ordered' : 'bullet' }
}

function wordMarkerIn(element: MarkupElement): string {
  for (const child of element.children) {
    if (!isElement(child)) continue
    const found = isWordMarker(child) ? rawTextOf(child) : wordMarkerIn(child)
    if (found !== '') return found
  }
  return ''
}
