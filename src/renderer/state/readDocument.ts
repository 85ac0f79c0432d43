import * as Y from 'yjs'
import { FACTS_MAP, FIELDS_MAP } from '../../story/documentSchema'
import { isFactType, type FactTag } from '../../story/fact'
import { EMPTY_FIELDS, type Fields } from '../../story/fields'

/** The fields as the document holds them; what it does not hold is empty. */
export const readFields = (doc: Y.Doc): Fields => ({ ...EMPTY_FIELDS, ...(doc.getMap(FIELDS_MAP).toJSON() as Partial<Fields>) })

/** The records behind the tags. A record that another version wrote in another way is read as an event. */
export function readTags(doc: Y.Doc): ReadonlyMap<string, FactTag> {
  const tags = new Map<string, FactTag>()
  doc.getMap(FACTS_MAP).forEach((record, id) => {
    if (!(record instanceof Y.Map)) return
    const text = (name: string): string | undefined => {
      const value: unknown = record.get(name)
      return typeof value === 'string' ? value : undefined
    }
    const type = text('type') ?? ''
    const attributedTo = text('attributedTo')
    const statement = text('statement')
    tags.set(id, {
      id, type: isFactType(type) ? type : 'event', by: text('by') ?? '', at: text('at') ?? '',
      ...(attributedTo === undefined ? {} : { attributedTo }), ...(statement === undefined ? {} : { statement })
    })
  })
  return tags
}
