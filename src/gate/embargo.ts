import { gateText } from '../catalogue/rooms/gate'
import type { Finding } from '../story/assessment/finding'
import { instant, utcMinute } from '../story/text/format/instant'
import type { Desk, Story } from '../story/assessment/story'

/**
 * An active embargo blocks a format that has no field for it, and warns otherwise. An embargo that is not an instant
 * with a zone, or is on a day that does not exist, always blocks: its end is unknown.
 */
export function embargo(
  { fields }: Story,
  desk: Desk,
  format: { readonly hasEmbargoField: boolean } | undefined,
): readonly Finding[] {
  const until = fields.embargo.trim()
  if (until === '') return []
  const ends = instant(until)
  if (ends === undefined) return [finding(until, 'block', gateText('embargo.unreadable', { until }))]
  if (Date.parse(ends) <= Date.parse(desk.now)) return []
  if (format?.hasEmbargoField === false)
    return [finding(until, 'block', gateText('embargo.noField', { until: utcMinute(ends) }))]
  return [finding(until, 'warn', gateText('embargo.runs', { until: utcMinute(ends) }))]
}

const finding = (until: string, severity: 'block' | 'warn', message: string): Finding => ({
  rule: 'embargo',
  key: until,
  severity,
  message,
  where: { kind: 'field', field: 'embargo' },
  overridable: true,
  dismissable: false,
})
