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

export function resolveSpeaker(name: string, labels: readonly string[]): Resolved {
  const exact = labels.filter((label) => label === name)
  const wanted = parseName(name)
  const compared = labels.map((label) => ({ label, as: compareNames(wanted, parseName(label)) }))
  const same = exact.length > 0 ? exact : compared.filter(({ as }) => as === 'same').map(({ label }) => label)
  const [first] = same
  if (first !== undefined) {
    const one = same.every((label, index) =>
      same
        .slice(index + 1)
        .every((other) => label === other || compareNames(parseName(label), parseName(other)) === 'same'),
    )
    // Other labels of the same person: the full name at first, the surname later.
    const more = one ? labels.filter((label) => isThem(first, label, labels) && isThem(label, first, labels)) : []
    return { kind: one ? 'one' : 'several', labels: [...new Set([...same, ...more])] }
  }
  const unknown = compared.filter(({ as }) => as === 'unknown').map(({ label }) => label)
  return unknown.length > 0 ? { kind: 'unknown', labels: unknown } : { kind: 'none' }
}

/** A label that means this person and nobody else. */
function isThem(label: string, person: string, labels: readonly string[]): boolean {
  const parsed = parseName(label)
  const fits = labels.filter((other) => compareNames(parsed, parseName(other)) === 'same')
  return (
    fits.includes(person) &&
    fits.every((one) =>
      fits.every((other) => one === other || compareNames(parseName(one), parseName(other)) === 'same'),
    )
  )
}

/** One label for each person. */
export function distinctPeople(labels: readonly string[]): readonly string[] {
  const people: string[] = []
  for (const label of new Set(labels))
    if (!people.some((known) => known === label || compareNames(parseName(known), parseName(label)) === 'same'))
      people.push(label)
  return people
}
