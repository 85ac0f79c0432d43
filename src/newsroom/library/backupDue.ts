/** Decides when the app backs up by itself. */
export type BackupEvery = 'never' | 'hour' | 'day'

const PERIOD: Readonly<Record<Exclude<BackupEvery, 'never'>, number>> = { hour: 3_600_000, day: 86_400_000 }

/**
 * `last`, `now`: ISO 8601 instants; no `last`: never yet. A backup is also due when `last` is after `now`: the clock
 * was set back.
 */
export function backupDue(every: BackupEvery, last: string | undefined, now: string): boolean {
  if (every === 'never') return false
  if (last === undefined) return true
  const passed = Date.parse(now) - Date.parse(last)
  return passed < 0 || passed >= PERIOD[every]
}
