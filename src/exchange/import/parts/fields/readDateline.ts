import type { Dateline } from '../../../../story/ledger/fields'

/** Characters of the longest dateline that is parsed. A longer one is kept as it is. */
const LONGEST = 300

/** A whole dateline in brackets, with or without an agency: "(부산=연합뉴스)", "(New York, NY - October 21)". */
const IN_BRACKETS = /^[([（［【〔]([^()（）=＝]{1,60})(?:[=＝][^()（）]{0,60})?[)\]）］】〕]\s*[-—–=:]*$/u

/**
 * Splits "BUSAN, Nov. 24 —" into place and date, as printed. `place`: the place in mixed case, used if the line has it
 * in capitals.
 */
export function datelineFrom(line: string, place = ''): Dateline {
  const whole = line.replace(/\s+/g, ' ').trim()
  if (whole.length > LONGEST) return { place: whole, date: '' }
  const text = whole
    .replace(IN_BRACKETS, (_, inside: string) => inside.trim().replace(/\s+[-–—]\s+/u, ', '))
    .replace(/\s*(?:\([^()]{1,40}\))?\s*[—–-]*\s*$/u, '')
    .trim()
  const comma = text.search(/,\s*(?=[^,]*\d[^,]*(?:,\s*\d{4})?$)/u)
  const written = comma < 0 ? text : text.slice(0, comma).trim()
  const date = comma < 0 ? '' : text.slice(comma + 1).trim()
  return { place: place !== '' && place.toLocaleUpperCase() === written.toLocaleUpperCase() ? place : written, date }
}
