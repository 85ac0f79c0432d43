/** Whom the copy and the tag name as the speaker of a quotation, and whom of the transcript they mean. */
import { compareNames } from './name/compareNames'
import { parseName } from './name/parseName'
import { readAttribution, type QuoteInCopy } from './attribution/readAttribution'
import { resolveSpeaker, type Resolved } from './name/resolveSpeaker'

export interface SaidBy {
  /** As named; empty if the copy names somebody who cannot be made out. */
  readonly name: string
  readonly resolved: Resolved
  /** Whom the copy names beside the quotation, if that is not whom the tag names, nor anybody in the transcript. */
  readonly inCopy?: string
}

/**
 * @param attributedTo - The speaker that the tag names.
 * @param copy - Where the quotation stands; undefined where only the tag counts.
 * @param labels - The speakers in the transcript, as it writes them.
 * @returns Undefined if nobody is named.
 */
export function saidBy(
  attributedTo: string | undefined,
  copy: QuoteInCopy | undefined,
  labels: readonly string[],
): SaidBy | undefined {
  const named = attributedTo?.trim() ?? ''
  const read = copy ? readAttribution(copy, labels) : undefined
  if (named === '') return read ? { name: read.name, resolved: resolveRead(read.name, labels) } : undefined
  const resolved = resolveSpeaker(named, labels)
  // The copy names another one beside the quotation: readers read that name.
  if (read?.sure && resolved.kind === 'one') {
    const copied = resolveSpeaker(read.name, labels)
    const mayBeMeant = copied.kind !== 'none' && copied.labels.some((label) => resolved.labels.includes(label))
    if (!mayBeMeant && copied.kind === 'one') return { name: read.name, resolved: copied }
    if (!mayBeMeant) return { name: named, resolved, inCopy: read.name }
  }
  return { name: named, resolved }
}

/** A word before the surname may be an unknown title or another given name: nobody can tell. */
function resolveRead(name: string, labels: readonly string[]): Resolved {
  if (name === '') return { kind: 'unknown', labels }
  const resolved = resolveSpeaker(name, labels)
  if (resolved.kind !== 'none') return resolved
  const parsed = parseName(name)
  if (parsed.joined || parsed.parts.length < 2) return resolved
  const maybe = labels.filter((label) => {
    const known = parseName(label)
    const shared = parsed.parts.filter((part) => known.parts.includes(part))
    return shared.length > 0 && compareNames({ ...parsed, parts: shared }, known) === 'same'
  })
  return maybe.length > 0 ? { kind: 'unknown', labels: maybe } : resolved
}
