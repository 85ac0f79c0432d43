import { beginsWithLetter, endsWithLetter, placesOf } from '../../../story/text/words/words'
import { findInReadings, type FoundAt, type Prepared } from '../prepared'
import type { ProtectedTerm } from '../protectedTerms'
import { seekContact } from './seekContact'
import { seekName } from './name/seekName'
import { isShortLatin, seekShortName } from './name/seekShortName'
import { seekLetters } from './seekLetters'
import { joinPlaces, type SoughtTerm } from './sought'

/** How a name, alias or contact is sought. Never throws. To make the patterns of a name takes V8 milliseconds. */
export function seekTerm(term: ProtectedTerm): SoughtTerm {
  const sought = known.get(term) ?? make(term)
  known.set(term, sought)
  return sought
}

const known = new WeakMap<ProtectedTerm, SoughtTerm>()

function make(term: ProtectedTerm): SoughtTerm {
  const { label, what, bare = [] } = term
  const finds = [
    orLetters(term, patternsFor),
    ...bare.flatMap(inEachCase).map((name) => withCapital(name, orLetters({ ...term, term: name }, patternsFor))),
  ]
  return { label, what, find: (text) => joinPlaces(...finds.map((find) => find(text))) }
}

/**
 * “Sr. del Río” is not in “la orilla del río”: among words, a name that begins with a particle has a capital behind it.
 * File names and slugs have none: “del-rio”.
 */
function withCapital(name: string, find: SoughtTerm['find']): SoughtTerm['find'] {
  if (!/^\p{Ll}+\s/u.test(name)) return find
  const particles = new Set(name.toLowerCase().split(/\s+/u).slice(0, -1))
  const hasCapital = (written: string): boolean =>
    (written.match(/[\p{L}\p{M}]+/gu) ?? []).some((word) => /^\p{Lu}/u.test(word) && !particles.has(word.toLowerCase()))
  return (text) =>
    find(text).filter(({ from, to }) => {
      const written = text.original.slice(from, to)
      return !/\s\p{Ll}\S*$/u.test(written) || hasCapital(written)
    })
}

/** Short names match with their case. The copy did not choose that of a line in capitals. */
const inEachCase = (name: string): readonly string[] => (isShortLatin(name) ? [name, name.toUpperCase()] : [name])

const patternsFor = (term: ProtectedTerm): SoughtTerm['find'] =>
  isShortLatin(term.term) ? seekShortName(term) : term.what === 'contact' ? seekContact(term.term) : seekName(term)

/**
 * A pattern may be too large for the engine, which says so when it is made or when it first runs, with the whole
 * pattern in its message. The term is then sought by its letters, and nobody reads that message.
 */
function orLetters(term: ProtectedTerm, make: (term: ProtectedTerm) => SoughtTerm['find']): SoughtTerm['find'] {
  const letters = (): SoughtTerm['find'] => seekLetters(term.term)
  let find: SoughtTerm['find']
  try {
    find = make(term)
  } catch (error) {
    refuseUnlessTooLarge(error)
    return letters()
  }
  return (text) => {
    try {
      return find(text)
    } catch (error) {
      refuseUnlessTooLarge(error)
      find = letters()
      return find(text)
    }
  }
}

/** Throws every other error on: a fault of Stet must stop what leaves, not find fewer names. */
function refuseUnlessTooLarge(error: unknown): void {
  if (!(error instanceof SyntaxError) && !(error instanceof RangeError)) throw error
}

/** The label of an internal id. It is part of the keys of hits: the same in every language. */
export const INTERNAL_ID = 'An internal id'

/** Internal ids match as whole tokens. */
export function seekId(id: string): SoughtTerm {
  const alone = (before: string, after: string): boolean =>
    !endsWithLetter(before) &&
    !before.endsWith('-') &&
    !beginsWithLetter(after.startsWith('-') ? after.slice(1) : after)
  return {
    label: INTERNAL_ID,
    what: 'internalId',
    find: ({ original }) => placesOf(id, original, alone).map((from) => ({ from, to: from + id.length })),
  }
}

/** Returns every place of the term in `text`, as UTF-16 offsets. */
export const findTerm = (text: Prepared, term: ProtectedTerm): readonly FoundAt[] =>
  findInReadings(text, seekTerm(term).find)
