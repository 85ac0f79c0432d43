import { LANGUAGES } from '../../catalogue/language'
import { exportsText } from '../../catalogue/rooms/exports'
import { lazy } from '../../story/text/lazy'
import { ED_NOTE_LABELS, saysForWhom } from './edNote'

/** A line that our exports print above the copy, for the receiving desk. */
export type DeskLine =
  | { readonly kind: 'draft' | 'version' | 'slug' | 'correction' }
  | { readonly kind: 'embargo'; readonly until: string }
  | { readonly kind: 'edNote'; readonly note: string }

/** The pattern of a text of the catalogue whose values may be anything, in any language that exports speak. */
function patternOf(text: (mark: string, language: string) => string): RegExp {
  const mark = '\u0001'
  const one = (language: string): string =>
    text(mark, language)
      .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
      .replaceAll(mark, '(.{1,400}?)')
      .replaceAll(' ', '\\s+')
  return new RegExp(`^(?:${LANGUAGES.map(one).join('|')})$`, 'u')
}

const LINES = lazy(() => ({
  draft: patternOf((_mark, language) => exportsText('note.draft', {}, language)),
  embargo: patternOf((mark, language) => exportsText('note.embargo', { until: mark, utc: mark }, language)),
  kill: patternOf((mark, language) => exportsText('note.kill', { reason: mark }, language)),
  replaces: patternOf((mark, language) => exportsText('note.replaces', { signal: mark, version: mark }, language)),
}))

/** How notes begin that may go on in the next line, up to their first value. */
const BEGINNINGS = lazy(() =>
  LANGUAGES.flatMap((language) =>
    [
      exportsText('note.embargo', { until: '\u0001', utc: '' }, language),
      exportsText('note.kill', { reason: '\u0001' }, language),
    ].map((text) => text.slice(0, text.indexOf('\u0001'))),
  ),
)

/** "Correction, 30 October 2026: …" or “정정(2026년 10월 30일): …”, as our exports print it above or below the copy. */
export const CORRECTION_LINE =
  /^(?:(?:Correction|Clarification), (?:\d{1,2} [A-Z][a-z]+ \d{4}|\d{4}-\d\d-\d\d)|(?:정정|보충 설명)\(\d{4}년 \d{1,2}월 \d{1,2}일\)): \S/u

/** "BUSAN-SUMMIT  u3  v2 CORRECTION  2026-10-30 09:00 UTC". */
const SLUG_LINE = /^(?:\S.{0,200}? +)?(?:u\d +)?v\d{1,4}(?: [A-Z]{1,20})? +\d{4}-\d\d-\d\d \d\d:\d\d UTC$/u

/** Reads a line as one of ours, as written by writeText and writeMarkdown. Undefined: it is copy. */
export function deskLineOf(line: string): DeskLine | undefined {
  if (line.length > LONGEST) return undefined
  const { draft, embargo, kill, replaces } = LINES()
  if (draft.test(line)) return { kind: 'draft' }
  // Each language has groups of its own.
  const until = embargo
    .exec(line)
    ?.slice(1)
    .find((group) => group !== undefined)
  if (until !== undefined) return { kind: 'embargo', until }
  if (kill.test(line) || replaces.test(line)) return { kind: 'version' }
  if (SLUG_LINE.test(line)) return { kind: 'slug' }
  if (CORRECTION_LINE.test(line)) return { kind: 'correction' }
  const label = ED_NOTE_LABELS.find((one) => line.startsWith(one))
  if (label !== undefined) return { kind: 'edNote', note: line.slice(label.length).trim() }
  return saysForWhom(line) ? { kind: 'edNote', note: line } : undefined
}

/** Characters. A longer line is copy, and the patterns would take long. */
const LONGEST = 3000

/** The line that stands in place of killed copy, in any language that exports speak. */
export const isWithdrawnLine = (line: string): boolean =>
  LANGUAGES.some((language) => line === exportsText('note.withdrawn', {}, language))

/** Returns the headline of a kill without the mark that our NITF gives it. */
export function withoutKillMark(headline: string): string {
  const mark = LANGUAGES.map((language) => exportsText('title.kill', { title: '' }, language)).find((one) =>
    headline.startsWith(one),
  )
  return mark === undefined ? headline : headline.slice(mark.length).trim()
}

/** Whether such a line may begin here: long ones are wrapped, and their end is on the next line. */
export const beginsDeskLine = (line: string): boolean =>
  deskLineOf(line.slice(0, LONGEST)) !== undefined ||
  BEGINNINGS().some((beginning) => line.startsWith(beginning)) ||
  /^(?:Correction|Clarification), \d|^(?:UPDATE|WRITETHRU|CORRECTION|CLARIFICATION): version \d/.test(line) ||
  /^(?:정정|보충 설명)\(\d|^(?:업데이트|대체 기사|정정|보충 설명): 버전 \d/.test(line)
