import type { Byline, Fields } from '../../../../story/ledger/fields'
import { fieldWords } from '../../../../story/ledger/leaving/leaving'
import { sameName } from '../../../../story/text/words/personName'
import { cityOf } from '../../../../story/text/words/printedPlace'
import type { LossCollector } from '../../parts/losses'
import { wordsOf, type StoryParts } from './storyParts'

/** The parts of a story that both an item and the document inside it may have. */
export type Titled = Pick<StoryParts, 'headline' | 'deck' | 'summary' | 'language' | 'fields'>

/**
 * Joins what an item says with what the document inside it says, such as a NITF in a NewsML-G2 item. The item counts
 * where both say something; what the document says otherwise is listed. Keywords, subjects and ed notes of both stay.
 */
export function withInner(item: Titled, inner: Titled, losses: LossCollector): Titled {
  const other = (text: string, whole: string): boolean => text !== '' && wordsOf(text) !== wordsOf(whole)
  const headline = item.headline || inner.headline
  const deck = item.deck || inner.deck
  const summary = item.summary || inner.summary
  if (other(inner.headline, headline)) losses.add('otherHeadlines', inner.headline)
  if (other(inner.deck, deck)) losses.add('otherDecks', inner.deck)
  if (other(inner.summary, summary)) losses.add('otherDescriptions', inner.summary)
  return {
    headline,
    deck,
    summary,
    language: item.language || inner.language,
    fields: fieldsOfBoth(item.fields, inner.fields, losses),
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

function fieldsOfBoth(item: Partial<Fields>, inner: Partial<Fields>, losses: LossCollector): Partial<Fields> {
  const both: Partial<Mutable<Fields>> = { ...inner, ...said(item) }
  if (item.subjects && inner.subjects) both.subjects = [...new Set([...item.subjects, ...inner.subjects])]
  if (item.keywords && inner.keywords) both.keywords = [...new Set([...item.keywords, ...inner.keywords])]
  if (item.edNote && inner.edNote)
    both.edNote = wordsOf(item.edNote).includes(wordsOf(inner.edNote)) ? item.edNote : `${item.edNote}\n${inner.edNote}`
  // Of two embargoes the later one holds: nothing leaves too early.
  if (item.embargo && inner.embargo && Date.parse(inner.embargo) > Date.parse(item.embargo)) {
    losses.add('embargo', item.embargo)
    both.embargo = inner.embargo
  }
  // The document often spells out the line of its item, with roles.
  if (item.byline?.length && inner.byline && says(inner.byline, item.byline)) both.byline = inner.byline
  // Where something was written is in the dateline that is printed, if the document has one.
  if (item.dateline?.date === '' && inner.dateline) {
    const hasPlace = /\p{L}/u.test(inner.dateline.place.replace(DATE, ''))
    both.dateline = hasPlace
      ? inner.dateline
      : { place: item.dateline.place, date: inner.dateline.date || inner.dateline.place }
    if (
      hasPlace &&
      wordsOf(cityOf(item.dateline.place)).toUpperCase() !== wordsOf(cityOf(inner.dateline.place)).toUpperCase()
    )
      losses.add('places', item.dateline.place)
  }
  for (const name of COMPARED) {
    const [kept, lost] = [textOf(name, both), textOf(name, inner)]
    if (lost !== '' && wordsOf(kept) !== wordsOf(lost)) losses.add(['innerField', fieldWords(name)], lost)
  }
  return both
}

/** A date that stands alone in a dateline. */
const DATE = /\p{L}+\.?\s+\d{1,4}|\d{1,4}\.?\s+\p{L}+/gu

/** The fields that hold one value only. */
const COMPARED = [
  'slug',
  'byline',
  'contributors',
  'dateline',
  'urgency',
  'embargo',
  'usageTerms',
  'provider',
  'copyrightLine',
] as const satisfies readonly (keyof Fields)[]

/** Returns the fields that have a value: an empty one replaces nothing. */
const said = (fields: Partial<Fields>): Partial<Fields> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )

/** Whether a byline has all names and roles of another one. */
const says = (byline: readonly Byline[], other: readonly Byline[]): boolean =>
  other.every(({ name, role }) =>
    byline.some((entry) => sameName(entry.name, name) && (role === undefined || entry.role === role)),
  )

/** Returns the value of a field as a person reads it; equal texts are equal values. */
function textOf(name: (typeof COMPARED)[number], fields: Partial<Fields>): string {
  switch (name) {
    case 'byline':
      return (fields.byline ?? [])
        .map((entry) => (entry.role ? `${entry.name} (${entry.role})` : entry.name))
        .join(', ')
    case 'dateline':
      return [fields.dateline?.place ?? '', fields.dateline?.date ?? ''].filter((part) => part !== '').join(', ')
    case 'urgency':
      return String(fields.urgency ?? '')
    case 'embargo':
      return fields.embargo === undefined ? '' : new Date(fields.embargo).toISOString()
    default:
      return fields[name] ?? ''
  }
}
