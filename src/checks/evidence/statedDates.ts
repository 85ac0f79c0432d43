/** Dates with a day, as locators give them: which of them are a day on which something can have been. */
import { ENGLISH_MONTH, MONTH, monthNamed } from './monthNames'

export interface StatedDate {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly is: 'past' | 'future' | 'none'
}

interface Day {
  /** Undefined: of any year. */
  readonly year?: number
  readonly month: number
  readonly day: number
}

/** Undefined: no date. */
type DaysOf = (...groups: (string | undefined)[]) => readonly Day[] | undefined

const ALONE = { before: '(?<![\\p{L}\\p{Nd}/.-])', after: '(?![\\p{L}\\p{Nd}/]|[.-]\\p{Nd})' }
const pattern = (source: string): RegExp => new RegExp(`${ALONE.before}${source}`, 'giu')

const number = (text: string | undefined): number => Number(text ?? '')
const yearOf = (text: string | undefined): { readonly year?: number } =>
  text === undefined ? {} : { year: number(text) + (text.length === 2 ? 2000 : 0) }

/** “45 May Street” is no date. */
const ofMonth: DaysOf = (m = '', d, y) =>
  y === undefined && number(d) > 31 ? undefined : [{ ...yearOf(y), month: monthNamed(m), day: number(d) }]

/** A form of date, and the days that it may mean. */
const FORMS: readonly (readonly [form: RegExp, days: DaysOf])[] = [
  [
    pattern(`(\\d{4})(?:[-/]|\\.\\s?)(\\d{1,2})(?:[-/]|\\.\\s?)(\\d{1,2})(?:T\\d|${ALONE.after})`),
    (y, m, d) => [{ ...yearOf(y), month: number(m), day: number(d) }],
  ],
  [
    pattern('(?:(\\d{4})\\s?[년年]\\s?)?(\\d{1,2})\\s?[월月]\\s?(\\d{1,2})\\s?[일日]'),
    (y, m, d) => [{ ...yearOf(y), month: number(m), day: number(d) }],
  ],
  [
    pattern(`(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})${ALONE.after}`),
    (d, m, y) => [{ ...yearOf(y), month: number(m), day: number(d) }],
  ],
  [
    // American or European.
    pattern(`(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})${ALONE.after}`),
    (a, b, y) => [
      { ...yearOf(y), month: number(a), day: number(b) },
      { ...yearOf(y), month: number(b), day: number(a) },
    ],
  ],
  [
    pattern(
      `(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?\\s(?:of\\s|de\\s)?(${MONTH})(?:,?\\s(?:de\\s|del\\s)?(\\d{4})(?!\\d))?`,
    ),
    (d, m, y) => ofMonth(m, d, y),
  ],
  [pattern(`(${ENGLISH_MONTH})\\s(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,?\\s(\\d{4})(?!\\d))?`), ofMonth],
]

/** `latest`: the last day that has begun anywhere, as “2026-10-30”. Of two forms at one place the first counts. */
export function statedDates(text: string, latest: string): readonly StatedDate[] {
  const found: StatedDate[] = []
  for (const [form, daysOf] of FORMS)
    for (const match of text.matchAll(form)) {
      const [from, to] = [match.index, match.index + match[0].length]
      if (found.some((other) => other.from < to && from < other.to)) continue
      const [, ...groups] = match
      const days = daysOf(...groups)?.filter(exists)
      if (days === undefined) continue
      const is = days.length === 0 ? 'none' : days.some((day) => hasBegun(day, latest)) ? 'past' : 'future'
      found.push({ from, to, text: match[0].replace(/T\d$/u, ''), is })
    }
  return found.toSorted((a, b) => a.from - b.from)
}

/** Without a year, the 29th of February is a day. */
function exists({ year = 2000, month, day }: Day): boolean {
  const made = new Date(Date.UTC(year, month - 1, day))
  return year >= 1000 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day
}

const hasBegun = ({ year, month, day }: Day, latest: string): boolean =>
  year === undefined || new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) <= latest

const HOUR = 3_600_000
/** Where the day begins first: Kiritimati, UTC+14. */
const MOST_EASTERLY = 14 * HOUR

/** The last day that has begun anywhere at an instant in UTC. */
export const latestDay = (now: string): string => new Date(Date.parse(now) + MOST_EASTERLY).toISOString().slice(0, 10)

/** Printed papers carry a date of up to two months later than the day on which they are sold. */
export function lastCoverDate(today: string): string {
  const date = new Date(`${today}T00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + 2)
  return date.toISOString().slice(0, 10)
}
