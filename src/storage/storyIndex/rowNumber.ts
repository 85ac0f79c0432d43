/**
 * The number of a story in the index: when it last changed, then its group, then a place among those that share both.
 * So the search by words gives the newest first, counts groups and keeps to dates without reading any row.
 */

/** Stories that share a millisecond and a group. More of them take places of the next milliseconds. */
const PLACES = 256
const GROUPS = 8
const SPAN = PLACES * GROUPS
/** Milliseconds until the year 2109: larger numbers would not be exact. */
const LAST = Math.floor(Number.MAX_SAFE_INTEGER / SPAN) - 1

/** The first second of 1970 is left to stories whose time is not known. */
const KNOWN_FROM = 1000

/** The first number of a millisecond since 1970. */
export const numberAt = (milliseconds: number): number =>
  Number.isNaN(milliseconds) ? 0 : Math.min(Math.max(Math.ceil(milliseconds), KNOWN_FROM), LAST) * SPAN

/** The millisecond that a number stands for. */
export const millisecondOf = (n: number): number => Math.floor(n / SPAN)
/** The first and the last number of the millisecond that a number stands for. */
export const numbersOfMoment = (n: number): { readonly from: number; readonly to: number } => {
  const from = millisecondOf(n) * SPAN
  return { from, to: from + SPAN - 1 }
}

/** The numbers of a story that changed then and is in this group. */
export function rowNumbersOf(updated: string, group: number): { readonly from: number; readonly to: number } {
  const from = numberAt(Date.parse(updated)) + group * PLACES
  return { from, to: from + PLACES - 1 }
}

/** SQL: the group of a number. */
export const groupOfNumber = (column: string): string => `((${column} >> 8) & 7)`

/** The first number of a story whose time is known. */
export const FIRST_KNOWN = KNOWN_FROM * SPAN
/** Between the numbers of a group and those of the same group a millisecond later. */
export const NEXT = SPAN
