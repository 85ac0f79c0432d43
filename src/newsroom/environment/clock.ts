import { newsroomText } from '../../catalogue/rooms/newsroom'
import { hasPins, type Person } from '../../story/desk/roster'
import { NewsroomError } from '../../story/requests/requests'

export interface Clock {
  /** ISO 8601 instant in UTC, milliseconds included. */
  now(): string
  /** Set by STET_NOW. A library that has a PIN refuses it. */
  readonly isSet?: true
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
  return { now: () => new Date(origin + Math.floor(elapsed() - began)).toISOString(), isSet: true }
}

/**
 * The moments at which stories are made: each one later than the one before, by a millisecond where the clock stands.
 * So stories keep the order in which they were made wherever they are listed by time, also those of several processes
 * whose clocks start at the same moment (STET_NOW).
 */
export class CreationMoments {
  #last = Number.NEGATIVE_INFINITY

  /** `newest`: when the library was written last, as an ISO 8601 instant. */
  constructor(
    private readonly clock: Clock,
    private readonly newest: () => string | undefined = () => undefined,
  ) {}

  /** ISO 8601 instant in UTC. A clock that was set back by more than a minute is followed. */
  next(): string {
    const now = Date.parse(this.clock.now())
    // What was written last was made before that.
    if (this.#last === Number.NEGATIVE_INFINITY) this.#last = instantOf(this.newest()) - 1
    const isClose = now <= this.#last && this.#last - now < 60_000
    this.#last = isClose ? this.#last + 1 : now
    return new Date(this.#last).toISOString()
  }
}

const instantOf = (at: string | undefined): number => {
  const instant = Date.parse(at ?? '')
  return Number.isNaN(instant) ? Number.NEGATIVE_INFINITY : instant
}
