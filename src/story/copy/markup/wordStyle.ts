/** Reads style attributes: hidden text, and the list items that Word writes as paragraphs. */
import { DEEPEST_LIST } from '../copy'

/** A property of a style attribute in lower case; '' if it is not there. */
export const styleProperty = (style: string, property: string): string =>
  style === ''
    ? ''
    : (new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([\\w-]+)`, 'i').exec(style)?.[1]?.toLowerCase() ?? '')

export const isHiddenStyle = (style: string): boolean =>
  styleProperty(style, 'display') === 'none' ||
  ['hidden', 'collapse'].includes(styleProperty(style, 'visibility')) ||
  styleProperty(style, 'mso-hide') === 'all'

/**
 * Whether the element holds the bullet or number of a list item. Word writes it as text, and marks this text as
 * ignored.
 */
export const isWordMarkerStyle = (style: string): boolean => styleProperty(style, 'mso-list') === 'ignore'

/** The level of a list item of Word, as the sheet keeps it. Undefined: the paragraph is not a list item. */
export function wordListLevel(style: string): number | undefined {
  const level = /(?:^|;)\s*mso-list\s*:[^;]*\blevel(\d)/i.exec(style)?.[1]
  return level === undefined ? undefined : Math.min(Math.max(Number(level), 1), DEEPEST_LIST)
}

/** Digits, letters with a period or bracket (“a.”, “(b)”, “가.”), and circled ones. A bullet may be a letter. */
const NUMBER = /^\s*(?:[([（［]?(?:\p{N}|\p{L}{1,4}[.)\]．）］、])|[\u2460-\u24ff\u3200-\u32ff])/u

/** Whether the text before a list item is a number, not a bullet. */
export const isNumberedLabel = (label: string): boolean => NUMBER.test(label)
