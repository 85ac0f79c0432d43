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
  const offset = offsetAt(zone, asUtc)
  return `${wallClock}:00${offsetText(offset)}`
}

const DAY = 86_400_000

/**
 * The offset with which the zone's clocks show this time. Where clocks change, a time may come twice or not at all: the
 * later instant counts, since an embargo that ends too early cannot be taken back.
 */
function offsetAt(zone: string, asUtc: number): number {
  const [before, after] = [offsetMinutes(zone, asUtc - DAY), offsetMinutes(zone, asUtc + DAY)]
  const [west, east] = [Math.min(before, after), Math.max(before, after)]
  const shows = (offset: number): boolean => offsetMinutes(zone, asUtc - offset * 60_000) === offset
  return !shows(west) && shows(east) ? east : west
}
