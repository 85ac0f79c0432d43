import { prepare } from '../../projection/scan/prepared'
import { findTerm } from '../../projection/scan/seek/seekTerm'
import { maskNames } from '../../projection/scan/maskNames'
import type { ProtectedTerm } from '../../projection/scan/protectedTerms'
import type { Correction } from '../../story/ledger/events/suggestionEvent'
import type { LedgerEvent } from '../../story/ledger/ledgerEntry'
import { placesOf } from '../../story/text/words/words'

/**
 * The texts of each kind of event that people type beside the copy. Signed words come from the copy and stay as they
 * are.
 */
const TYPED: ReadonlySet<string> = new Set([
  'reason',
  'text',
  'statement',
  'attributedTo',
  'locator',
  'excerpt',
  'fileName',
  'who',
  'how',
  'when',
  'reply',
  'question',
  'addressee',
  'note',
  'destination',
  'writtenAs',
])

const SUGGESTED = ['inserted', 'deleted', 'about'] as const

/** Names of texts that mean something else in other kinds of event. */
const MORE: Readonly<Partial<Record<LedgerEvent['kind'], readonly string[]>>> = {
  // The name of an imported file; what the fields of a duplicate’s original said.
  created: ['from', 'to'],
  fieldSet: ['from', 'to'],
  signed: ['due'],
  wordAdded: ['words', 'source'],
  wordRemoved: ['words'],
  versionRestored: ['name'],
  commentEdited: ['was'],
  translated: ['original', 'translator', 'secondReader'],
  derived: ['value', 'from', 'source'],
  // noteCorrection refuses names in the text for readers: masked, it would be published as nobody wrote it.
  correctionNoted: ['was', 'is', 'cause'],
  // For people only: the document decides what is proposed, and rejected words must not stay here for ever.
  // A sentence that is masked is no longer the one that stands: then nothing is accepted by its place.
  suggested: [...SUGGESTED, 'standing'],
  suggestionDecided: SUGGESTED,
  suggestionDropped: SUGGESTED,
}

/**
 * Masks an event for a ledger, from which nothing can be removed: protected names, aliases and contacts that were typed
 * beside the copy become "Source A".
 */
export function maskEvent<E extends LedgerEvent>(event: E, terms: readonly ProtectedTerm[]): E {
  if (terms.length === 0) return event
  const fields = new Set([...TYPED, ...(MORE[event.kind] ?? [])])
  const masked = maskValue(event, terms, fields) as E
  return event.kind === 'suggested' && event.corrects
    ? { ...masked, corrects: maskedCorrection(event, event.corrects, terms) }
    : masked
}

/**
 * The words of a proposed correction may never be in the copy, as its inserted words. A sentence that has the name
 * already stays as it is, like all signed words; otherwise its acceptance would give no verdict. No place is noted for
 * words in several sentences: there the name has it already that the right words are no part of.
 */
function maskedCorrection(
  { places = [] }: Extract<LedgerEvent, { readonly kind: 'suggested' }>,
  corrects: Correction,
  terms: readonly ProtectedTerm[],
): Correction {
  const words = maskNames(corrects.words, terms)
  const stands =
    places.some(({ standing }) => maskNames(standing, terms) !== standing) || isNamedBeside(corrects, terms)
  return words === corrects.words && stands
    ? corrects
    : { ...corrects, words, sentence: maskNames(corrects.sentence, terms) }
}

/** Whether a name is in the sentence of a correction that none of its words belong to. */
function isNamedBeside({ words, sentence }: Correction, terms: readonly ProtectedTerm[]): boolean {
  if (words === '') return false
  const brought = placesOf(words, sentence, () => true).map((from) => ({ from, to: from + words.length }))
  if (brought.length === 0) return false
  const prepared = prepare(sentence)
  return terms.some((term) =>
    findTerm(prepared, term).some((name) => !brought.some(({ from, to }) => from < name.to && name.from < to)),
  )
}

function maskValue(value: unknown, terms: readonly ProtectedTerm[], fields: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => maskValue(item, terms, fields))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      typeof item === 'string' && fields.has(key) ? maskNames(item, terms) : maskValue(item, terms, fields),
    ]),
  )
}

/** Whether the event holds proposed words, which may never be in the copy. */
export const tellsOfProposal = ({ kind }: LedgerEvent): boolean =>
  kind === 'suggested' || kind === 'suggestionDecided' || kind === 'suggestionDropped'
