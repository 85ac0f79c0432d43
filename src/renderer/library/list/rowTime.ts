import { lazy } from '../../../story/text/lazy'

const DAY = 86_400_000
/** Days for which the weekday says which day it was. */
const WEEK = 6

/**
 * When a story last changed, as short as it stays clear: today the clock, this week the day, else the date.
 * `updated`, `now`: ISO 8601 instants. `timeZone`: IANA, absent for the one of this machine.
 */
export function rowTime(updated: string, now: string, timeZone?: string): string {
  const then = Date.parse(updated)
  if (Number.isNaN(then)) return ''
  const { dayOf, clock, weekday, date, dateAndYear } = timeZone === undefined ? here() : formats(timeZone)
  const [day, today] = [dayOf.format(then), dayOf.format(Date.parse(now))]
  if (day === today) return clock.format(then)
  const days = Math.round((Date.parse(today) - Date.parse(day)) / DAY)
  if (days > 0 && days <= WEEK) return weekday.format(then)
  return (day.slice(0, 4) === today.slice(0, 4) ? date : dateAndYear).format(then)
}

const here = lazy(() => formats(undefined))

const formats = (timeZone: string | undefined) => {
  const format = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...options, ...(timeZone === undefined ? {} : { timeZone }) })
  return {
    /** "2026-11-04". */
    dayOf: format('sv', { year: 'numeric', month: '2-digit', day: '2-digit' }),
    clock: format('en-GB', { hour: '2-digit', minute: '2-digit' }),
    weekday: format('en-GB', { weekday: 'short' }),
    date: format('en-GB', { day: 'numeric', month: 'short' }),
    dateAndYear: format('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }),
  }
}
