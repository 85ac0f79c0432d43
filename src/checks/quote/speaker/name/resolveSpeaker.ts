/** Whom of a transcript a name means. */
import { compareNames } from './compareNames'
import { parseName } from './parseName'

export type Resolved =
  | { readonly kind: 'one'; readonly labels: readonly string[] }
  /** Several people fit: the same surname, the same title. */
  | { readonly kind: 'several'; readonly labels: readonly string[] }
  /** It may be one of these, whose labels do not say. */
  | { readonly kind: 'unknown'; readonly labels: readonly string[] }
  | { readonly kind: 'none' }

/** A transcript gives one person a few names. So many that fit are several people. */
const MOST_NAMES = 40

type Compare = typeof compareNames

/** Compares a name with each label once, and no more than MOST_NAMES of them with all others. */
export function resolveSpeaker(name: string, given: readonly string[], compare: Compare = compareNames): Resolved {
  const labels = [...new Set(given)]
  const read = new Map(labels.map((label) => [label, parseName(label)]))
  const isSame = (one: string, other: string): boolean =>
    compare(read.get(one) ?? parseName(one), read.get(other) ?? parseName(other)) === 'same'
  const wanted = parseName(name)
  const compared = labels.map((label) => ({ label, as: compare(wanted, read.get(label) ?? parseName(label)) }))
  const same = read.has(name) ? [name] : compared.filter(({ as }) => as === 'same').map(({ label }) => label)
  const [first] = same
  if (first !== undefined) {
    if (!areOne(same, isSame)) return { kind: 'several', labels: same }
    return { kind: 'one', labels: [...new Set([...same, ...otherNames(first, labels, isSame)])] }
  }
  const unknown = compared.filter(({ as }) => as === 'unknown').map(({ label }) => label)
  return unknown.length > 0 ? { kind: 'unknown', labels: unknown } : { kind: 'none' }
}

type IsSame = (one: string, other: string) => boolean

/** Whether each of the names can be each other one, both ways round. */
const areOne = (names: readonly string[], isSame: IsSame): boolean =>
  names.length <= MOST_NAMES && names.every((one) => names.every((other) => one === other || isSame(one, other)))

/**
 * Other labels of the same person: the full name at first, the surname later. Each means this person and nobody else,
 * and this label means each of them.
 */
function otherNames(first: string, labels: readonly string[], isSame: IsSame): readonly string[] {
  const fitting = (name: string): readonly string[] => labels.filter((label) => isSame(name, label))
  const theirs = fitting(first)
  if (!areOne(theirs, isSame)) return []
  return theirs.filter((label) => {
    const fits = fitting(label)
    return fits.includes(first) && areOne(fits, isSame)
  })
}

/** One label for each person. */
export function distinctPeople(labels: readonly string[]): readonly string[] {
  const people: string[] = []
  for (const label of new Set(labels))
    if (!people.some((known) => known === label || compareNames(parseName(known), parseName(label)) === 'same'))
      people.push(label)
  return people
}
