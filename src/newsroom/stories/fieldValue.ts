/** Reads a field's value: typed values from the window, text from the command line. */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import type { Byline, Dateline, FieldName, Fields } from '../../story/ledger/fields'
import { instant as wholeInstant } from '../../story/text/format/instant'
import { NewsroomError } from '../../story/requests/requests'

type Reader<T> = (value: unknown) => T

/** Throws a usage error that says what the field takes. */
export function readFieldValue<F extends FieldName>(field: F, value: unknown): Fields[F] {
  try {
    return READERS[field](value)
  } catch (error) {
    if (!(error instanceof Unfit)) throw error
    throw new NewsroomError('usage', newsroomText('fieldValue.takes', { field, message: error.message }))
  }
}

class Unfit extends Error {}

const TEXT_LIMIT = 10_000

const text: Reader<string> = (value) => {
  if (typeof value !== 'string' || value.length > TEXT_LIMIT)
    throw new Unfit(newsroomText('fieldValue.text', { most: TEXT_LIMIT }))
  return value.trim()
}

const oneOf =
  <T extends string>(...choices: readonly T[]): Reader<T> =>
  (value) => {
    const found = choices.find((choice) => choice === value)
    if (found === undefined) throw new Unfit(newsroomText('fieldValue.oneOf', { choices: choices.join(', ') }))
    return found
  }

const whole =
  (from: number, to: number): Reader<number> =>
  (value) => {
    const number = typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value
    if (typeof number !== 'number' || !Number.isInteger(number) || number < from || number > to)
      throw new Unfit(newsroomText('fieldValue.wholeNumber', { from, to }))
    return number
  }

/** A list of texts, a JSON list, or texts separated by commas. */
const texts: Reader<readonly string[]> = (value) => {
  const list = typeof value === 'string' ? (fromJson(value) ?? value.split(',')) : value
  if (!Array.isArray(list) || list.length > 200 || !list.every((item) => typeof item === 'string'))
    throw new Unfit(newsroomText('fieldValue.list'))
  return list.map((item: string) => text(item)).filter((item) => item !== '')
}

/** Names, or names with roles; as text: "Ada Park, Ben Ito (Seoul)". */
const bylines: Reader<readonly Byline[]> = (value) => {
  const list = typeof value === 'string' ? (fromJson(value) ?? value.split(',').map(bylineFromText)) : value
  if (!Array.isArray(list) || list.length > 50) throw new Unfit(newsroomText('fieldValue.byline'))
  return list
    .map((line: unknown) => {
      const { name, role } = (typeof line === 'string' ? bylineFromText(line) : (line ?? {})) as {
        name?: unknown
        role?: unknown
      }
      if (typeof name !== 'string' || (role !== undefined && typeof role !== 'string'))
        throw new Unfit(newsroomText('fieldValue.byline'))
      return role === undefined || role === '' ? { name: text(name) } : { name: text(name), role: text(role) }
    })
    .filter(({ name }) => name !== '')
}

function bylineFromText(line: string): Byline {
  const whole = line.trim()
  const open = whole.endsWith(')') ? whole.lastIndexOf('(') : -1
  const role = whole.slice(open + 1, -1)
  return open < 0 || role.includes(')') ? { name: whole } : { name: whole.slice(0, open).trim(), role: role.trim() }
}

/** A place and a date; as text: "BUSAN, Oct. 30". What follows a comma is a date if it has a number or a day. */
const dateline: Reader<Dateline> = (value) => {
  const given: unknown = typeof value === 'string' ? (fromJson(value) ?? datelineFromText(value)) : value
  const { place, date } = (given ?? {}) as { place?: unknown; date?: unknown }
  if (typeof place !== 'string' || typeof date !== 'string') throw new Unfit(newsroomText('fieldValue.dateline'))
  return { place: text(place), date: text(date) }
}

function datelineFromText(line: string): Dateline {
  const comma = line.search(BEFORE_DATE)
  return comma < 0
    ? { place: line.trim(), date: '' }
    : { place: line.slice(0, comma).trim(), date: line.slice(comma + 1).trim() }
}

const BEFORE_DATE = /,(?=[^,]*(?:\d[^,]*(?:,\s*\d{4}\s*)?|(?:(?:mon|tues|wednes|thurs|fri|satur|sun|to)day|요일)\s*)$)/i

const language: Reader<string> = (value) => {
  try {
    const [tag] = Intl.getCanonicalLocales(text(value))
    if (tag) return tag
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  throw new Unfit(newsroomText('fieldValue.language'))
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

const instant: Reader<string> = (value) => {
  const given = text(value)
  if (given === '') return given
  if (!INSTANT.test(given)) throw new Unfit(newsroomText('fieldValue.instant'))
  if (wholeInstant(given) === undefined) throw new Unfit(newsroomText('fieldValue.offset'))
  return given
}

function fromJson(value: string): unknown {
  if (!/^\s*[[{]/.test(value)) return undefined
  try {
    return JSON.parse(value)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return undefined
  }
}

const READERS: { readonly [F in FieldName]: Reader<Fields[F]> } = {
  slug: text,
  kind: oneOf('story', 'alert'),
  byline: bylines,
  contributors: text,
  dateline,
  language,
  urgency: whole(1, 9),
  subjects: texts,
  keywords: texts,
  edNote: text,
  embargo: instant,
  usageTerms: text,
  provider: text,
  copyrightLine: text,
  wordTarget: whole(0, 1_000_000),
  needsLegal: oneOf('none', 'required', 'complete'),
  desk: text,
  author: text,
  assignee: text,
}
