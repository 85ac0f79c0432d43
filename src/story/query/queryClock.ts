import { instant } from '../text/format/instant'
import type { StoryFilter } from './storyQuery'

/** What a query needs to know of the time. Both in milliseconds since 1970 UTC. */
export interface QueryClock {
  readonly now: number
  /** `day`: “2026-10-01”. */
  readonly startOfDay: (day: string) => number
}

/** Days begin where this process is. `now`: milliseconds since 1970 UTC. */
export const localClock = (now: number): QueryClock => ({
  now,
  startOfDay: (day) => {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
    return new Date(year, month - 1, date).getTime()
  },
})

export type DateFilter = Extract<StoryFilter, { readonly name: 'before' | 'after' | 'since' }>

/** The instant that a story's last change is compared with, in milliseconds. `before`: earlier; others: not earlier. */
export function momentOf(filter: DateFilter, clock: QueryClock): number {
  if (filter.name === 'since') return clock.now - filter.amount * HOURS[filter.unit] * 3_600_000
  const [year = '', month = '01', date = '01'] = filter.day.split('-')
  return clock.startOfDay(`${year}-${month}-${date}`)
}

const HOURS = { h: 1, d: 24, w: 168 } as const

/** When an embargo ends, in milliseconds. Infinity: nobody can read when. Undefined: there is none. */
export function endOfEmbargo(embargo: string): number | undefined {
  if (embargo.trim() === '') return undefined
  const ends = instant(embargo)
  return ends === undefined ? Infinity : Date.parse(ends)
}
