import { instant } from '../../../../story/text/format/instant'
import type { LossCollector } from '../losses'

/**
 * Reads ISO 8601 in its long or basic form ("20251124T090000+0900") as an RFC 3339 instant; undefined without a zone.
 */
export function instantFrom(text: string): string | undefined {
  const basic = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)$/.exec(text.trim())
  if (!basic) return instant(text)
  const [, year, month, day, hour, minute, second = '00', zone] = basic
  return instant(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
}

/** As `instantFrom`. Lists an embargo that is not an instant, because it would hold nothing back. */
function embargoFrom(text: string, losses: LossCollector): string | undefined {
  const embargo = instantFrom(text)
  if (embargo === undefined && text.trim() !== '') losses.add('embargo', text)
  return embargo
}

/** Of several times the latest holds: nothing leaves too early. They are listed then. */
export function latestEmbargo(texts: readonly string[], losses: LossCollector): string | undefined {
  const times = texts.flatMap((text) => embargoFrom(text, losses) ?? [])
  const isOne = times.every((time) => Date.parse(time) === Date.parse(times[0] ?? ''))
  if (!isOne) for (const time of times) losses.add('embargo', time)
  return times.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0]
}
