/** What a paste cannot keep. People are told, so that nothing vanishes in silence. */
import type { Node as SheetNode } from '@tiptap/pm/model'
import { partOfNode } from '../schema/blockAttrs'
import { safeHref } from '../schema/safeHref'
import { isSuggestionMark } from '../suggesting/suggestionMarks'
import type { Clip } from './clip'
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

const PASTE_LOSSES = [
  'pictures',
  'media',
  'formulas',
  'controls',
  'readingAids',
  'hiddenText',
  'deletedText',
  'comments',
  'struckOut',
  'underlined',
  'raised',
  'highlighted',
  'mergedCells',
  'rowHeaders',
  'tables',
  'links',
  'listNumbers',
  'direction',
  'directionOverrides',
  'formatting',
  'facts',
  'tags',
  'suggestions',
] as const
export type PasteLossName = (typeof PASTE_LOSSES)[number]

export interface PasteLoss {
  readonly what: PasteLossName
  readonly count: number
  /** The first words concerned; may be empty. */
  readonly example: string
}

class Found {
  readonly #losses = new Map<PasteLossName, { count: number; example: string }>()

  add(what: PasteLossName, example = '', count = 1): void {
    if (count === 0) return
    const known = this.#losses.get(what) ?? { count: 0, example: '' }
    this.#losses.set(what, { count: known.count + count, example: known.example || shortened(example) })
  }

  get list(): readonly PasteLoss[] {
    return PASTE_LOSSES.flatMap((what) => {
      const found = this.#losses.get(what)
      return found ? [{ what, ...found }] : []
    })
  }
}

function shortened(text: string): string {
  const line = [
    ...text
      .replace(/[\u202a-\u202e]/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  ]
  return line.length > 40 ? `${line.slice(0, 39).join('')}…` : line.join('')
}

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
export function pasteLosses(page: Element): readonly PasteLoss[] {
  const found = new Found()
  const visit = (parent: Element, depth: number): void => {
    if (depth > DEEPEST) return found.add('hiddenText', parent.textContent ?? '')
    for (const element of parent.children) if (notes(element, found)) visit(element, depth + 1)
  }
  visit(page, 0)
  found.add('directionOverrides', '', overridesIn(page.textContent ?? ''))
  return found.list
}

export function lossesOfText(text: string): readonly PasteLoss[] {
  const found = new Found()
  found.add('directionOverrides', '', overridesIn(text))
  return found.list
}

const overridesIn = (text: string): number => text.match(/[\u202a-\u202e]/g)?.length ?? 0

/** Notes the losses of one element. Returns whether its content is read. */
function notes(element: Element, found: Found): boolean {
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

function cellLosses(cell: Element, name: string, found: Found): void {
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

/** What is lost because of the place: headline, deck, cells and cutlines take words only. */
export function lossesInPlace(blocks: readonly SheetNode[], target: SheetNode): readonly PasteLoss[] {
  const isLine = target.type.name === 'block' && partOfNode(target) !== 'body'
  if (!isLine && target.type.name !== 'cell' && target.type.name !== 'picture') return []
  const found = new Found()
  for (const block of blocks) {
    if (block.type.name === 'table') found.add('tables', block.textContent)
    if (block.type.name === 'picture') found.add('pictures', block.textContent)
    block.descendants((node) => {
      if (isLine && node.marks.some(({ type }) => ['bold', 'italic', 'link'].includes(type.name)))
        found.add('formatting', node.text ?? '')
      return true
    })
  }
  return found.list
}

/** The words were copied in another window, which alone knows their tags. */
export const TAGS_ELSEWHERE: PasteLoss = { what: 'tags', count: 1, example: '' }

/** What words that were copied in another story leave there. */
export function lossesOfClip({ storyId, blocks, facts, suggestions = 0 }: Clip, here: string): readonly PasteLoss[] {
  const found = new Found()
  found.add('suggestions', '', suggestions)
  if (storyId === here) return found.list
  const comments = new Set<unknown>()
  for (const block of blocks)
    block.descendants(({ marks }) =>
      marks.forEach(({ type, attrs }) => type.name === 'comment' && comments.add(attrs['id'])),
    )
  found.add('comments', '', comments.size)
  found.add('facts', '', facts.size)
  return found.list
}

/** How many suggestions are pending in the blocks. */
export function suggestionsOf(blocks: readonly SheetNode[]): number {
  const ids = new Set<unknown>()
  for (const block of blocks)
    block.descendants(({ marks }) => marks.forEach((mark) => isSuggestionMark(mark) && ids.add(mark.attrs['id'])))
  return ids.size
}
