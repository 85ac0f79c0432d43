/** What people look for in the stories of a library: words and filters. */
import type { FactStatus } from '../ledger/facts/fact'
import type { Stage } from '../ledger/stages'
import type { SoughtTokens } from './tokens'

/** Words as typed, and the tokens in a row that a text must hold. */
export interface QueryWords extends SoughtTokens {
  /** Without the quotation marks and the star. */
  readonly text: string
  readonly quoted: boolean
}

export interface QueryTerm extends QueryWords {
  /** A story must not hold it. */
  readonly not: boolean
}

/** Filters that look for words in one part of what a story says of itself. */
export const WORD_FILTERS = ['desk', 'by', 'assignee', 'subject', 'slug'] as const
export type WordFilter = (typeof WORD_FILTERS)[number]

const DATE_FILTERS = ['before', 'after', 'since'] as const

export const STATES = ['embargoed', 'unreadable', 'lapsed'] as const
/**
 * Embargoed: the embargo has not ended, or nobody can read when it does. Unreadable: the story cannot be read. Lapsed:
 * a sign-off of a fact lapsed.
 */
export type SoughtState = (typeof STATES)[number]

export const FILTERS = ['stage', ...WORD_FILTERS, 'fact', 'lang', ...DATE_FILTERS, 'is'] as const
export type FilterName = (typeof FILTERS)[number]

export type StoryFilter = { readonly not: boolean } & (
  | { readonly name: WordFilter; readonly words: QueryWords }
  | { readonly name: 'stage'; readonly stage: Stage }
  | { readonly name: 'fact'; readonly status: FactStatus }
  /** BCP 47 in small letters. “pt” also finds “pt-BR”. */
  | { readonly name: 'lang'; readonly language: string }
  /**
   * When the story last changed. `before` a day: until it begins. `after` a day: from its begin on. A day is “2026”,
   * “2026-10” or “2026-10-01”; a year or month is its first day.
   */
  | { readonly name: 'before' | 'after'; readonly day: string }
  /** In the last hours, days or weeks of 24 hours a day. */
  | { readonly name: 'since'; readonly amount: number; readonly unit: 'h' | 'd' | 'w' }
  | { readonly name: 'is'; readonly state: SoughtState }
)

export interface StoryQuery {
  /** A story holds each of them, or none that is `not`, anywhere in its texts. */
  readonly terms: readonly QueryTerm[]
  readonly filters: readonly StoryFilter[]
  /** Parts as typed that were not understood. A query with any finds nothing. */
  readonly unclear: readonly string[]
  /** What was not understood and what can be written instead, for people. Absent: nothing. */
  readonly problem?: string
}

/**
 * The filters as groups: in each group one must hold. Filters of one name are alternatives (“stage:draft stage:filed”).
 * States, dates and filters with `not` must each hold.
 */
export function filterGroups({ filters }: Pick<StoryQuery, 'filters'>): readonly (readonly StoryFilter[])[] {
  const groups = new Map<string, StoryFilter[]>()
  for (const [at, filter] of filters.entries()) {
    const stands = filter.not || filter.name === 'is' || (DATE_FILTERS as readonly string[]).includes(filter.name)
    const key = stands ? String(at) : filter.name
    groups.set(key, [...(groups.get(key) ?? []), filter])
  }
  return [...groups.values()]
}

export const isEmptyQuery = ({ terms, filters, unclear }: StoryQuery): boolean =>
  terms.length + filters.length + unclear.length === 0
