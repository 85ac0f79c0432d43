import type { BlockRole, ListKind } from '../../../story/copy/copy'
import type { BlockShape } from '../../../story/copy/suggestions/markedCopy'
import type { LossCollector } from '../parts/losses'
import { attributeOf, childOf, type MarkupElement } from '../markup/tree/markupTree'
import type { FoundBlock } from '../parts/blocks/partsOfCopy'
import { outlineOf, type DocxNumbering, type ParagraphStyle } from './docxStyles'

/** A block with the part that its style names ("Title", "Subtitle", "Byline"). */
export interface DocxBlock extends FoundBlock {
  readonly part?: 'headline' | 'deck' | 'byline' | 'contributors' | 'rights'
  /** A picture whose bytes are still in the archive. */
  readonly embedded?: PictureReference
  /** Set if the style is a caption: the printed credit, and whether the caption has no picture. */
  readonly caption?: Caption & { readonly credit: string }
}
interface Caption {
  readonly alone: boolean
}
export interface PictureReference {
  /** Undefined: the picture is not in the archive, and is listed. */
  readonly part: string | undefined
  readonly alt: string
  readonly about: string
}

/** The role of a paragraph, from its style and properties. */
export interface Kind {
  readonly role: BlockRole
  readonly level: number
  readonly list?: ListKind
  readonly depth: number
  readonly part?: NonNullable<DocxBlock['part']>
  /** Set if Word prints a number before the paragraph: its list, and its level from 0. */
  readonly numbered?: { readonly list: string; readonly level: number }
  readonly caption?: Caption
  /** Bold and italic of the style itself are not kept. */ readonly plain?: boolean
  readonly becomes?: NonNullable<FoundBlock['becomes']>
}
export const PARAGRAPH: Kind = { role: 'paragraph', level: 1, depth: 0 }

/** Paragraph styles that name a part, of Word and of newsroom templates. */
const PARTS: ReadonlyMap<string, NonNullable<DocxBlock['part']>> = new Map([
  ['title', 'headline'],
  ['headline', 'headline'],
  ['subtitle', 'deck'],
  ['deck', 'deck'],
  ['standfirst', 'deck'],
  ['byline', 'byline'],
  ['contributors', 'contributors'],
  ['rights', 'rights'],
])
const QUOTES = /^(?:quote|intense quote|block ?quote|block text|quotations?)$/

/** Kinds that depend on the style alone. */
const BY_STYLE = new WeakMap<ParagraphStyle, Kind>()

/** Looks at the name of the style first, then at outline level and numbering. */
export function paragraphKind(
  properties: MarkupElement | undefined,
  style: ParagraphStyle,
  numbering: DocxNumbering,
  losses: LossCollector,
): Kind {
  const own = childOf(properties, 'outlineLvl')
  const numbered = childOf(properties, 'numPr')
  if (own || numbered || style.numId !== undefined) return kindWith(own, numbered, style, numbering, losses)
  const known = BY_STYLE.get(style)
  if (known) return known
  const kind = kindWith(undefined, undefined, style, numbering, losses)
  BY_STYLE.set(style, kind)
  return kind
}

function kindWith(
  own: MarkupElement | undefined,
  numbered: MarkupElement | undefined,
  style: ParagraphStyle,
  numbering: DocxNumbering,
  losses: LossCollector,
): Kind {
  const part = style.names.map((name) => PARTS.get(name)).find((found) => found !== undefined)
  if (part) return { ...PARAGRAPH, part, plain: true }
  const named = style.names.map((name) => /^heading ([1-9])$/.exec(name)?.[1]).find((found) => found !== undefined)
  const depth = named !== undefined ? Number(named) : own ? outlineOf(attributeOf(own, 'val')) : style.outline
  const numId = childOf(numbered, 'numId')
  const ilvl = childOf(numbered, 'ilvl')
  const id = numId ? attributeOf(numId, 'val') : style.numId
  const level = Math.min(Math.max(Number(ilvl ? attributeOf(ilvl, 'val') : style.level) || 0, 0), 8)
  const list = id === undefined ? undefined : numbering.kindOf(id, level)
  const count = id !== undefined && list === 'ordered' ? { numbered: { list: id, level } } : {}
  if (depth > 0) return { ...PARAGRAPH, role: 'subhead', depth: Math.min(depth, 6), plain: true, ...count }
  if (list) {
    if (level > 5) losses.add('deepListLevels', String(level + 1))
    return { ...PARAGRAPH, role: 'listItem', list, level: Math.min(level + 1, 6), ...count }
  }
  if (style.names.some((name) => /^table (?:header|heading|text|contents)$/.test(name)))
    return { ...PARAGRAPH, plain: true }
  if (style.names.includes('cutline without picture')) return { ...PARAGRAPH, caption: { alone: true }, plain: true }
  if (style.names.some((name) => /^(?:caption|cutline|image caption)$/.test(name)))
    return { ...PARAGRAPH, caption: { alone: false }, plain: true }
  return style.names.some((name) => QUOTES.test(name)) ? { ...PARAGRAPH, role: 'quote', plain: true } : PARAGRAPH
}

export const shapeOf = ({ role, level, list, depth }: Kind): BlockShape =>
  list ? { role: 'listItem', level, list } : depth > 0 ? { role: 'subhead', level: depth > 2 ? 3 : 2 } : { role }
export const sameShape = (a: Kind, b: Kind): boolean => JSON.stringify(shapeOf(a)) === JSON.stringify(shapeOf(b))
