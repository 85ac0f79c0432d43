/**
 * The cleared hash. It covers all that leaves: headline, deck, text, the details of pictures, and every field that
 * readers or receiving desks get. Kept part by part, so that people are told what changed.
 */
import { ledgerText } from '../../../catalogue/story/ledger'
import { canonicalJson } from '../../text/canonicalJson'
import { defined } from '../../text/defined'
import type { Copy } from '../../copy/copy'
import { isFieldName, LEAVING_FIELDS, type Fields } from '../fields'
import { hashCopy, hashText, visibleBlock } from '../hash'
import type { LedgerState } from '../ledger'
import type { Leaving, LeavingPart } from '../events/gateEvent'

const LEAVING_RULE = 1

const COPY_PARTS = ['headline', 'deck', 'text', 'pictures'] as const

/**
 * The parts that every clearing has named since it names parts. Never add one: entries of earlier clearings lack it. A
 * field that is added later is not in this list.
 */
export const LEAVING_PARTS: readonly LeavingPart[] = [
  ...COPY_PARTS,
  'slug',
  'kind',
  'byline',
  'contributors',
  'dateline',
  'language',
  'urgency',
  'subjects',
  'keywords',
  'edNote',
  'embargo',
  'usageTerms',
  'provider',
  'copyrightLine',
]

/** A hash (SHA-256, hex) of each part of the copy and each field that leaves the desk. */
export function leavingOf(copy: Copy, fields: Fields): Leaving {
  const parts: Record<string, string> = {}
  for (const part of COPY_PARTS) parts[part] = hashText(canonicalJson(inPart(copy, part)))
  for (const field of LEAVING_FIELDS) parts[field] = hashText(canonicalJson(fields[field]))
  return { rule: LEAVING_RULE, parts }
}

function inPart(copy: Copy, part: (typeof COPY_PARTS)[number]): readonly unknown[] {
  if (part === 'headline' || part === 'deck') return copy.filter(({ role }) => role === part).map(visibleBlock)
  if (part === 'pictures') return copy.flatMap(({ picture }) => (picture ? [picture] : []))
  return copy
    .filter(({ role }) => role !== 'headline' && role !== 'deck')
    .map((block) => ({ ...visibleBlock(block), picture: undefined }))
}

/**
 * Returns what changed since the story was cleared; empty if nothing did, undefined if it is not cleared. Of a story
 * that was cleared before fields were covered, only the copy and the fields that were set since are known.
 */
export function changedSinceCleared(
  copy: Copy,
  fields: Fields,
  { clearedHash, cleared, leavingSet }: Pick<LedgerState, 'clearedHash' | 'cleared' | 'leavingSet'>,
): readonly LeavingPart[] | undefined {
  if (clearedHash === undefined) return undefined
  return changedSince(copy, fields, { copyHash: clearedHash, ...defined({ leaving: cleared }) }, leavingSet)
}

/** Returns the parts of a story that differ from what a clearing or publication let leave. Empty: it reads the same. */
export function changedSince(
  copy: Copy,
  fields: Fields,
  { copyHash, leaving }: { readonly copyHash: string; readonly leaving?: Leaving },
  leavingSet: LedgerState['leavingSet'],
): readonly LeavingPart[] {
  const copyChanged = copyHash !== hashCopy(copy)
  if (!leaving) return [...(copyChanged ? (['text'] as const) : []), ...leavingSet.keys()]
  const now = leavingOf(copy, fields).parts
  const changed = Object.keys(leaving.parts).filter((part) => leaving.parts[part] !== now[part]) as LeavingPart[]
  return copyChanged && !changed.some(isCopyPart) ? ['text', ...changed] : changed
}

export const isCopyPart = (part: LeavingPart): boolean => (COPY_PARTS as readonly string[]).includes(part)

/** Names of parts in a sentence: “headline, copyright line”. */
export const partWords = (parts: readonly LeavingPart[]): string =>
  parts.map((part) => (isFieldName(part) ? fieldWords(part) : ledgerText(`leaving.${part as CopyPart}`))).join(', ')
type CopyPart = (typeof COPY_PARTS)[number]

/** "edNote" → "ed note", "needsLegal" → "needs legal", in the reader's language. */
export const fieldWords = (field: string): string =>
  isFieldName(field) ? ledgerText(`field.${field}`) : field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
