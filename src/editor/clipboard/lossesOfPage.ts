/** What of a page or text from another program the sheet does not take. */
import { safeHref } from '../schema/safeHref'
import { isHidden, isWordComment, isWordMarker, styleOf, styleText, wordListItem } from './outsideElements'
import { Losses, type PasteLoss, type PasteLossName } from './pasteLosses'

/** Elements that are dropped with their content, and what people call them. Others are dropped without a word. */
const DROPPED: Readonly<Record<string, PasteLossName>> = {
  img: 'pictures',
  picture: 'pictures',
  svg: 'pictures',
  canvas: 'pictures',
  map: 'pictures',
  audio: 'media',
  video: 'media',
  iframe: 'media',
  frame: 'media',
  object: 'media',
  embed: 'media',
  applet: 'media',
  math: 'formulas',
  input: 'controls',
  select: 'controls',
  textarea: 'controls',
  button: 'controls',
  dialog: 'hiddenText',
  rt: 'readingAids',
}
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'head', 'title', 'meta', 'link', 'base', 'rp'])

/** As far as the reader of the page goes (parseOutside.ts). */
const DEEPEST = 600
const MOST_ROWS = 500
const MOST_COLUMNS = 30

/** What the page has and the sheet does not take. */
export function lossesOfPage(page: Element): readonly PasteLoss[] {
  const found = new Losses()
  const visit = (parent: Element, depth: number): void => {
    if (depth > DEEPEST) return found.add('hiddenText', parent.textContent ?? '')
    for (const element of parent.children) if (notes(element, found)) visit(element, depth + 1)
  }
  visit(page, 0)
  found.add('directionOverrides', '', overridesIn(page.textContent ?? ''))
  return found.list
}

export function lossesOfText(text: string): readonly PasteLoss[] {
  const found = new Losses()
  found.add('directionOverrides', '', overridesIn(text))
  return found.list
}

const overridesIn = (text: string): number => text.match(/[\u202a-\u202e]/g)?.length ?? 0

/** Notes the losses of one element. Returns whether its content is read. */
function notes(element: Element, found: Losses): boolean {
  const name = element.localName.toLowerCase()
  const words = element.textContent ?? ''
  if (UNSEEN.has(name) || isWordMarker(element)) return false
  const dropped = DROPPED[name]
  if (dropped !== undefined) {
    if (!isTrifle(element, name)) found.add(dropped, element.getAttribute('alt') ?? words)
    return false
  }
  if (isHidden(element)) {
    if (words.trim() !== '') found.add('hiddenText', words)
    return false
  }
  if (isWordComment(element)) {
    if (styleOf(element, 'mso-element') === 'comment-list' || words.trim() !== '') found.add('comments', words)
    return false
  }
  const style = styleLoss(element, name)
  if (style !== undefined && words.trim() !== '') found.add(style, words)
  if (name === 'a' && isLostLink(element)) found.add('links', words)
  if (name === 'bdo') found.add('direction', words)
  if ((name === 'ol' && isNumberedOtherwise(element)) || (name === 'li' && element.hasAttribute('value')))
    found.add('listNumbers', words)
  if (name === 'p' && losesNumber(element)) found.add('listNumbers', words)
  if (name === 'td' || name === 'th') cellLosses(element, name, found)
  if (name === 'table' && isTooMuch(element)) found.add('tables', words)
  return true
}

/** Whether a list has other numbers than 1, 2, 3. */
const isNumberedOtherwise = (list: Element): boolean =>
  ['start', 'type'].some((name) => (list.getAttribute(name) ?? '1') !== '1') ||
  list.hasAttribute('reversed') ||
  /^(?:lower|upper)-/.test(styleOf(list, 'list-style-type'))

/** Whether the sheet gives a list item of Word another number. It counts from 1 on each level, after each paragraph. */
function losesNumber(paragraph: Element): boolean {
  const item = wordListItem(paragraph)
  if (!item?.isNumbered) return false
  let number = 1
  for (let before = paragraph.previousElementSibling; before; before = before.previousElementSibling) {
    if ((before.textContent ?? '').trim() === '') continue
    const other = wordListItem(before)
    if (!other || (other.isNumbered && other.level < item.level)) break
    if (other.isNumbered && other.level === item.level) number++
  }
  return item.label !== `${number}.` && item.label !== `${number})`
}

/** A hidden control, or a picture that only counts readers. */
const isTrifle = (element: Element, name: string): boolean =>
  (name === 'input' && element.getAttribute('type') === 'hidden') ||
  (name === 'img' && ['width', 'height'].some((side) => /^[01](?:px)?$/.test(element.getAttribute(side) ?? '')))

function styleLoss(element: Element, name: string): PasteLossName | undefined {
  const decoration = styleText(element, 'text-decoration') + styleText(element, 'text-decoration-line')
  if (['s', 'strike', 'del'].includes(name) || decoration.includes('line-through')) return 'struckOut'
  if (['sub', 'sup'].includes(name) || /^(?:sub|super)$/.test(styleOf(element, 'vertical-align'))) return 'raised'
  if (name === 'mark' || isColour(styleText(element, 'background-color'))) return 'highlighted'
  if ((['u', 'ins'].includes(name) || decoration.includes('underline')) && !element.closest('a')) return 'underlined'
  return undefined
}

const isColour = (colour: string): boolean =>
  colour !== '' &&
  !/^(?:transparent|inherit|initial|unset|none|white|#fff(?:fff)?|rgb\(255, ?255, ?255\)|rgba\(.*, ?0\))$/.test(colour)

const isLostLink = (element: Element): boolean => {
  const href = element.getAttribute('href')?.trim() ?? ''
  return href !== '' && safeHref(href) === undefined && (element.textContent ?? '').trim() !== ''
}

function cellLosses(cell: Element, name: string, found: Losses): void {
  const words = cell.textContent ?? ''
  if (['colspan', 'rowspan'].some((span) => Number(cell.getAttribute(span) ?? 1) > 1)) found.add('mergedCells', words)
  const row = cell.parentElement
  const isHeaderRow = row !== null && [...row.children].every(({ localName }) => localName === 'th')
  if (name === 'th' && !(isHeaderRow && row === row.closest('table')?.querySelector('tr')))
    found.add('rowHeaders', words)
}

/** A table in a cell, or one that is data: its rows become text. */
function isTooMuch(table: Element): boolean {
  if (table.parentElement?.closest('td, th')) return true
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
  return rows.length > MOST_ROWS || rows.some(({ children }) => children.length > MOST_COLUMNS)
}
