import type { FactStatus } from '../ledger/facts/fact'
import type { Stage } from '../ledger/stages'
import { endOfEmbargo, momentOf, type QueryClock } from './queryClock'
import { filterGroups, type QueryWords, type StoryFilter, type StoryQuery } from './storyQuery'
import { tokenText } from './tokens'

/** What a query asks about a story. */
export interface SearchableStory {
  /** Headline, deck, body, captions, notes, comments, names … Each alone: no phrase goes from one into the next. */
  readonly texts: readonly string[]
  readonly stage: Stage
  /** How many facts have each status. Absent: none. */
  readonly facts: Readonly<Partial<Record<FactStatus, number>>>
  readonly desk: string
  /** The author and everybody whom the byline names. */
  readonly people: readonly string[]
  readonly assignee: string
  /** BCP 47. */
  readonly language: string
  /** Codes of subjects and keywords. */
  readonly subjects: readonly string[]
  readonly slug: string
  /** As the field has it. */
  readonly embargo: string
  /** ISO 8601 instant of the last change. */
  readonly updated: string
  /** The story cannot be read. */
  readonly unavailable?: string
}

/** Whether a query finds a story, by reading the whole of it: the measure for every index. */
export function matchQuery(query: StoryQuery, story: SearchableStory, clock: QueryClock): boolean {
  if (query.unclear.length > 0) return false
  const text = tokenText(story.texts)
  return (
    query.terms.every((term) => holdsTokens(text, term) !== term.not) &&
    filterGroups(query).every((group) => group.some((filter) => holds(filter, story, clock) !== filter.not))
  )
}

/** Whether a text, as `tokenText` gives it, holds the tokens in a row. */
export const holdsTokens = (text: string, { tokens, prefix }: Pick<QueryWords, 'tokens' | 'prefix'>): boolean =>
  text.includes(` ${tokens.join(' ')}${prefix ? '' : ' '}`)

function holds(filter: StoryFilter, story: SearchableStory, clock: QueryClock): boolean {
  switch (filter.name) {
    case 'stage':
      return story.unavailable === undefined && story.stage === filter.stage
    case 'fact':
      return (story.facts[filter.status] ?? 0) > 0
    case 'lang': {
      const language = story.language.toLowerCase()
      return language === filter.language || language.startsWith(`${filter.language}-`)
    }
    case 'before':
      return Date.parse(story.updated) < momentOf(filter, clock)
    case 'after':
    case 'since':
      return Date.parse(story.updated) >= momentOf(filter, clock)
    case 'is':
      return isIn(filter.state, story, clock)
    default:
      return holdsTokens(tokenText(WORDS_OF[filter.name](story)), filter.words)
  }
}

const WORDS_OF = {
  desk: ({ desk }: SearchableStory): readonly string[] => [desk],
  by: ({ people }: SearchableStory): readonly string[] => people,
  assignee: ({ assignee }: SearchableStory): readonly string[] => [assignee],
  subject: ({ subjects }: SearchableStory): readonly string[] => subjects,
  slug: ({ slug }: SearchableStory): readonly string[] => [slug],
} as const

function isIn(state: 'embargoed' | 'unreadable' | 'lapsed', story: SearchableStory, clock: QueryClock): boolean {
  if (state === 'unreadable') return story.unavailable !== undefined
  if (state === 'lapsed') return (story.facts.reCheck ?? 0) > 0
  return (endOfEmbargo(story.embargo) ?? -Infinity) > clock.now
}
