/** What lists show of a story, without what only the checks count (`rowCounts.ts`). */
import type { Assessment } from '../../../story/assessment/assessment'
import { weighFact } from '../../../story/assessment/clearing'
import { openLosses } from '../../../story/assessment/lostTrust'
import type { Story } from '../../../story/assessment/story'
import { countCharacters, countWords } from '../../../story/copy/copy'
import type { FactStatus } from '../../../story/ledger/facts/fact'
import type { Fields } from '../../../story/ledger/fields'
import { embargoAsPublished } from '../../../story/ledger/leaving/embargoThen'
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import type { StorySummary } from '../../../story/requests/requests'
import { countsCharacters } from '../../../story/text/words/characters'

/** `entries`: of its ledger. */
export function storySummaryOf(
  story: Story,
  assessments: readonly Assessment[],
  updated: string,
  entries: readonly LedgerEntry[],
): StorySummary {
  const facts: Partial<Record<FactStatus, number>> = {}
  for (const { status } of assessments) facts[status] = (facts[status] ?? 0) + 1
  const losses = openLosses(story).length
  const heldUntil = story.ledger.standing.live ? embargoAsPublished(entries, story.fields.embargo).trim() : ''
  const open = assessments.filter((fact) => weighFact(fact) !== 'pass').length
  return {
    id: story.id,
    slug: story.fields.slug,
    headline: headlineOf(story),
    stage: story.ledger.standing.stage,
    version: story.ledger.standing.version,
    facts,
    ...(open > 0 ? { open } : {}),
    words: countWords(story.copy),
    ...(countsCharacters(story.fields.language) ? { characters: countCharacters(story.copy) } : {}),
    wordTarget: story.fields.wordTarget,
    embargo: story.fields.embargo,
    ...(heldUntil === '' ? {} : { heldUntil }),
    updated,
    ...summaryFields(story.fields),
    ...(losses > 0 ? { losses } : {}),
  }
}

/** What of the fields is in the row. Older story files lack it. */
export const summaryFields = ({
  byline,
  author,
  desk,
  assignee,
  language,
}: Fields): Required<Pick<StorySummary, 'by' | 'desk' | 'assignee' | 'language'>> => ({
  by: byline.map(({ name }) => name).join(', ') || author,
  desk,
  assignee,
  language,
})

export const headlineOf = ({ copy }: Pick<Story, 'copy'>): string =>
  copy.find((block) => block.role === 'headline')?.text ?? ''
