import { dateFormat } from '../../../../story/text/format/dateFormat'

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
  const dayOf = isoDay(timeZone)
  const [day, today] = [dayOf.format(then), dayOf.format(Date.parse(now))]
  if (day === today) return dateFormat('clock', timeZone).format(then)
  const days = Math.round((Date.parse(today) - Date.parse(day)) / DAY)
  if (days > 0 && days <= WEEK) return dateFormat('weekday', timeZone).format(then)
  return dateFormat(day.slice(0, 4) === today.slice(0, 4) ? 'day' : 'dayAndYear', timeZone).format(then)
}

const isoDays = new Map<string | undefined, Intl.DateTimeFormat>()

/** "2026-11-04". */
function isoDay(timeZone: string | undefined): Intl.DateTimeFormat {
  const format =
    isoDays.get(timeZone) ??
    new Intl.DateTimeFormat('sv', {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      ...(timeZone === undefined ? {} : { timeZone }),
    })
  isoDays.set(timeZone, format)
  return format
}
