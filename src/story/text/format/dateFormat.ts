/** Days and clock times as the reader's language writes them: “30 Oct”, “10월 30일”. The clock has 24 hours. */
import { languageNow } from '../../../catalogue/area'

const SHAPES = {
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  weekday: { weekday: 'short' },
  day: { day: 'numeric', month: 'short' },
  dayAndYear: { day: 'numeric', month: 'short', year: 'numeric' },
  fullDay: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
} satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>

/** Making a format takes longer than a line of a list. */
const made = new Map<string, Intl.DateTimeFormat>()

/** `timeZone`: IANA, absent for the one of this machine. */
export function dateFormat(shape: keyof typeof SHAPES, timeZone?: string): Intl.DateTimeFormat {
  const language = languageNow()
  const key = `${language} ${shape} ${timeZone ?? ''}`
  const format =
    made.get(key) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      ...SHAPES[shape],
      ...(timeZone === undefined ? {} : { timeZone }),
    })
  made.set(key, format)
  return format
}
