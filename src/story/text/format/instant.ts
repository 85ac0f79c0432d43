import { deskText } from '../../../catalogue/story/desk'
/**
 * Completes an ISO 8601 instant to RFC 3339 ("2025-10-30T18:00:00+09:00"). Undefined if it has no zone, if its day or
 * hour does not exist, or if its offset is beyond 14 hours, which no format accepts.
 */
export function instant(text: string): string | undefined {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d(?::?\d\d)?)$/.exec(text.trim())
  if (!match) return undefined
  const [, day = '', hour = '', minute = '', seconds = ':00', zone = ''] = match
  const colons = zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`
  const whole = `${day}T${hour}:${minute}${seconds}${colons}`
  // Date.parse reads 31 November as 1 December, and hour 24 as the next day.
  return Number.isNaN(Date.parse(whole)) || !isDay(day) || hour > '23' || !OFFSET.test(colons) ? undefined : whole
}

const OFFSET = /^(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/

const isDay = (day: string): boolean => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)

/** "2026-10-30 09:00 UTC", for people. Returns other text unchanged. */
export function utcMinute(at: string): string {
  const time = Date.parse(at)
  return Number.isNaN(time)
    ? at
    : deskText('instant.utc', {
        minute: new Date(time)
          .toISOString()
          .replace(/:\d\d\.\d{3}Z$/, '')
          .replace('T', ' '),
      })
}
