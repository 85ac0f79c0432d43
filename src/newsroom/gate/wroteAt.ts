import { wroteWords } from '../../story/assessment/entitlement'
import type { Finding } from '../../story/assessment/finding'
import type { Newsroom } from '../state/newsroom'
import type { OpenStory } from '../replica/openStory'

/** Whether a person wrote the words at the place of a finding. Then others must dismiss or override it (rule 8). */
export function wroteAt(room: Newsroom, story: OpenStory, by: string, { where }: Finding): boolean {
  if (where.kind !== 'text' && where.kind !== 'fact') return false
  const fact = where.fact === undefined ? undefined : story.assessments().find(({ id }) => id === where.fact)
  if (fact) return wroteWords(by, fact.record, fact.words, story.value(), room.desk())
  return where.kind === 'text' && story.writersAt([where]).has(by)
}
