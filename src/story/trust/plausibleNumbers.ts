/**
 * Which numbers of lines and generations Stet takes from a file. A number there may be wrong, or anybody may have
 * written it. After one near the largest number of JSON, no numbers would be left for what comes next.
 */

/** More lines than any ledger has, so more than can be missing from one. */
const MOST_MISSING = 1_000_000_000
/** No ledger comes as far. Between this number and the largest one there is room for all that is ever written. */
const FARTHEST = 100_000_000_000_000

/** Whether the line after number `from` may have number `to`: it is the next one, or lines between them are missing. */
export const isPlausibleNext = (from: number, to: number): boolean =>
  to <= from + 1 || (to - from <= MOST_MISSING && to <= FARTHEST)

/** Whether a table may begin with a line of this number: those before it were compacted. */
export const isPlausibleFirst = (line: number): boolean => line <= FARTHEST
