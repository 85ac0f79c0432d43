import type { Startup } from '../../../ipc/startup'

/** Milliseconds from this machine's clock to the library's. Zero unless STET_NOW is set. */
let ahead = 0
let ids: Startup['ids'] = 'random'

/** Sets the library's clock and how ids are made. Called once, when the window starts. */
export function setDeskClock(startup: Pick<Startup, 'now' | 'ids'>): void {
  ahead = Date.parse(startup.now) - Date.now()
  ids = startup.ids
}

/** The library's time, ISO 8601 in UTC. */
export const deskNow = (): string => new Date(Date.now() + ahead).toISOString()

/** Returns an id for a new fact or suggestion. `taken` says which ids exist. */
export function newSheetId(kind: 'fact' | 'suggestion', taken: (id: string) => boolean): string {
  if (ids === 'random') return crypto.randomUUID()
  let n = 1
  while (taken(`${kind}-${n}`)) n++
  return `${kind}-${n}`
}
