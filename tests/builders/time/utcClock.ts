import type { QueryClock } from '../../../src/story/query/queryClock'

/** A clock of queries whose days begin at midnight UTC. */
export const utcClock = (now: number): QueryClock => ({ now, startOfDay: (day) => Date.parse(`${day}T00:00:00Z`) })
