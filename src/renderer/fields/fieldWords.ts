/** How fields are written and read by people: text as typed ↔ values. */
import type { Byline } from '../../story/ledger/fields'
import { listFromText } from '../sources/listText'
import type { Parsed } from './useFieldDraft'

export const URGENCY_WORDS: readonly string[] = ['1, highest', '2', '3', '4', '5, normal', '6', '7', '8', '9, lowest']

/** "en" → "en · English", "" for what is no language tag. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? ''
  } catch (error) {
    if (error instanceof RangeError) return ''
    throw error
  }
}

export function parseLanguage(text: string): Parsed<string> {
  try {
    const [tag] = Intl.getCanonicalLocales(text.trim())
    return tag === undefined
      ? { ok: false, problem: 'A story has a language: en, ko, en-GB.' }
      : { ok: true, value: tag }
  } catch (error) {
    if (error instanceof RangeError)
      return { ok: false, problem: `“${text.trim()}” is not a language tag. Write en, ko, zh-Hant, en-GB.` }
    throw error
  }
}

const MEDIA_TOPIC = /^(?:medtop:)?(\d{8})$/

/** "medtop:11000000 04000000" → full Media Topic codes. */
export function parseSubjects(text: string): Parsed<readonly string[]> {
  const codes = [...new Set(text.split(/[\s,;]+/).filter((code) => code !== ''))]
  const wrong = codes.find((code) => !MEDIA_TOPIC.test(code))
  if (wrong !== undefined)
    return { ok: false, problem: `“${wrong}” is not a Media Topic code. They read medtop: and eight digits.` }
  return { ok: true, value: [...new Set(codes.map((code) => code.replace(MEDIA_TOPIC, 'medtop:$1')))] }
}

export const parseKeywords = (text: string): Parsed<readonly string[]> => ({ ok: true, value: listFromText(text) })
export const showList = (list: readonly string[]): string => list.join(', ')

export function parseWordTarget(text: string): Parsed<number> {
  const digits = text.trim() === '' ? '0' : text.trim().replace(/[,\s]/g, '')
  return /^\d{1,6}$/.test(digits)
    ? { ok: true, value: Number(digits) }
    : { ok: false, problem: 'A number of words, or empty for no target.' }
}
export const showWordTarget = (words: number): string => (words === 0 ? '' : String(words))

/** A slug is one word for people and files: letters, digits and hyphens. */
export function parseSlug(text: string): Parsed<string> {
  const slug = text.trim().replace(/\s+/g, '-')
  return /^[\p{L}\p{M}\p{N}._-]*$/u.test(slug)
    ? { ok: true, value: slug }
    : { ok: false, problem: 'A slug is one short name of letters, digits and hyphens: busan-summit.' }
}

/** Lines without a name are dropped; a role stays only where one was given. */
export const trimBylines = (lines: readonly { readonly name: string; readonly role: string }[]): readonly Byline[] =>
  lines
    .map(({ name, role }) => ({ name: name.trim(), role: role.trim() }))
    .filter((line) => line.name !== '')
    .map(({ name, role }) => (role === '' ? { name } : { name, role }))
