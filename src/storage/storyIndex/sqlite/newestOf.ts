import { millisecondOf, numbersOfMoment } from '../rowNumber'

export interface RowHits {
  /** The numbers of all hits of one moment, in any order. */
  readonly ofMoment: (moment: { readonly from: number; readonly to: number }) => readonly number[]
  /** When a story was made, and its id: sorts as text. */
  readonly age: (n: number) => string
}

/**
 * A page of hits, newest change first, and of one moment the newest story first, which their numbers do not tell.
 * `found`: the numbers of the page in falling order, with the one before it, if there is any, and the one after it.
 * `from`: where the page begins in them.
 */
export function newestOf(
  found: readonly number[],
  { from, limit }: { readonly from: number; readonly limit: number },
  { ofMoment, age }: RowHits,
): readonly number[] {
  const page = found.slice(from, from + limit)
  const [first, last] = [page[0], page.at(-1)]
  if (first === undefined || last === undefined) return []
  const [before, after] = [found[from - 1], found[from + limit]]
  const all = new Set(page)
  if (before !== undefined && isOneMoment(before, first)) for (const n of ofMoment(numbersOfMoment(first))) all.add(n)
  if (after !== undefined && isOneMoment(after, last)) for (const n of ofMoment(numbersOfMoment(last))) all.add(n)
  const falling = [...all].sort((a, b) => b - a)
  const begin = falling.indexOf(first)
  const sorted = moments(falling).flatMap((moment) => (moment.length > 1 ? newestMade(moment, age) : moment))
  return sorted.slice(begin, begin + page.length)
}

const isOneMoment = (a: number, b: number): boolean => millisecondOf(a) === millisecondOf(b)

/** The numbers of each moment together. */
function moments(falling: readonly number[]): readonly (readonly number[])[] {
  const together: number[][] = []
  for (const n of falling) {
    const last = together.at(-1)
    if (last?.[0] !== undefined && isOneMoment(last[0], n)) last.push(n)
    else together.push([n])
  }
  return together
}

function newestMade(moment: readonly number[], age: RowHits['age']): readonly number[] {
  const ages = new Map(moment.map((n) => [n, age(n)]))
  const ageOf = (n: number): string => ages.get(n) ?? ''
  return moment.toSorted((a, b) => (ageOf(a) < ageOf(b) ? 1 : -1))
}
