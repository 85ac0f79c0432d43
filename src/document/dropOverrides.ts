/** Takes direction overrides (U+202A to U+202E) and control characters out of a story's document. */
import * as Y from 'yjs'
import { COPY_FRAGMENT } from '../story/copy/documentSchema'
import { enteringWords, hasUnwanted, unwantedIn } from '../story/text/words/strayCharacters'
import { markNameOf } from './markNames'
import type { Delta } from './reading/readStory'
import { suggestionIdOf } from './reading/suggestionId'
import { itemOf, itemsIn, typeOfItem, type ItemId } from './reading/yjsItems'

/**
 * Takes them out of words and picture details; a space takes the place of one that parts words. `suggestions`: only
 * out of the pending words of these. Returns how many characters went.
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
  const places: { readonly place: number; readonly instead: string; readonly attributes: Delta['attributes'] }[] = []
  let from = 0
  for (const { insert, attributes = {} } of text.toDelta() as readonly Delta[]) {
    const words = typeof insert === 'string' ? insert : ' '
    if (!suggestions || isPendingOf(attributes, suggestions))
      for (const { at, instead } of unwantedIn(words)) places.push({ place: from + at, instead, attributes })
    from += words.length
  }
  for (const { place, instead, attributes } of places.reverse()) {
    text.delete(place, 1)
    if (instead !== '') text.insert(place, instead, { ...attributes })
  }
  return places.length
}

const isPendingOf = (attributes: Readonly<Record<string, unknown>>, suggestions: ReadonlySet<string>): boolean =>
  Object.entries(attributes).some(
    ([name, value]) => markNameOf(name) === 'insertion' && suggestions.has(suggestionIdOf(value) ?? ''),
  )

function dropFromAttributes(element: Y.XmlElement): number {
  let dropped = 0
  for (const [name, value] of Object.entries(element.getAttributes() as Readonly<Record<string, unknown>>)) {
    if (typeof value !== 'string' || !hasUnwanted(value)) continue
    dropped += unwantedIn(value).length
    element.setAttribute(name, enteringWords(value))
  }
  return dropped
}

/** What an update brought of them: characters, and elements with an attribute that holds one. */
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
    if (id && values.some((value) => typeof value === 'string' && hasUnwanted(value))) elements.push(id)
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
    for (const { at } of unwantedIn(content.str))
      if (id.clock + at >= known) found.push({ client: id.client, clock: id.clock + at })
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
    if (place?.type instanceof Y.XmlText && hasUnwanted(characterAt(place.type, place.index)))
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
