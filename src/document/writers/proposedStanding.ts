/**
 * Sees in a transaction that words which stood become a proposed insertion: they stand no longer, so whoever proposes
 * them took them away.
 */
import * as Y from 'yjs'
import { markNameOf } from '../markNames'
import { itemsIn } from '../reading/yjsItems'
import { writersOfCharacters, type Hand } from './hands'

export function takenByProposal({ doc, changed, beforeState, deleteSet }: Y.Transaction, by: string): readonly Hand[] {
  const notes: Hand[] = []
  const isOld = ({ id }: Y.Item): boolean => id.clock < (beforeState.get(id.client) ?? 0)
  const stoodBefore = (item: Y.Item): boolean => isOld(item) && (!item.deleted || Y.isDeleted(deleteSet, item.id))
  for (const text of changed.keys() as Iterable<unknown>) {
    if (!(text instanceof Y.XmlText)) continue
    const [now, before] = [new Set<string>(), new Set<string>()]
    for (const item of itemsIn(text)) {
      const { content, id, length, deleted } = item
      if (content instanceof Y.ContentFormat && markNameOf(content.key) === 'insertion') {
        if (!deleted) mark(now, content)
        if (stoodBefore(item)) mark(before, content)
      } else if (content instanceof Y.ContentString && !deleted && now.size > 0 && before.size === 0 && isOld(item)) {
        const isOthers = [...writersOfCharacters(doc, id.client, id.clock, length)].some((name) => name !== by)
        if (isOthers) notes.push(['took', by, id.client, id.clock, length])
      }
    }
  }
  return notes
}

function mark(open: Set<string>, { key, value }: Y.ContentFormat): void {
  if (value === null) open.delete(key)
  else open.add(key)
}
