import type { SearchableStory } from '../../story/query/matchQuery'
import { GROUP_ORDER } from '../../story/requests/library/listRequests'
import type { StorySummary } from '../../story/requests/requests'
import { stricterEmbargo } from '../../story/text/looserEmbargo'
import type { IndexedStory } from './indexedStory'

/** What a query asks about a story of the index. */
export const searchableOf = ({ row, texts, people, subjects }: IndexedStory): SearchableStory => ({
  texts: allTexts(texts),
  stage: row.stage,
  facts: row.facts,
  desk: row.desk ?? '',
  people,
  assignee: row.assignee ?? '',
  language: row.language ?? '',
  subjects,
  slug: row.slug,
  embargo: stricterEmbargo(row.embargo, row.heldUntil ?? ''),
  updated: row.updated,
  ...(row.unavailable === undefined ? {} : { unavailable: row.unavailable }),
})

/** In the order in which a snippet is sought. A snippet is shown beside the headline. */
export const allTexts = ({ headline, body, about, notes }: IndexedStory['texts']): readonly string[] => [
  ...body,
  ...notes,
  ...about,
  ...headline,
]

/** The place of its group in the list. */
export const groupNumberOf = ({ unavailable, stage }: Pick<StorySummary, 'unavailable' | 'stage'>): number =>
  GROUP_ORDER.indexOf(unavailable === undefined ? stage : 'unavailable')

export const slugKey = (slug: string): string => slug.normalize('NFC').toLowerCase()

/** Compares as SQLite does: by code points. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  const left = [...a]
  const right = [...b]
  const at = left.findIndex((sign, place) => sign !== right[place])
  if (at < 0) return -1
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1)
}

/** A story whose age is not known comes last. */
export const createdKey = ({ created }: Pick<IndexedStory, 'created'>): string => created || '\uffff'
