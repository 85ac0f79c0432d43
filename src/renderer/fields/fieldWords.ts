/** How people write and read fields: text as typed ↔ values. */
import { fieldsText } from '../../catalogue/window/fields'
import type { Byline, Fields, NeedsLegal } from '../../story/ledger/fields'
import { listFromText } from '../sources/listText'
import type { Parsed } from './saving/useFieldDraft'

/** The names of the urgencies 1 to 9, in order. */
export const urgencyWords = (): readonly string[] => [
  fieldsText('fieldWords.urgencyHighest'),
  '2',
  '3',
  '4',
  fieldsText('fieldWords.urgencyNormal'),
  '6',
  '7',
  '8',
  fieldsText('fieldWords.urgencyLowest'),
]

export function parseLanguage(text: string): Parsed<string> {
  try {
    const [tag] = Intl.getCanonicalLocales(text.trim())
    return tag === undefined
      ? { ok: false, problem: fieldsText('fieldWords.storyLanguageEnKo') }
      : { ok: true, value: tag }
  } catch (error) {
    if (error instanceof RangeError)
      return { ok: false, problem: fieldsText('fieldWords.languageTagWriteEn', { text: text.trim() }) }
    throw error
  }
}

/** The code of an IPTC Media Topic, with or without its scheme. */
export const MEDIA_TOPIC = /^(?:medtop:)?(\d{8})$/

export const parseKeywords = (text: string): Parsed<readonly string[]> => ({ ok: true, value: listFromText(text) })
export const showList = (list: readonly string[]): string => list.join(', ')

export function parseWordTarget(text: string): Parsed<number> {
  const digits = text.trim() === '' ? '0' : text.trim().replace(/[,\s]/g, '')
  return /^\d{1,6}$/.test(digits)
    ? { ok: true, value: Number(digits) }
    : { ok: false, problem: fieldsText('fieldWords.numberWordsEmptyNo') }
}
export const showWordTarget = (words: number): string => (words === 0 ? '' : String(words))

/** A slug is one word for people and files: letters, digits and hyphens. */
export function parseSlug(text: string): Parsed<string> {
  const slug = text.trim().replace(/\s+/g, '-')
  return /^[\p{L}\p{M}\p{N}._-]*$/u.test(slug)
    ? { ok: true, value: slug }
    : { ok: false, problem: fieldsText('fieldWords.slugOneShortName') }
}

/** Drops lines without a name. Keeps a role only where one was given. */
export const trimBylines = (lines: readonly { readonly name: string; readonly role: string }[]): readonly Byline[] =>
  lines
    .map(({ name, role }) => ({ name: name.trim(), role: role.trim() }))
    .filter((line) => line.name !== '')
    .map(({ name, role }) => (role === '' ? { name } : { name, role }))

export const KINDS = ['story', 'alert'] as const satisfies readonly Fields['kind'][]
export const LEGAL_READS = ['none', 'required', 'complete'] as const satisfies readonly NeedsLegal[]

export const kindWords = (kind: string): string =>
  fieldsText(kind === 'alert' ? 'fieldsPanel.alertSlugHeadlineEnough' : 'fieldsPanel.story')

export function legalReadWords(state: string): string {
  switch (state) {
    case 'required':
      return fieldsText('fieldsPanel.required')
    case 'complete':
      return fieldsText('fieldsPanel.complete')
    default:
      return fieldsText('fieldsPanel.asked')
  }
}
