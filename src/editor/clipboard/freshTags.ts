import type { Mark, Node as SheetNode } from '@tiptap/pm/model'
import type { FactTag } from '../../story/ledger/facts/fact'
import { factMark } from '../facts/factRanges'
import type { StoryContext } from '../copy/storyContext'
import { mapMarks } from './pieces'

/**
 * Makes the tags of a copy: every fact gets a new id and record at "to check" (rule 5), except those that `keeps`
 * accepts. Tags without a known record are dropped. Comments stay with the original, except those that `keepsComment`
 * accepts.
 */
export function withFreshTags(
  blocks: readonly SheetNode[],
  facts: ReadonlyMap<string, FactTag>,
  { newId, now, person }: Pick<StoryContext, 'newId' | 'now' | 'person'>,
  keeps: (fact: string) => boolean,
  keepsComment: (comment: string) => boolean,
): { readonly blocks: readonly SheetNode[]; readonly records: readonly FactTag[] } {
  const records = new Map<string, FactTag>()
  const renew = (id: string): FactTag | undefined => {
    const known = records.get(id)
    const original = facts.get(id)
    if (known || !original) return known
    const record: FactTag = { ...original, id: newId(), by: person, at: now() }
    records.set(id, record)
    return record
  }
  const fresh = mapMarks(blocks, (marks) =>
    marks.flatMap((mark): Mark[] => {
      if (mark.type.name === 'comment') return keepsComment(String(mark.attrs['id'])) ? [mark] : []
      if (mark.type.name !== 'fact') return [mark]
      const id = String(mark.attrs['id'])
      if (keeps(id)) return [mark]
      const record = renew(id)
      return record ? [factMark(mark.type.schema, record.id)] : []
    }),
  )
  return { blocks: fresh, records: [...records.values()] }
}
