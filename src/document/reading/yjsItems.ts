/**
 * The one file that reads what Yjs keeps private. Who typed a character, what was deleted, and which element holds it
 * are known only to the items of a type (`_start`, `_item`); whether changes wait for others, only to `doc.store`;
 * whether one is being made, only to `_transaction`. Checked against Yjs 13.6.33: read these members again before you
 * raise the version.
 */
import * as Y from 'yjs'

type AnyType = Y.AbstractType<unknown>

/** The items of a type in order, deleted ones too. */
export function* itemsIn(type: object): Generator<Y.Item, void, undefined> {
  for (let item = (type as AnyType)._start; item !== null; item = item.right) yield item
}

/** The item that holds a type; undefined for a root type and for one that is in no document yet. */
export const itemOf = (type: object): Y.Item | undefined => (type as AnyType)._item ?? undefined

/** An attribute as it was last set, also of an element that was deleted since. */
export function lastAttribute(
  element: object,
  name: string,
): { readonly client: number; readonly clock: number; readonly value: unknown } | undefined {
  const item = (element as AnyType)._map.get(name)
  return item && { client: item.id.client, clock: item.id.clock, value: item.content.getContent()[0] }
}

/** All that an attribute was set to, the last first. Removals are not among it. */
export function settingsOf(
  element: object,
  name: string,
): readonly { readonly client: number; readonly clock: number; readonly value: unknown }[] {
  const settings = []
  for (let item = (element as AnyType)._map.get(name) ?? null; item; item = item.left)
    settings.push({ ...item.id, value: item.content.getContent()[0] as unknown })
  return settings
}

/** Names an item, or one character of it. */
export interface ItemId {
  readonly client: number
  readonly clock: number
}

/** The type that the item holds; undefined if it holds something else or is deleted. */
export function typeOfItem(doc: Y.Doc, { client, clock }: ItemId): AnyType | undefined {
  const item = Y.getItem(doc.store, Y.createID(client, clock))
  return item instanceof Y.Item && !item.deleted && item.content instanceof Y.ContentType
    ? (item.content.type as AnyType)
    : undefined
}

/** Whether changes or deletions wait in the document for changes that they build on. */
export const isIncomplete = ({ store }: Y.Doc): boolean => store.pendingStructs !== null || store.pendingDs !== null

/** Bytes of the changes that wait in the document for changes that they build on. */
export const waitingBytes = ({ store }: Y.Doc): number => store.pendingStructs?.update.length ?? 0

/** Whether somebody is in the middle of a change. */
export const isChanging = ({ _transaction }: Y.Doc): boolean => _transaction !== null

/** All items of the document that are not deleted, in the order in which each client made them. */
export function* standingItems({ store }: Y.Doc): Generator<Y.Item, void, undefined> {
  for (const structs of store.clients.values())
    for (const struct of structs) if (struct instanceof Y.Item && !struct.deleted) yield struct
}

/** The name of the root type that holds the item. */
export function rootOf({ parent }: Y.Item): string {
  let type = parent
  while (type instanceof Y.AbstractType && type._item) type = type._item.parent
  return type instanceof Y.AbstractType ? Y.findRootTypeKey(type) : ''
}

/** The name of a block in all copies of a document. */
export const nameOfBlock = (element: Y.XmlElement): string => {
  const id = itemOf(element)?.id
  return id ? `${id.client}.${id.clock}` : ''
}
