/**
 * Sees in a transaction that words which stood become a proposed insertion: they stand no longer, so the person who
 * proposes them took them away.
 */
import * as Y from 'yjs'
import { followInsertions } from '../../insertionMarks'
import { itemsIn } from '../../reading/yjsItems'
import { writersOfCharacters, type Hand } from '../characters/hands'

export function takenByProposal({ doc, changed, beforeState, deleteSet }: Y.Transaction, by: string): readonly Hand[] {
  const notes: Hand[] = []
  const isOld = ({ id }: Y.Item): boolean => id.clock < (beforeState.get(id.client) ?? 0)
  const stoodBefore = (item: Y.Item): boolean => isOld(item) && (!item.deleted || Y.isDeleted(deleteSet, item.id))
  for (const text of changed.keys() as Iterable<unknown>) {
    if (!(text instanceof Y.XmlText)) continue
    const [now, before] = [new Map<string, string>(), new Map<string, string>()]
    for (const item of itemsIn(text)) {
      const { content, id, length, deleted } = item
      if (!deleted) followInsertions(now, item)
      if (stoodBefore(item)) followInsertions(before, item)
      if (content instanceof Y.ContentString && !deleted && now.size > 0 && before.size === 0 && isOld(item)) {
        const isOthers = [...writersOfCharacters(doc, id.client, id.clock, length)].some((name) => name !== by)
        if (isOthers) notes.push(['took', by, id.client, id.clock, length])
      }
    }
  }
  return notes
}
