import { newsroomText } from '../../catalogue/rooms/newsroom'
import { hasPins, type Person } from '../../story/desk/roster'
import { NewsroomError } from '../../story/requests/requests'

export interface Clock {
  /** ISO 8601 instant in UTC, milliseconds included. */
  now(): string
  /** Set by STET_NOW. A library that has a PIN refuses it. */
  readonly isSet?: true
  /**
   * Of a set clock: goes on from when the library was written last (an ISO 8601 instant), if that is less than a minute
   * ahead. Otherwise a command that starts at the same moment as the one before would come before it.
   */
  goOnFrom?(last: string): void
}

/** Throws a refusal for a set clock in a library that has PINs. */
export function refuseSetClock(clock: Clock, roster: readonly Person[]): void {
  if (clock.isSet && hasPins(roster)) throw new NewsroomError('refused', newsroomText('clock.notWithPins'))
}

/**
 * The wall clock. With `start` (STET_NOW, an ISO 8601 instant), a clock that starts there and runs on.
 * Throws a usage error when `start` is not an instant.
 */
export function clockFrom(start: string | undefined, elapsed: () => number = () => performance.now()): Clock {
  if (start === undefined || start === '') return { now: () => new Date().toISOString() }
  const origin = Date.parse(start)
  if (Number.isNaN(origin)) throw new NewsroomError('usage', newsroomText('clock.notAnInstant', { start }))
  const began = elapsed()
  let ahead = 0
  const now = (): number => origin + ahead + Math.floor(elapsed() - began)
  return {
    now: () => new Date(now()).toISOString(),
    isSet: true,
    goOnFrom: (last) => {
      const behind = Date.parse(last) - now()
      if (behind > 0 && behind < 60_000) ahead += behind
    },
  }
}

/**
 * The moments at which stories are made: each one later than the one before, by a millisecond where the clock stands.
 * So stories of one import keep the order of their files wherever they are listed by time.
 */
export class CreationMoments {
  #last = Number.NEGATIVE_INFINITY

  constructor(private readonly clock: Clock) {}

  /** ISO 8601 instant in UTC. A clock that was set back by more than a minute is followed. */
  next(): string {
    const now = Date.parse(this.clock.now())
    const isClose = now <= this.#last && this.#last - now < 60_000
    this.#last = isClose ? this.#last + 1 : now
    return new Date(this.#last).toISOString()
  }
}
