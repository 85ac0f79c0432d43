/**
 * From which numbers Stet counts on. A number that stands in a file may be wrong, or anybody's: one near the end of
 * what JSON holds would leave no numbers for what comes after it.
 */

/** More lines than any ledger has, let alone lacks. */
const MOST_MISSING = 1_000_000_000
/** From here on to the last number there is more room than anybody ever fills. */
const FARTHEST = 100_000_000_000_000

/** Whether a line that follows number `from` may say that it is number `to`, as others between them are missing. */
export const countsOn = (from: number, to: number): boolean =>
  to <= from + 1 || (to - from <= MOST_MISSING && to <= FARTHEST)

/** Whether a table may begin with this line, as those before it were compacted. */
export const mayBeginWith = (line: number): boolean => line <= FARTHEST
