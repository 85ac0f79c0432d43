/** Times of day in a locator, such as “09:40” in “2026-10-30 09:40, phone, 00:12:31”. They are no timecodes. */
import { findDates } from '../detect/numbers/dates'

/** Hours and minutes. With seconds or over 24 hours it is a timecode: the fields of the form write no seconds. */
const HOURS_AND_MINUTES = /(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:]|[.,]\d)/gu
/** What says by itself that the time before it is a time of day. */
const UNIT = /^\s?(?:[ap]\.?m\b|Uhr\b|UTC\b|GMT\b|KST\b|JST\b|CES?T\b|[ECMP][SD]T\b)/iu
const HALF_OF_DAY = /(?:오전|오후|午前|午後|上午|下午)\s?$/u
/** Between a date and its time: “30 Oct, 09:40”, “2026-10-30T09:40”, “10월 30일(금) 09:40”. */
const AFTER_DATE = /^(?:\s?\([^()]{1,4}\))?[\s,.]*(?:T|at|about|around|um|gegen|à|a las)?[\s,.]*$/iu
/** Between a time and its date: “09:40 on 30 Oct”. */
const BEFORE_DATE = /^[\s,]*(?:on|am|vom|le|el)?[\s,]*$/iu
/** “09:40–10:15”. */
const UNTIL = /^\s?(?:[-–—~]|to|until|bis)\s?$/u
/** A day without its year: “30.10.” */
const SHORT_DATE = /(?<![\d.])\d{1,2}\.\s?\d{1,2}\.(?!\d)/gu
/** No time follows a year. */
const YEAR = /^\p{Nd}{4}\s?[年년]?$/u

interface Range {
  readonly from: number
  readonly to: number
}

/** The locator with blanks in place of times of day. All other characters keep their places. */
export function withoutTimesOfDay(locator: string): string {
  const clocks = rangesOf(HOURS_AND_MINUTES, locator)
  if (clocks.length === 0) return locator
  const days = daysIn(locator)
  let text = locator
  let before: Range | undefined
  for (const clock of clocks) {
    const isEnd = before !== undefined && UNTIL.test(locator.slice(before.to, clock.from))
    if (!isEnd && !isTimeOfDay(clock, locator, days)) continue
    text = text.slice(0, clock.from) + ' '.repeat(clock.to - clock.from) + text.slice(clock.to)
    before = clock
  }
  return text
}

const isTimeOfDay = ({ from, to }: Range, locator: string, days: readonly Range[]): boolean =>
  UNIT.test(locator.slice(to)) ||
  HALF_OF_DAY.test(locator.slice(0, from)) ||
  days.some((day) =>
    day.to <= from
      ? AFTER_DATE.test(locator.slice(day.to, from))
      : // “October 09” of “1 October 09:40” reads as a date, too.
        day.from < to || BEFORE_DATE.test(locator.slice(to, day.from)),
  )

/** Dates that name a day, and no times. */
const daysIn = (locator: string): readonly Range[] => [
  ...findDates(locator).filter(({ from, to }) => {
    const words = locator.slice(from, to)
    return !words.includes(':') && !YEAR.test(words)
  }),
  ...rangesOf(SHORT_DATE, locator),
]

const rangesOf = (pattern: RegExp, text: string): readonly Range[] =>
  [...text.matchAll(pattern)].map(({ index, 0: words }) => ({ from: index, to: index + words.length }))
