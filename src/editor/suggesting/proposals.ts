/** Proposes styles of text and shapes of blocks. Standing text keeps its own until they are accepted. */
import type { Mark } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { readShape, type Style } from '../../story/copy/suggestions/markedCopy'
import type { SheetRange } from '../facts/factRanges'
import { attrsOf, sameAttrs, type BlockAttrs } from '../schema/blockAttrs'
import { attrsOfShape, marksOf, shapeText, suggestionMark } from './suggestionMarks'
import type { Proposing } from './suggestionRecords'

export const STYLES = ['bold', 'italic', 'link'] as const
export type StyleName = (typeof STYLES)[number]

/** The value of marks in one respect: '' plain, else 'on' or the link's address. */
export function markStyleOf(marks: readonly Mark[], style: StyleName): string {
  const mark = marks.find(({ type }) => type.name === style)
  return mark ? (style === 'link' ? String(mark.attrs['href']) : 'on') : ''
}

const nameOfStyle = (style: unknown): string => String(style).slice(1).split(' ')[0] ?? ''

const writeStyle = (style: StyleName, wanted: string): Style =>
  wanted === '' ? `-${style}` : style === 'link' ? `+link ${wanted}` : `+${style}`

/** The style of text if the person's own proposals on it are accepted. */
export function proposedStyle(marks: readonly Mark[], style: StyleName, { isMine }: Proposing): string {
  const own = marksOf(marks, 'restyle').find(
    (mark) => isMine(mark.attrs['id']) && nameOfStyle(mark.attrs['style']) === style,
  )
  if (!own) return markStyleOf(marks, style)
  const text = String(own.attrs['style'])
  return text.startsWith('-') ? '' : style === 'link' ? text.slice('+link '.length) : 'on'
}

/** Proposes a style for a stretch of text. Own pending text takes it directly; text that has it needs no proposal. */
export function proposeStyles(
  tr: Transaction,
  { from, to }: SheetRange,
  style: StyleName,
  wanted: string,
  ownId: () => string,
  { isMine }: Proposing,
): void {
  const { schema } = tr.doc.type
  const changes: (() => void)[] = []
  tr.doc.nodesBetween(from, to, (node, at) => {
    if (!node.isText) return
    const start = Math.max(from, at)
    const end = Math.min(to, at + node.nodeSize)
    const markType = schema.marks[style]
    if (!markType || marksOf(node.marks, 'deletion').length > 0) return
    if (marksOf(node.marks, 'insertion').some((mark) => isMine(mark.attrs['id']))) {
      changes.push(() =>
        wanted === ''
          ? tr.removeMark(start, end, markType)
          : tr.addMark(start, end, markType.create(style === 'link' ? { href: wanted } : null)),
      )
      return
    }
    for (const mark of marksOf(node.marks, 'restyle')) {
      if (isMine(mark.attrs['id']) && nameOfStyle(mark.attrs['style']) === style)
        changes.push(() => tr.removeMark(start, end, mark))
    }
    if (markStyleOf(node.marks, style) !== wanted) {
      changes.push(() =>
        tr.addMark(start, end, suggestionMark(schema, 'restyle', { id: ownId(), style: writeStyle(style, wanted) })),
      )
    }
  })
  for (const change of changes) change()
}

/** A block, or the part of one after a proposed break. `breakAt`: the position of the break's character. */
export interface ShapedPlace {
  readonly position: number
  readonly breakAt?: number
}

/** Proposes another shape for a block. The person's own break takes it directly; another person's stays as it is. */
export function proposeShape(
  tr: Transaction,
  { position, breakAt }: ShapedPlace,
  attrs: BlockAttrs,
  ownId: () => string,
  { isMine }: Proposing,
): void {
  if (breakAt !== undefined) {
    const mark = marksOf(tr.doc.nodeAt(breakAt)?.marks ?? [], 'insertion')[0]
    if (!mark || !isMine(mark.attrs['id'])) return
    tr.removeMark(breakAt, breakAt + 1, mark)
    tr.addMark(
      breakAt,
      breakAt + 1,
      suggestionMark(tr.doc.type.schema, 'insertion', { id: String(mark.attrs['id']), as: shapeText(attrs) }),
    )
    return
  }
  const node = tr.doc.nodeAt(position)
  if (!node) return
  if (sameAttrs(attrsOf(node), attrs)) {
    const [owner] = String(node.attrs['becomes']).split(' ')
    if (isMine(owner)) tr.setNodeAttribute(position, 'becomes', null)
  } else tr.setNodeAttribute(position, 'becomes', `${ownId()} ${shapeText(attrs)}`)
}

/** The attributes of a block if its proposed shape is accepted. */
export function proposedAttrs(node: Parameters<typeof attrsOf>[0]): BlockAttrs {
  const becomes: unknown = node.attrs['becomes']
  const shape = typeof becomes === 'string' ? readShape(becomes.slice(becomes.indexOf(' ') + 1)) : undefined
  return shape ? attrsOfShape(shape) : attrsOf(node)
}

const BREAK_SHAPE = 'stet.breakShape'
interface BreakShape {
  readonly breakAt: number
  readonly attrs: BlockAttrs
}

/**
 * Passes the shape of a proposed block along with the transaction that fills it. In the sheet that block is one
 * character.
 */
export const withBreakShape = (transaction: Transaction, shape: BreakShape): Transaction =>
  transaction.setMeta(BREAK_SHAPE, shape)

export const breakShapeOf = (transaction: Transaction): BreakShape | undefined =>
  transaction.getMeta(BREAK_SHAPE) as BreakShape | undefined
