import { projectionText } from '../../../catalogue/rooms/projection'
import { beginsWithLetter, endsWithLetter, placesOf } from '../../../story/text/words'
import { findInReadings, prepare, type FoundAt } from '../prepared'
import type { ProtectedTerm } from '../protectedTerms'
import { seekContact } from './seekContact'
import { seekName } from './seekName'
import { isShortLatin, seekShortName } from './seekShortName'
import type { SoughtTerm } from './sought'

/** How a name, alias or contact is sought. */
export function seekTerm(term: ProtectedTerm): SoughtTerm {
  const { label, what } = term
  const find = isShortLatin(term.term)
    ? seekShortName(term)
    : what === 'contact'
      ? seekContact(term.term)
      : seekName(term)
  return { label, what, find }
}

/** Internal ids match as whole tokens. */
export function seekId(id: string): SoughtTerm {
  const alone = (before: string, after: string): boolean =>
    !endsWithLetter(before) &&
    !before.endsWith('-') &&
    !beginsWithLetter(after.startsWith('-') ? after.slice(1) : after)
  return {
    label: projectionText('leak.internalId'),
    what: 'internalId',
    find: ({ original }) => placesOf(id, original, alone).map((from) => ({ from, to: from + id.length })),
  }
}

/** Returns every place of the term in `text`, as UTF-16 offsets. */
export const findTerm = (text: string, term: ProtectedTerm): readonly FoundAt[] =>
  findInReadings(prepare(text), seekTerm(term).find)
