import { searchText } from '../../catalogue/rooms/search'
import { FACT_STATUSES, STATUS_WORDS, type FactStatus } from '../ledger/facts/fact'
import { STAGES, STAGE_WORDS, type Stage } from '../ledger/stages'
import { foldText } from './foldText'
import {
  FILTERS,
  STATES,
  WORD_FILTERS,
  type FilterName,
  type QueryWords,
  type StoryFilter,
  type WordFilter,
} from './storyQuery'

export const isFilterName = (name: string): name is FilterName => (FILTERS as readonly string[]).includes(name)

/**
 * Reads the value of a filter. A text is the problem with it, for people.
 * `sought`: the value as words to look for; undefined if it has no letters or digits.
 */
export function readFilter(
  name: FilterName,
  value: string,
  sought: QueryWords | undefined,
  not: boolean,
): StoryFilter | string {
  if (sought === undefined) return searchText('filter.noValue', { name })
  if (isWordFilter(name)) return { name, words: sought, not }
  switch (name) {
    case 'stage': {
      const stage = member(STAGES, STAGE_WORDS, STAGE_ALIASES, value)
      return stage ? { name, stage, not } : unknown(name, value, STAGES)
    }
    case 'fact': {
      const status = member(FACT_STATUSES, STATUS_WORDS, {}, value)
      return status ? { name, status, not } : unknown(name, value, FACT_STATUSES.map(hyphened))
    }
    case 'lang':
      return LANGUAGE.test(value)
        ? { name, language: value.toLowerCase(), not }
        : searchText('filter.language', { value })
    case 'is': {
      const state = STATES.find((one) => one === plain(value))
      return state ? { name, state, not } : unknown(name, value, STATES)
    }
    case 'since': {
      const [, amount, unit] = /^(\d{1,4})([hdw])$/i.exec(value) ?? []
      return amount === undefined || unit === undefined
        ? searchText('filter.since', { value })
        : { name, amount: Number(amount), unit: unit.toLowerCase() as 'h' | 'd' | 'w', not }
    }
    default:
      return isDay(value) ? { name, day: value, not } : searchText('filter.day', { name, value })
  }
}

const isWordFilter = (name: FilterName): name is WordFilter => (WORD_FILTERS as readonly string[]).includes(name)

const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i

/** A year, a month of a year or a day that exists. */
function isDay(value: string): boolean {
  if (!/^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(value) || value < '0100') return false
  const day = `${value}${'-01-01'.slice(value.length - 4)}`
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

const STAGE_ALIASES: Readonly<Record<string, Stage>> = { review: 'inReview', drafts: 'draft' }

/** Compares as people write: “in-review”, “In review”, “inReview”; in English, and in the language of the window. */
function member<Member extends string>(
  members: readonly Member[],
  words: Readonly<Record<Member, string>>,
  aliases: Readonly<Record<string, Member>>,
  value: string,
): Member | undefined {
  const sought = plain(value)
  return (
    members.find((one) => plain(one) === sought) ??
    members.find((one) => plain(words[one]) === sought) ??
    (Object.hasOwn(aliases, sought) ? aliases[sought] : undefined)
  )
}

const plain = (value: string): string => foldText(value).replace(/[^\p{L}\p{N}\p{M}]/gu, '')

/** toCheck → to-check. */
export const hyphened = (name: FactStatus): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const unknown = (name: FilterName, value: string, known: readonly string[]): string =>
  searchText('filter.unknownValue', { name, value, known: known.join(', ') })
