import type { Dateline } from '../../../story/ledger/fields'

/** Characters that a dateline may have; what is longer is taken as it stands. */
const LONGEST = 300

/** "BUSAN, Nov. 24 —" → place and date as printed. A place in capitals only keeps them; `place` says how it is written. */
export function datelineFrom(line: string, place = ''): Dateline {
  const whole = line.replace(/\s+/g, ' ').trim()
  if (whole.length > LONGEST) return { place: whole, date: '' }
  const text = whole.replace(/\s*(?:\([^()]{1,40}\))?\s*[—–-]*\s*$/u, '').trim()
  const comma = text.search(/,\s*(?=[^,]*\d[^,]*(?:,\s*\d{4})?$)/u)
  const written = comma < 0 ? text : text.slice(0, comma).trim()
  const date = comma < 0 ? '' : text.slice(comma + 1).trim()
  return { place: place !== '' && place.toLocaleUpperCase() === written.toLocaleUpperCase() ? place : written, date }
}
