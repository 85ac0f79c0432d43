import { languageNow } from '../../../catalogue/area'
import type { StoryDefaults } from '../../../story/desk/storyDefaults'
import { FIELDS_OF_WORDS, fieldText, type Fields } from '../../../story/ledger/fields'
import type { LedgerEvent } from '../../../story/ledger/ledgerEntry'
import type { Newsroom } from '../../state/newsroom'

/** The fields of a new story by this person. Without a language of the desk it has the one in which Stet speaks. */
export function defaultFields(
  { byline, place, language, provider, copyrightLine, usageTerms }: StoryDefaults,
  author: string,
): Partial<Fields> {
  return {
    author,
    ...(byline ? { byline: [{ name: author }] } : {}),
    ...(place ? { dateline: { place, date: '' } } : {}),
    language: language || languageNow(),
    ...(provider ? { provider } : {}),
    ...(copyrightLine ? { copyrightLine } : {}),
    ...(usageTerms ? { usageTerms } : {}),
  }
}

/** The first entry of a new story. It names who set the defaults that its fields begin with: they wrote those words. */
export function begunWith(room: Newsroom, fields: Partial<Fields>): Extract<LedgerEvent, { kind: 'created' }> {
  const set = FIELDS_OF_WORDS.flatMap((field) => {
    const value = fields[field]
    const name = field === 'dateline' ? 'place' : field
    const last = room.ledger.entries.findLast((entry) => entry.kind === 'defaultsSet' && entry.fields.includes(name))
    return value === undefined || !last ? [] : [[field, [{ by: last.by, from: '', to: fieldText(value) }]] as const]
  })
  return { kind: 'created', origin: 'new', ...(set.length > 0 ? { set: Object.fromEntries(set) } : {}) }
}
