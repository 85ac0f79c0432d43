import { dateFormat } from './dateFormat'

/**
 * "30 Oct 2026 18:00" on this machine's clock, for people. Returns text that is no instant unchanged. `timeZone`: IANA,
 * absent for the one of this machine.
 */
export function localMinute(at: string, timeZone?: string): string {
  const time = Date.parse(at)
  return Number.isNaN(time)
    ? at
    : `${dateFormat('dayAndYear', timeZone).format(time)} ${dateFormat('clock', timeZone).format(time)}`
}

/** "30 Oct 2026": the day of an instant on this machine’s calendar. Returns text that is no instant unchanged. */
export function localDay(at: string): string {
  const time = Date.parse(at)
  return Number.isNaN(time) ? at : dateFormat('dayAndYear').format(time)
}
