import type { Startup } from '../../../ipc/contract'

/** How far the library's clock is from this machine's, in milliseconds. Zero unless STET_NOW is set. */
let ahead = 0
let ids: Startup['ids'] = 'random'

/** Takes over the library's clock and way of making ids; once, when the window starts. */
export function setDeskClock(startup: Pick<Startup, 'now' | 'ids'>): void {
  ahead = Date.parse(startup.now) - Date.now()
  ids = startup.ids
}

/** The library's time, ISO 8601 in UTC. */
export const deskNow = (): string => new Date(Date.now() + ahead).toISOString()

/** An id for a new fact or suggestion that `taken` does not know. */
export function newSheetId(kind: 'fact' | 'suggestion', taken: (id: string) => boolean): string {
  if (ids === 'random') return crypto.randomUUID()
  let n = 1
  while (taken(`${kind}-${n}`)) n++
  return `${kind}-${n}`
}
