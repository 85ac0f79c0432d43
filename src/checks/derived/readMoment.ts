import { monthOf } from '../../story/language/monthAndDay'

export type Moment =
  /** Minutes since midnight. */
  | { readonly is: 'clock'; readonly number: number }
  /** Days since 1 January 1970, and its parts. */
  | {
      readonly is: 'date'
      readonly number: number
      readonly year: number
      readonly month: number
      readonly day: number
    }

/** "9:05 p.m. KST", "오후 3시 20분", "17 Uhr". */
const CLOCK = new RegExp(
  [
    /^(?<half>오전|오후|午前|午後|上午|下午)?\s*/,
    /(?<hour>\d{1,2})(?::|시\s*|時\s*|点\s*|Uhr\s*)/,
    /(?<minute>\d{1,2})?(?:분|分)?\s*/,
    /(?<mark>[ap]\.?\s?m\.?|Uhr)?\s*(?:\(?[A-Z]{3,4}\)?)?$/,
  ]
    .map(({ source }) => source)
    .join(''),
  'iu',
)

/** Reads a clock time or a date. Undefined for other text. */
export function readMoment(text: string): Moment | undefined {
  const plain = text.normalize('NFKC').trim()
  return readClock(plain) ?? readDate(plain)
}

function readClock(text: string): Moment | undefined {
  const clock = CLOCK.exec(text)?.groups
  if (!clock) return undefined
  const hour = Number(clock['hour'])
  const minute = Number(clock['minute'] ?? 0)
  const afternoon = /^(?:오후|午後|下午)$/u.test(clock['half'] ?? '') || /^p/iu.test(clock['mark'] ?? '')
  const morning = /^(?:오전|午前|上午)$/u.test(clock['half'] ?? '') || /^a/iu.test(clock['mark'] ?? '')
  const hours = afternoon && hour < 12 ? hour + 12 : morning && hour === 12 ? 0 : hour
  return hours < 25 && minute < 60 ? { is: 'clock', number: hours * 60 + minute } : undefined
}

function readDate(text: string): Moment | undefined {
  const iso =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text) ??
    /^(\d{4})\s*[년年]\s*(\d{1,2})\s*[월月]\s*(\d{1,2})\s*[일日]$/u.exec(text)
  if (iso) return date(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const points = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/u.exec(text)
  if (points) return date(Number(points[3]), Number(points[2]), Number(points[1]))
  const american = /^(\p{L}{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/u.exec(text)
  if (american) return date(Number(american[3]), monthOf(american[1] ?? '') ?? 0, Number(american[2]))
  const european = /^(\d{1,2})\.?\s+(\p{L}{3,9})\.?\s+(\d{4})$/u.exec(text)
  return european ? date(Number(european[3]), monthOf(european[2] ?? '') ?? 0, Number(european[1])) : undefined
}

/** Undefined for a date that no calendar has. */
function date(year: number, month: number, day: number): Moment | undefined {
  const time = Date.UTC(year, month - 1, day)
  const made = new Date(time)
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day
    ? { is: 'date', number: time / 86_400_000, year, month, day }
    : undefined
}
