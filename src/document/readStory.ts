import * as Y from 'yjs'
import type { Block, BlockRole, Copy, ListKind, Span } from '../story/copy'
import { COPY_FRAGMENT, FACTS_MAP, FIELDS_MAP } from '../story/documentSchema'
import { isFactType, type FactTag } from '../story/fact'
import { EMPTY_FIELDS, isFieldName, type Fields } from '../story/fields'
import { addSpan, compareSpans } from '../story/spans'
import { markNameOf } from './markNames'

/** What a story's document holds, as plain values. */
export interface DocumentContent {
  readonly copy: Copy
  readonly tags: ReadonlyMap<string, FactTag>
  readonly fields: Fields
}

export function readStory(doc: Y.Doc): DocumentContent {
  return { copy: readCopy(doc), tags: readTags(doc), fields: readFields(doc) }
}

export function readCopy(doc: Y.Doc): Copy {
  return blockElements(doc).map(readBlock)
}

/** The block elements of the copy, in order. Anything else at the top (a newer version's node) is skipped here; guardDocument names it. */
export function blockElements(doc: Y.Doc): readonly Y.XmlElement[] {
  return doc.getXmlFragment(COPY_FRAGMENT).toArray().filter((node): node is Y.XmlElement => node instanceof Y.XmlElement && node.nodeName === 'block')
}

export interface Delta {
  readonly insert?: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

export function readBlock(element: Y.XmlElement): Block {
  let text = ''
  const spans: Span[] = []
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlText) {
      for (const { insert, attributes } of child.toDelta() as readonly Delta[]) {
        if (typeof insert !== 'string') continue
        const from = text.length
        text += insert
        for (const span of spansOf(attributes ?? {}, from, text.length)) addSpan(spans, span, text)
      }
    } else if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak') text += '\n'
  }
  const { role, level, list } = element.getAttributes() as Record<string, unknown>
  return {
    role: (typeof role === 'string' ? role : 'paragraph') as BlockRole,
    ...(typeof level === 'number' ? { level } : {}),
    ...(typeof list === 'string' ? { list: list as ListKind } : {}),
    text,
    spans: spans.sort(compareSpans)
  }
}

function spansOf(attributes: Readonly<Record<string, unknown>>, from: number, to: number): Span[] {
  const spans: Span[] = []
  for (const [name, value] of Object.entries(attributes)) {
    const mark = markNameOf(name)
    const attrs = (value ?? {}) as { readonly id?: unknown; readonly href?: unknown }
    if ((mark === 'fact' || mark === 'comment') && typeof attrs.id === 'string') spans.push({ from, to, mark, id: attrs.id })
    else if (mark === 'bold' || mark === 'italic') spans.push({ from, to, mark })
    else if (mark === 'link' && typeof attrs.href === 'string') spans.push({ from, to, mark, href: attrs.href })
  }
  return spans
}

export function readTags(doc: Y.Doc): ReadonlyMap<string, FactTag> {
  const tags = new Map<string, FactTag>()
  for (const [id, value] of doc.getMap(FACTS_MAP)) {
    const tag = readTag(id, value)
    if (tag) tags.set(id, tag)
  }
  return tags
}

/** A fact's record, or undefined when it is none. */
export function readTag(id: string, value: unknown): FactTag | undefined {
  if (!(value instanceof Y.Map)) return undefined
  const { type, by, at, attributedTo, statement } = value.toJSON() as Record<string, unknown>
  if (typeof type !== 'string' || !isFactType(type)) return undefined
  return {
    id, type, by: typeof by === 'string' ? by : '', at: typeof at === 'string' ? at : '',
    ...(typeof attributedTo === 'string' ? { attributedTo } : {}), ...(typeof statement === 'string' ? { statement } : {})
  }
}

export function readFields(doc: Y.Doc): Fields {
  const stored: Record<string, unknown> = {}
  for (const [name, value] of doc.getMap(FIELDS_MAP)) if (isFieldName(name)) stored[name] = value
  return { ...EMPTY_FIELDS, ...stored }
}
