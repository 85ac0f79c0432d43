/** What of a pasted page is not words of the story. */
import { BLOCK_ELEMENTS, isBlockStyle } from '../../../story/copy/markup/blockElements'
import { isRaisable, levelOfElement, type Level } from '../../../story/copy/markup/raisedFigures'
import {
  isHiddenStyle,
  isNumberedLabel,
  isWordMarkerStyle,
  styleProperty,
  wordListLevel,
} from '../../../story/copy/markup/wordStyle'

/** Deeper than a browser's parser nests (512 in Chromium). Stops a hostile page from exhausting the stack. */
export const DEEPEST = 600

/** Elements skipped with their content. */
const SKIPPED = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'title',
  'meta',
  'link',
  'base',
  'iframe',
  'frame',
  'frameset',
  'object',
  'embed',
  'applet',
  'svg',
  'math',
  'canvas',
  'audio',
  'video',
  'picture',
  'img',
  'map',
  'input',
  'select',
  'option',
  'datalist',
  'textarea',
  'button',
  'dialog',
  'rp',
  'rt',
])
const styleAttribute = (element: Element): string => element.getAttribute('style') ?? ''

/**
 * A property of the element's style attribute, in lower case. Read from the text: an inert document has no computed
 * styles.
 */
export const styleOf = (element: Element, property: string): string => styleProperty(styleAttribute(element), property)

/** A property as the style attribute has it, in lower case: for colours and lists of words. */
export function styleText(element: Element, property: string): string {
  const value = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, 'i')
  return value.exec(styleAttribute(element))?.[1]?.trim().toLowerCase() ?? ''
}

/** Figures above or below the line, and whether letters of their own can write them. */
export function raisedFigure(element: Element): { readonly level: Level; readonly hasLetters: boolean } | undefined {
  const level = levelOf(element)
  if (level === undefined) return undefined
  const isNested = [...element.querySelectorAll(MAY_BE_RAISED)].some((inner) => levelOf(inner) !== undefined)
  return { level, hasLetters: !isNested && isRaisable(element.textContent ?? '', level) }
}

/** Selects all elements that can be above or below the line. */
export const MAY_BE_RAISED = 'sup, sub, [style*="vertical-align" i]'

const levelOf = (element: Element): Level | undefined =>
  levelOfElement(element.localName.toLowerCase(), styleAttribute(element))

export const isHidden = (element: Element): boolean =>
  element.hasAttribute('hidden') || isHiddenStyle(styleAttribute(element))

/** Words that somebody deleted with changes tracked. Beside them stands what came in their place. */
export const isDeleted = (element: Element): boolean => element.localName === 'del'

export const isWordMarker = (element: Element): boolean => isWordMarkerStyle(styleAttribute(element))

/** A comment that Word put beside its words, or the sign that stands for one. */
export const isWordComment = (element: Element): boolean =>
  styleOf(element, 'mso-element').startsWith('comment') ||
  styleOf(element, 'mso-special-character') === 'comment' ||
  /\b(?:msocomanchor|msocomtxt|msocomoff|MsoCommentReference)\b/.test(element.getAttribute('class') ?? '')

/** The parts of a table are blocks where it is read as grafs. */
const BLOCKS = new Set([...BLOCK_ELEMENTS, 'nav', 'thead', 'tbody', 'tfoot', 'tr'])

export const isBlock = (element: Element): boolean => BLOCKS.has(element.localName.toLowerCase())

/** Whether an element of a line begins a block by its style. */
export const isLineOfItsOwn = (element: Element): boolean => isBlockStyle(styleAttribute(element))

/** Whether an element is skipped with its content. */
export const isLeftOut = (element: Element): boolean =>
  SKIPPED.has(element.localName.toLowerCase()) ||
  isHidden(element) ||
  isDeleted(element) ||
  isWordMarker(element) ||
  isWordComment(element)

/** A list item of Word: its level, and its bullet or number as text. */
export interface WordListItem {
  readonly level: number
  readonly label: string
  readonly isNumbered: boolean
}

export function wordListItem(paragraph: Element): WordListItem | undefined {
  const level = wordListLevel(styleAttribute(paragraph))
  if (level === undefined) return undefined
  const label = ([...paragraph.querySelectorAll('span')].find(isWordMarker)?.textContent ?? '').trim()
  return { level, label, isNumbered: isNumberedLabel(label) }
}
