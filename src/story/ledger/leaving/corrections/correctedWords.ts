/** Whether a correction note still says what readers read. Who approved it approved these words. */
import type { Copy } from '../../../copy/copy'
import { containsWords } from '../../../text/words/containsWords'
import { LEAVING_FIELDS, type Fields } from '../../fields'
import type { LedgerState } from '../../ledgerState'
import { isCorrectionKind } from './correctionNote'

/**
 * Whether the approval of a correction note lapsed: its right words stood in what leaves when it was approved, and are
 * no longer there. It holds again once they are back. A published version keeps the note that it left with.
 */
export function hasLapsedApproval(
  copy: Copy,
  fields: Fields,
  { standing: { stage, versionKind }, correction }: Pick<LedgerState, 'standing' | 'correction'>,
): boolean {
  if (correction?.approver === undefined || !correction.stood || !isCorrectionKind(versionKind)) return false
  return stage !== 'published' && stage !== 'killed' && !areInWhatLeaves(correction.is, copy, fields)
}

/** A note has “Source A” where the copy has the name of a protected source. What is around it has to be there. */
const PSEUDONYM = /\bSource [A-Z]+\b/u
/** Marks at either end: the sentence in the copy may go on where the note ends. */
const AT_AN_END = /^["'“”„‘’‚«»\s]+|["'“”‘’«».,;:!?…。，！？\s]+$/gu

/** “The sentence is no longer in the story.” says what is right, too, and never stood there. */
export function areInWhatLeaves(words: string, copy: Copy, fields: Fields): boolean {
  const leaves = [
    ...copy.map(({ text }) => text),
    ...textsIn(copy.flatMap(({ picture }) => picture ?? [])),
    ...copy.flatMap(({ spans }) => spans.flatMap((span) => (span.mark === 'link' ? [span.href] : []))),
    ...textsIn(LEAVING_FIELDS.map((field) => fields[field])),
  ].join('\n')
  return words
    .split(PSEUDONYM)
    .map((part) => part.replace(AT_AN_END, ''))
    .every((part) => part === '' || containsWords(part, leaves))
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn)
  return value === undefined || value === null ? [] : [String(value)]
}
