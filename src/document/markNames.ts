/**
 * Names marks in a Y.XmlText as the editor's Yjs binding does (y-tiptap 3.0.9, `marksToAttributes`): plain marks by
 * their name, marks that may overlap themselves by `name--hash`. The hash must be the binding's own, or the binding
 * rewrites every block that we made at the first keystroke.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import * as buffer from 'lib0/buffer'
import type { Span } from '../story/copy/copy'
import { writeShape, type SuggestionSpan } from '../story/copy/suggestions/markedCopy'

const HASHED = /^(.*)--[a-zA-Z0-9+/=]{8}$/

export const markNameOf = (attribute: string): string =>
  attribute.includes('--') ? (HASHED.exec(attribute)?.[1] ?? attribute) : attribute

/**
 * The formatting attribute of a mark that may overlap its kind. `attrs`: every attribute of the schema, in its order.
 */
export function overlappingMarkAttribute(
  mark: 'fact' | 'comment' | 'insertion' | 'deletion' | 'restyle',
  attrs: Readonly<Record<string, string | null>>,
): string {
  const digest = sha256(buffer.encodeAny({ type: mark, attrs }))
  for (let index = 6; index < digest.length; index++)
    digest[index % 6] = (digest[index % 6] ?? 0) ^ (digest[index] ?? 0)
  return `${mark}--${buffer.toBase64(digest.slice(0, 6))}`
}

const overlappingMark = (
  mark: Parameters<typeof overlappingMarkAttribute>[0],
  attrs: Readonly<Record<string, string | null>>,
): Record<string, unknown> => ({ [overlappingMarkAttribute(mark, attrs)]: attrs })

/** The formatting of a pending suggestion's mark, as the binding writes it. */
export function attributeOfProposed(span: SuggestionSpan): Record<string, unknown> {
  switch (span.mark) {
    case 'insertion':
      return overlappingMark('insertion', {
        id: span.id,
        as: span.as === undefined ? null : span.as === 'line' ? 'line' : writeShape(span.as),
      })
    case 'deletion':
      return overlappingMark('deletion', { id: span.id })
    case 'restyle':
      return overlappingMark('restyle', { id: span.id, style: span.style })
  }
}

export function attributeOf(span: Span): Record<string, unknown> {
  if (span.mark === 'fact' || span.mark === 'comment') return overlappingMark(span.mark, { id: span.id })
  return span.mark === 'link' ? { link: { href: span.href } } : { [span.mark]: {} }
}
