/** Takes direction overrides (U+202A to U+202E) out of a story's document. */
import * as Y from 'yjs'
import { COPY_FRAGMENT } from '../story/copy/documentSchema'
import {
  hasDirectionOverride,
  isDirectionOverride,
  withoutDirectionOverrides,
} from '../story/text/words/directionOverrides'
import { markNameOf } from './markNames'
import type { Delta } from './reading/readStory'
import { itemOf, itemsIn, typeOfItem, type ItemId } from './reading/yjsItems'

/**
 * Takes them out of words and picture details. `suggestions`: only out of the pending words of these. Returns how many
 * characters went.
 */
export function dropOverrides(doc: Y.Doc, suggestions?: ReadonlySet<string>): number {
  let dropped = 0
  const visit = (node: unknown): void => {
    if (node instanceof Y.XmlText) dropped += dropFromText(node, suggestions)
    if (node instanceof Y.XmlElement && !suggestions) dropped += dropFromAttributes(node)
    if (node instanceof Y.XmlElement) node.toArray().forEach(visit)
  }
  doc.transact(() => doc.getXmlFragment(COPY_FRAGMENT).toArray().forEach(visit))
  return dropped
}

function dropFromText(text: Y.XmlText, suggestions: ReadonlySet<string> | undefined): number {
  const places: number[] = []
  let at = 0
  for (const { insert, attributes = {} } of text.toDelta() as readonly Delta[]) {
    const words = typeof insert === 'string' ? insert : ' '
    if (hasDirectionOverride(words) && (!suggestions || isPendingOf(attributes, suggestions)))
      [...words.matchAll(/[\u202a-\u202e]/g)].forEach(({ index }) => places.push(at + index))
    at += words.length
  }
  for (const place of places.reverse()) text.delete(place, 1)
  return places.length
}

const isPendingOf = (attributes: Readonly<Record<string, unknown>>, suggestions: ReadonlySet<string>): boolean =>
  Object.entries(attributes).some(
    ([name, value]) =>
      markNameOf(name) === 'insertion' && suggestions.has(String((value as { readonly id?: unknown } | null)?.id)),
  )

function dropFromAttributes(element: Y.XmlElement): number {
  let dropped = 0
  for (const [name, value] of Object.entries(element.getAttributes() as Readonly<Record<string, unknown>>)) {
    if (typeof value !== 'string' || !hasDirectionOverride(value)) continue
    const clean = withoutDirectionOverrides(value)
    dropped += value.length - clean.length
    element.setAttribute(name, clean)
  }
  return dropped
}

/** The direction overrides that an update brought: characters, and elements with an attribute that holds one. */
export interface AddedOverrides {
  readonly characters: readonly ItemId[]
  readonly elements: readonly ItemId[]
}

/** `before`: the state vector before the update. `nodes`: the nodes that it touched. */
export function addedOverrides(nodes: Iterable<unknown>, before: ReadonlyMap<number, number>): AddedOverrides {
  const characters: ItemId[] = []
  const elements: ItemId[] = []
  const visit = (node: unknown): void => {
    if (node instanceof Y.XmlText) characters.push(...addedCharacters(node, before))
    if (!(node instanceof Y.XmlElement)) return
    const id = itemOf(node)?.id
    const values = Object.values(node.getAttributes() as Readonly<Record<string, unknown>>)
    if (id && values.some((value) => typeof value === 'string' && hasDirectionOverride(value))) elements.push(id)
    node.toArray().forEach(visit)
  }
  for (const node of nodes) visit(node)
  return { characters, elements }
}

function addedCharacters(text: Y.XmlText, before: ReadonlyMap<number, number>): ItemId[] {
  const found: ItemId[] = []
  for (const { deleted, content, id, length } of itemsIn(text)) {
    const known = before.get(id.client) ?? 0
    if (deleted || !(content instanceof Y.ContentString) || id.clock + length <= known) continue
    for (const { index } of content.str.matchAll(/[\u202a-\u202e]/g))
      if (id.clock + index >= known) found.push({ client: id.client, clock: id.clock + index })
  }
  return found
}

/** Takes out what an update brought, and nothing that was there before. */
export function dropAdded(doc: Y.Doc, { characters, elements }: AddedOverrides): void {
  for (const id of characters) {
    const place = Y.createAbsolutePositionFromRelativePosition(
      Y.createRelativePositionFromJSON({ item: id, assoc: 0 }),
      doc,
    )
    if (place?.type instanceof Y.XmlText && isDirectionOverride(characterAt(place.type, place.index)))
      place.type.delete(place.index, 1)
  }
  for (const id of elements) {
    const element = typeOfItem(doc, id)
    if (element instanceof Y.XmlElement) dropFromAttributes(element)
  }
}

function characterAt(text: Y.XmlText, index: number): string {
  let at = 0
  for (const { insert } of text.toDelta() as readonly Delta[]) {
    const words = typeof insert === 'string' ? insert : ' '
    if (index < at + words.length) return words.charAt(index - at)
    at += words.length
  }
  return ''
}
