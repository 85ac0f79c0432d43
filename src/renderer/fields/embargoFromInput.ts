import { offsetMinutes, offsetText, type EmbargoInput } from './embargoTime'

const WALL_CLOCK = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

/**
 * ISO 8601 with the zone's offset at that moment. "" for an empty input, undefined when the input is not a date and
 * time.
 */
export function embargoFromInput({ wallClock, zone }: EmbargoInput): string | undefined {
  if (wallClock === '') return ''
  if (!WALL_CLOCK.test(wallClock)) return undefined
  const asUtc = Date.parse(`${wallClock}:00Z`)
  if (Number.isNaN(asUtc)) return undefined
  // A second pass settles the hours around a change to or from summer time.
  const guess = asUtc - offsetMinutes(zone, asUtc) * 60_000
  const offset = offsetMinutes(zone, guess)
  return `${wallClock}:00${offsetText(offset)}`
}
