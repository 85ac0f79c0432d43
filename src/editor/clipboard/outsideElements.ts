/** What of a pasted page is not words of the story. */

/** Deeper than a browser's parser nests (512 in Chromium). Stops a hostile page from exhausting the stack. */
export const DEEPEST = 600

/** Elements skipped with their content. */
export const SKIPPED = new Set([
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
/**
 * A property of the element's style attribute, in lower case. Read from the text: an inert document has no computed
 * styles.
 */
export function styleOf(element: Element, property: string): string {
  const style = element.getAttribute('style') ?? ''
  const match = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([\\w-]+)`, 'i').exec(style)
  return match?.[1]?.toLowerCase() ?? ''
}

/** The same property with colours and lists of words. */
export function styleText(element: Element, property: string): string {
  const style = element.getAttribute('style') ?? ''
  return new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, 'i').exec(style)?.[1]?.trim().toLowerCase() ?? ''
}

export const isHidden = (element: Element): boolean =>
  element.hasAttribute('hidden') ||
  styleOf(element, 'display') === 'none' ||
  ['hidden', 'collapse'].includes(styleOf(element, 'visibility')) ||
  styleOf(element, 'mso-hide') === 'all'

/** Words that somebody deleted with changes tracked. Beside them stands what came in their place. */
export const isDeleted = (element: Element): boolean => element.localName === 'del'

/** Word writes list items as paragraphs with a level, and the bullet or number as text to ignore. */
export const isWordMarker = (element: Element): boolean => styleOf(element, 'mso-list') === 'ignore'

/** A comment that Word put beside its words, or the sign that stands for one. */
export const isWordComment = (element: Element): boolean =>
  styleOf(element, 'mso-element').startsWith('comment') ||
  styleOf(element, 'mso-special-character') === 'comment' ||
  /\b(?:msocomanchor|msocomtxt|msocomoff|MsoCommentReference)\b/.test(element.getAttribute('class') ?? '')

/** A list item of Word: its level, and its bullet or number as text. */
export interface WordListItem {
  readonly level: number
  readonly label: string
  readonly isNumbered: boolean
}

/** Digits, letters with a period or bracket (“a.”, “(b)”, “가.”), and circled ones. A bullet may be a letter. */
const NUMBER = /^[([（［]?(?:\p{N}|\p{L}{1,4}[.)\]．）］、])|^[\u2460-\u24ff\u3200-\u32ff]/u

export function wordListItem(paragraph: Element): WordListItem | undefined {
  const level = /(?:^|;)\s*mso-list\s*:[^;]*\blevel(\d)/i.exec(paragraph.getAttribute('style') ?? '')?.[1]
  if (level === undefined) return undefined
  const label = ([...paragraph.querySelectorAll('span')].find(isWordMarker)?.textContent ?? '').trim()
  return { level: Math.min(Math.max(Number(level), 1), 6), label, isNumbered: NUMBER.test(label) }
}
