import { exportsText } from '../../catalogue/rooms/exports'
import { lazy } from '../../story/text/lazy'
import { ED_NOTE_LABEL, saysForWhom } from './edNote'

/** A line that our exports print above the copy, for the receiving desk. */
export type DeskLine =
  | { readonly kind: 'draft' | 'version' | 'slug' | 'correction' }
  | { readonly kind: 'embargo'; readonly until: string }
  | { readonly kind: 'edNote'; readonly note: string }

/** The pattern of a text of the catalogue whose values may be anything. */
function patternOf(text: (mark: string) => string): RegExp {
  const mark = '\u0001'
  const escaped = text(mark).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return new RegExp(`^${escaped.replaceAll(mark, '(.{1,400}?)').replaceAll(' ', '\\s+')}$`, 'u')
}

const LINES = lazy(() => ({
  draft: patternOf(() => exportsText('note.draft')),
  embargo: patternOf((mark) => exportsText('note.embargo', { until: mark, utc: mark })),
  kill: patternOf((mark) => exportsText('note.kill', { reason: mark })),
  replaces: patternOf((mark) => exportsText('note.replaces', { signal: mark, version: mark })),
}))

/** "Correction, 30 October 2026: …", as our exports print it above or below the copy. */
export const CORRECTION_LINE = /^(?:Correction|Clarification), (?:\d{1,2} [A-Z][a-z]+ \d{4}|\d{4}-\d\d-\d\d): \S/u

/** "BUSAN-SUMMIT  u3  v2 CORRECTION  2026-10-30 09:00 UTC". */
const SLUG_LINE = /^(?:\S.{0,200}? +)?(?:u\d +)?v\d{1,4}(?: [A-Z]{1,20})? +\d{4}-\d\d-\d\d \d\d:\d\d UTC$/u

/** Reads a line as one of ours, as written by writeText and writeMarkdown. Undefined: it is copy. */
export function deskLineOf(line: string): DeskLine | undefined {
  if (line.length > LONGEST) return undefined
  const { draft, embargo, kill, replaces } = LINES()
  if (draft.test(line)) return { kind: 'draft' }
  const until = embargo.exec(line)?.[1]
  if (until !== undefined) return { kind: 'embargo', until }
  if (kill.test(line) || replaces.test(line)) return { kind: 'version' }
  if (SLUG_LINE.test(line)) return { kind: 'slug' }
  if (CORRECTION_LINE.test(line)) return { kind: 'correction' }
  if (line.startsWith(ED_NOTE_LABEL)) return { kind: 'edNote', note: line.slice(ED_NOTE_LABEL.length).trim() }
  return saysForWhom(line) ? { kind: 'edNote', note: line } : undefined
}

/** Characters. A longer line is copy, and the patterns would take long. */
const LONGEST = 3000

/** Whether such a line may begin here: long ones are wrapped, and their end is on the next line. */
export const beginsDeskLine = (line: string): boolean =>
  deskLineOf(line.slice(0, LONGEST)) !== undefined ||
  [exportsText('note.embargo', { until: '\u0001', utc: '' }), exportsText('note.kill', { reason: '\u0001' })].some(
    (text) => line.startsWith(text.slice(0, text.indexOf('\u0001'))),
  ) ||
  /^(?:Correction|Clarification), \d|^(?:UPDATE|WRITETHRU|CORRECTION|CLARIFICATION): version \d/.test(line)
