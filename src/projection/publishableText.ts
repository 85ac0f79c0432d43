import { LINK_SCHEMES } from '../story/documentSchema'

/** Text without what only helps editing (soft hyphen, zero-width space, byte order mark) and without control characters. */
export function publishableText(text: string): string {
  if (!UNPUBLISHABLE.test(text)) return text
  return text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '').replace(LONE_SURROGATE, '\ufffd')
}

/** The joiners U+200C and U+200D and the direction marks stay: Persian, emoji and mixed-direction text need them. */
const INVISIBLE = /[\u00ad\u200b\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g

/** Any of what is replaced, and surrogates of pairs, which mostly are not; most texts have none of it. */
const UNPUBLISHABLE = /[\u00ad\u200b\ufeff\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff]/

const LONE_SURROGATE = /\p{Surrogate}/gu

/** The address when its scheme may leave the desk, else undefined. */
export function publishableHref(href: string): string | undefined {
  const trimmed = href.trim()
  const scheme = /^([a-z][a-z0-9+.-]*:)(?:\/\/)?[^\s<>"\u0000-\u001f\u007f\p{Surrogate}]+$/iu.exec(trimmed)?.[1]?.toLowerCase()
  return scheme !== undefined && (LINK_SCHEMES as readonly string[]).includes(scheme) ? trimmed : undefined
}

/**
 * A full RFC 3339 instant ("2025-10-30T18:00:00+09:00") of an ISO 8601 one, or undefined when it is no instant with a zone: also for
 * a day or an hour that does not exist, and for an offset beyond 14 hours, which no format takes.
 */
export function instant(text: string): string | undefined {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d(?::?\d\d)?)$/.exec(text.trim())
  if (!match) return undefined
  const [, day = '', hour = '', minute = '', seconds = ':00', zone = ''] = match
  const colons = zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`
  const whole = `${day}T${hour}:${minute}${seconds}${colons}`
  // Date.parse takes 31 November for 1 December, and hour 24 for the next day.
  return Number.isNaN(Date.parse(whole)) || !isDay(day) || hour > '23' || !OFFSET.test(colons) ? undefined : whole
}

const OFFSET = /^(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/

const isDay = (day: string): boolean => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
