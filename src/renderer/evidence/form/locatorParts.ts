/** The parts of a locator by kind of source, and how they are written together. */
import { evidenceText } from '../../../catalogue/window/evidence'
import type { SourceKind } from '../../../story/desk/source'
import { locatorPlace, rangeOfPlace, timecode } from '../../../checks/evidence/locatorPlace'

export type LocatorPart =
  | 'page'
  | 'paragraph'
  | 'time'
  | 'address'
  | 'seen'
  | 'table'
  | 'row'
  | 'column'
  | 'retrieved'
  | 'said'
  | 'channel'
  | 'observer'
  | 'place'

export const PARTS_OF: Readonly<Record<SourceKind, readonly LocatorPart[]>> = {
  document: ['page', 'paragraph'],
  official: ['page', 'paragraph'],
  pool: ['page', 'paragraph'],
  media: ['time'],
  outlet: ['address', 'paragraph', 'seen'],
  dataset: ['table', 'row', 'column', 'retrieved'],
  person: ['said', 'channel'],
  observation: ['observer', 'place', 'seen'],
}

export const INPUT_OF: Readonly<Record<LocatorPart, 'number' | 'text' | 'time' | 'date' | 'moment'>> = {
  page: 'number',
  paragraph: 'number',
  time: 'time',
  address: 'text',
  seen: 'moment',
  table: 'text',
  row: 'text',
  column: 'text',
  retrieved: 'date',
  said: 'moment',
  channel: 'text',
  observer: 'text',
  place: 'text',
}

export type LocatorParts = Readonly<Partial<Record<LocatorPart, string>>>

/** What a locator says of its parts, as far as it can be read back: page, paragraph and time. */
export function readParts(locator: string): LocatorParts {
  const { page, paragraph, time } = locatorPlace(locator)
  return {
    ...(page === undefined ? {} : { page: String(page) }),
    ...(paragraph === undefined ? {} : { paragraph: String(paragraph) }),
    ...(time === undefined ? {} : { time: timecode(time) }),
  }
}

/** A locator as the fields write it: words of the person's own, and after them the parts. */
export interface DividedLocator {
  readonly own: string
  readonly parts: LocatorParts
}

/** Divides a locator that a person wrote. It is all their own words, unless it reads as the fields would write it. */
export function divideLocator(kind: SourceKind, locator: string): DividedLocator {
  const parts = readParts(locator)
  return writeParts(kind, parts) === locator.trim() ? { own: '', parts } : { own: locator, parts: {} }
}

/** Writes one part. In the person's own words only the number of the part changes, if they name that part. */
export function writeInto({ own, parts }: DividedLocator, part: LocatorPart, value: string): DividedLocator {
  const named = part === 'page' || part === 'paragraph' || part === 'time' ? rangeOfPlace(own, part) : undefined
  if (!named) return { own, parts: { ...parts, [part]: value } }
  const [from, to] = named.number
  if (value.trim() !== '') return { own: own.slice(0, from) + value + own.slice(to), parts }
  const before = own.slice(0, named.whole[0])
  // “p. 3–5” and “¶ 14(b)” go as a whole.
  const after = own.slice(named.whole[1]).replace(/^(?:[-–—]\d+|\([^\s)]*\))+/u, '')
  const joint = /[,;]\s*$/u.test(before) || /^\s*[,;]/u.test(after) ? ', ' : ' '
  return { own: joinLocator(before, after.replace(/^[\s,;]+/u, ''), joint), parts }
}

/** Puts one part of a locator behind another. */
export function joinLocator(before: string, after: string, joint = ', '): string {
  const first = before.replace(/[\s,;]+$/u, '')
  return first === '' ? after : after === '' ? first : first + joint + after
}

/** Writes the parts of a kind as a person would: “p. 3 ¶ 2”, “table 2, row 14, column C, 2026-10-30”. */
export function writeParts(kind: SourceKind, parts: LocatorParts): string {
  const written = PARTS_OF[kind].flatMap((part) => {
    const value = parts[part]?.trim() ?? ''
    return value === '' ? [] : [writePart(part, value)]
  })
  return written.join(kind === 'document' || kind === 'official' || kind === 'pool' ? ' ' : ', ')
}

function writePart(part: LocatorPart, value: string): string {
  switch (part) {
    case 'page':
    case 'paragraph':
    case 'table':
    case 'row':
    case 'column':
      return evidenceText(`locatorPart.written.${part}`, { value })
    case 'seen':
    case 'said':
      // The field of a browser writes 2026-10-30T11:05.
      return value.replace('T', ' ')
    case 'time':
    case 'address':
    case 'retrieved':
    case 'channel':
    case 'observer':
    case 'place':
      return value
  }
}
