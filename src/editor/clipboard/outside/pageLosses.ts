/** What a page of another program has and the sheet does not take. */
import { safeHref } from '../../schema/safeHref'
import { LossList, type PasteLoss, type PasteLossName } from '../pasteLosses'
import {
  DEEPEST,
  isDeleted,
  isHidden,
  isWordComment,
  isWordMarker,
  raisedFigure,
  styleOf,
  styleText,
  wordListItem,
} from './outsideElements'
import { outsideTable } from './outsideTable'

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

/** What the page has and the sheet does not take. */
export function lossesOfPage(page: Element): readonly PasteLoss[] {
  const found = new LossList()
  const visit = (parent: Element, depth: number): void => {
    if (depth > DEEPEST) return found.add('hiddenText', parent.textContent ?? '')
    for (const element of parent.children) if (notes(element, found)) visit(element, depth + 1)
  }
  visit(page, 0)
  found.add('directionOverrides', '', overridesIn(page.textContent ?? ''))
  return found.list
}

export function lossesOfText(text: string): readonly PasteLoss[] {
  const found = new LossList()
  found.add('directionOverrides', '', overridesIn(text))
  return found.list
}

const overridesIn = (text: string): number => text.match(/[\u202a-\u202e]/g)?.length ?? 0

/** Notes the losses of one element. Returns whether its content is read. */
function notes(element: Element, found: LossList): boolean {
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
  if (isDeleted(element)) {
    if (words.trim() !== '') found.add('deletedText', words)
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
  if (['s', 'strike'].includes(name) || decoration.includes('line-through')) return 'struckOut'
  if (raisedFigure(element)?.hasLetters === false) return 'raised'
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

function cellLosses(cell: Element, name: string, found: LossList): void {
  const words = cell.textContent ?? ''
  if (['colspan', 'rowspan'].some((span) => Number(cell.getAttribute(span) ?? 1) > 1)) found.add('mergedCells', words)
  const row = cell.parentElement
  const isHeaderRow = row !== null && [...row.children].every(({ localName }) => localName === 'th')
  if (name === 'th' && !(isHeaderRow && row === row.closest('table')?.querySelector('tr')))
    found.add('rowHeaders', words)
}

/** A table in a cell, or one that is data: its rows become text. */
const isTooMuch = (table: Element): boolean =>
  table.parentElement?.closest('td, th') ? true : outsideTable(table).isTooLarge
