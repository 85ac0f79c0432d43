import type { StoryDefaults } from '../../story/desk/storyDefaults'
import { dateFormat } from '../../story/text/format/dateFormat'
import { fieldsText } from '../../catalogue/window/fields'
/** An embargo as people give it (wall clock and zone) and as the story keeps it (ISO 8601 with offset). */

export interface EmbargoInput {
  /** "2025-10-30T18:00", as a date-time input gives it. */
  readonly wallClock: string
  /** An IANA zone, or a fixed offset like "+05:30" for a zone that is not listed. */
  readonly zone: string
}

export interface EmbargoZone {
  readonly zone: string
  readonly label: string
}

/** Short names as desks print them. With summer time the offset depends on the date. */
export const EMBARGO_ZONES: readonly EmbargoZone[] = [
  {
    zone: 'Asia/Seoul',
    get label() {
      return fieldsText('embargoTime.kstSeoul')
    },
  },
  { zone: 'UTC', label: 'UTC' },
  {
    zone: 'Asia/Tokyo',
    get label() {
      return fieldsText('embargoTime.jstTokyo')
    },
  },
  {
    zone: 'Asia/Shanghai',
    get label() {
      return fieldsText('embargoTime.cstBeijing')
    },
  },
  {
    zone: 'Asia/Kolkata',
    get label() {
      return fieldsText('embargoTime.istDelhi')
    },
  },
  {
    zone: 'Europe/London',
    get label() {
      return fieldsText('embargoTime.london')
    },
  },
  {
    zone: 'Europe/Berlin',
    get label() {
      return fieldsText('embargoTime.berlinParis')
    },
  },
  {
    zone: 'America/New_York',
    get label() {
      return fieldsText('embargoTime.newYork')
    },
  },
  {
    zone: 'America/Los_Angeles',
    get label() {
      return fieldsText('embargoTime.losAngeles')
    },
  },
  {
    zone: 'Australia/Sydney',
    get label() {
      return fieldsText('embargoTime.sydney')
    },
  },
]

/**
 * The zone of this machine: "18:00" means 18:00 here unless somebody chooses another. The first call takes Chromium
 * some 20 ms, so nothing asks for it before the first frame.
 */
export function homeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  return timeZone === '' || /^(?:Etc\/)?(?:UTC|GMT|UCT|Zulu|Universal)$/i.test(timeZone) ? 'UTC' : timeZone
}

/** The zones offered on a machine in `home`: that zone first, named by its city when it is not listed. */
export function embargoZones(home: string): readonly EmbargoZone[] {
  const listed = EMBARGO_ZONES.find(({ zone }) => zone === home)
  return [
    listed ?? { zone: home, label: home.split('/').at(-1)?.replaceAll('_', ' ') ?? home },
    ...EMBARGO_ZONES.filter((one) => one !== listed),
  ]
}

const FIXED_OFFSET = /^([+-])(\d{2}):(\d{2})$/

/**
 * What the inputs show for a stored embargo. The zone is `preferred`, else the first listed zone with that offset at
 * that moment.
 */
export function embargoToInput(embargo: string, preferred = homeZone()): EmbargoInput {
  const instant = Date.parse(embargo)
  if (Number.isNaN(instant)) return { wallClock: '', zone: preferred }
  const written = /(Z|[+-]\d{2}:?\d{2})$/.exec(embargo)?.[1] ?? 'Z'
  const offset =
    written === 'Z' ? 0 : fixedMinutes(written.length === 5 ? `${written.slice(0, 3)}:${written.slice(3)}` : written)
  const listed =
    offsetMinutes(preferred, instant) === offset
      ? preferred
      : offset === 0
        ? 'UTC'
        : EMBARGO_ZONES.find(({ zone }) => offsetMinutes(zone, instant) === offset)?.zone
  return {
    wallClock: new Date(instant + offset * 60_000).toISOString().slice(0, 16),
    zone: listed ?? offsetText(offset),
  }
}

/** Whether the embargo holds at `now`. */
export const embargoRuns = (embargo: string, now: string): boolean => Date.parse(embargo) > Date.parse(now)

/**
 * "30 Oct 18:00 KST · 09:00 UTC · in 3 h 12 min". The date is repeated where the two differ. `zone`: IANA, of the
 * newsroom.
 */
export function embargoWords(embargo: string, now: string, zone: string): string {
  const instant = Date.parse(embargo)
  return Number.isNaN(instant)
    ? ''
    : `${inZones(embargo, instant, zone, 'day')} · ${distanceWords(instant - Date.parse(now))}`
}

/** "30 Oct 2026 18:00 KST · 09:00 UTC", in what is kept: it says nothing of now. '' for what is no instant. */
export function embargoInFull(embargo: string, zone: string): string {
  const instant = Date.parse(embargo)
  return Number.isNaN(instant) ? '' : inZones(embargo, instant, zone, 'dayAndYear')
}

function inZones(embargo: string, instant: number, zone: string, shape: 'day' | 'dayAndYear'): string {
  // A newsroom on UTC reads the zone in which the embargo was given, too.
  const given = zone === 'UTC' ? embargoToInput(embargo, 'UTC').zone : zone
  const local = FIXED_OFFSET.test(given) ? 'UTC' : given
  const here = clockIn(local, instant, shape)
  const utc = clockIn('UTC', instant, shape)
  const words = { ...here, zone: shortZone(local) }
  if (local === 'UTC') return fieldsText('embargoTime.inZone', words)
  const utcWords = here.day === utc.day ? utc.time : `${utc.day} ${utc.time}`
  return fieldsText('embargoTime.inZoneUtc', { ...words, utcWords })
}

/** “KST”, or the city: “London”. */
const shortZone = (zone: string): string => embargoZones(zone)[0]?.label.split(',')[0] ?? zone

/** The zone in which this newsroom reads a clock: the one that it set, else that of this machine. */
export const newsroomZone = ({ zone }: StoryDefaults = {}): string => zone ?? homeZone()

function distanceWords(milliseconds: number): string {
  if (milliseconds <= 0) return fieldsText('embargoTime.lifted')
  const minutes = Math.ceil(milliseconds / 60_000)
  const days = Math.floor(minutes / 1440)
  const hours = Math.floor((minutes % 1440) / 60)
  const rest = minutes % 60
  if (days > 0) return fieldsText('embargoTime.dH', { days, hours })
  return hours > 0 ? fieldsText('embargoTime.hMin', { hours, rest }) : fieldsText('embargoTime.min', { rest })
}

function clockIn(
  zone: string,
  instant: number,
  shape: 'day' | 'dayAndYear',
): { readonly day: string; readonly time: string } {
  return { day: dateFormat(shape, zone).format(instant), time: dateFormat('clock', zone).format(instant) }
}

/** Minutes east of UTC. */
export function offsetMinutes(zone: string, instant: number): number {
  if (FIXED_OFFSET.test(zone)) return fixedMinutes(zone)
  const name =
    new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
      .formatToParts(instant)
      .find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  return fixedMinutes(name.replace('GMT', ''))
}

function fixedMinutes(offset: string): number {
  const [, sign, hours = '0', minutes = '0'] = FIXED_OFFSET.exec(offset) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** "+09:00" */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
