/**
 * The texts of a story that left the desk, and their numbers. Receivers drop a file whose version they have already, so
 * each cleared text that left has a number of its own. A version of the desk has several numbers if it was cleared
 * again with other words after it had left.
 */
import type { Copy } from '../../copy/copy'
import { hasEditions, type ExportFormat } from '../../desk/exportFormat'
import { canonicalJson } from '../../text/canonicalJson'
import { defined } from '../../text/defined'
import type { Fields } from '../fields'
import { hashCopy, hashText } from '../hash'
import type { Leaving } from '../events/gateEvent'
import type { LedgerEntry } from '../ledgerEntry'
import type { LedgerState } from '../ledgerState'
import { NONE_APART, type Apart } from '../order/ledgerOrder'
import { isOutside, type ExportEntry } from './exportsOutside'
import { failedExports } from './failedExports'
import { changedSinceCleared, leavingOf } from './leaving'
import { leftApart } from './leftApart'
import { versionsOf } from './versionsOf'

/** A text as it may leave. */
export interface TextOut {
  /** The version of the desk. */
  readonly version: number
  /** Hash of all that leaves. Absent: an earlier Stet cleared it, and only the hash of its copy is known. */
  readonly text?: string
  /** Hash of the copy, and of what readers are told of its correction. */
  readonly copy: string
}

/** A text that left, or that readers have. */
export interface TextThatLeft extends TextOut {
  /** Its number for receivers. */
  readonly number: number
  /** `seq` of the export. Absent: the text was published. */
  readonly entry?: number
  /** What was published, without what readers are told of a correction. Absent: what left before. */
  readonly published?: Pick<TextOut, 'copy' | 'text'>
  /**
   * A draft that an earlier Stet sent under the id of the story, wire text that was not cleared, or an export that
   * failed: nobody goes on from it.
   */
  readonly isOnlyNumber?: true
}

/**
 * The text of a story now. What was cleared keeps the hash of its clearing. `publicText`: what readers are told of the
 * correction, once that is approved.
 */
export function textOut(copy: Copy, fields: Fields, ledger: LedgerState, publicText?: string): Required<TextOut> {
  const isCleared = changedSinceCleared(copy, fields, ledger)?.length === 0
  const leaving = (isCleared ? ledger.cleared : undefined) ?? leavingOf(copy, fields)
  const { version } = ledger.standing
  return { version, text: withRecord(textHash(leaving), publicText), copy: withRecord(hashCopy(copy), publicText) }
}

/** The record of a correction leaves with the words, but is approved apart from them. */
export const withRecord = (hash: string, publicText: string | undefined): string =>
  publicText === undefined ? hash : hashText(canonicalJson({ hash, publicText }))

/** Hash of all that was cleared. */
export const textHash = (leaving: Leaving): string => hashText(canonicalJson(leaving))

/**
 * The texts that left or were published, in the order of the ledger; after a kill, those that were sent without
 * knowledge of it. `apart`: entries of the ledger that do not count.
 */
export function textsThatLeft(entries: readonly LedgerEntry[], apart: Apart = NONE_APART): readonly TextThatLeft[] {
  const left: TextThatLeft[] = []
  let cleared: Omit<TextOut, 'version'> | undefined
  let isCleared = false
  const approved = new Map<number, string>()
  const failed = failedExports(entries, apart)
  const all = versionsOf(entries, apart).entries
  const kill = all.findIndex(({ entry }) => entry.kind === 'moved' && entry.to === 'killed')
  const killedAt = kill < 0 ? all.length : kill
  // These versions left under their own number, even if a draft had it before. A kill notes no text, either.
  const older = new Set(
    all.slice(0, killedAt).flatMap(({ entry, version }) => (isStory(entry) && !entry.left ? [version] : [])),
  )
  for (const [at, { entry, version }] of all.entries()) {
    const isKilled = at > killedAt
    if (entry.kind === 'correctionNoted' && entry.approver !== undefined) approved.set(entry.version, entry.publicText)
    const told = (hash: string): string => withRecord(hash, approved.get(version))
    if (entry.kind === 'moved') {
      if (entry.to === 'cleared' && entry.from !== 'spiked')
        cleared = { copy: entry.copyHash, ...defined({ text: entry.leaving && textHash(entry.leaving) }) }
      isCleared = entry.to === 'cleared' || entry.to === 'published'
      if (entry.to !== 'published') continue
      const text = { version, copy: told(entry.copyHash), ...defined({ text: cleared?.text && told(cleared.text) }) }
      const published = { copy: entry.copyHash, ...defined({ text: cleared?.text }) }
      left.push({ ...text, published, number: numberOf(text, older.has(version) ? textsIn(left) : left) })
    }
    const takesNumber = (number: number, text = likeNoOther(entry)) =>
      left.push({ version, text, copy: '', number, entry: entry.seq, isOnlyNumber: true })
    if (isOlderDraft(entry) && !isKilled) takesNumber(version)
    // A kill notes no text. What does was sent by somebody who did not know of the kill.
    if (!isStory(entry) || (isKilled && entry.left === undefined)) continue
    if (leftApart(entry)) {
      // Wire text says no id: its number is the only one that receivers know it by.
      const number = entry.format === 'text' ? numberNoted(entry.left?.own?.number, lastNumber(left)) : undefined
      if (number !== undefined) takesNumber(number, entry.left?.text)
      continue
    }
    const known =
      isCleared && cleared
        ? { copy: told(cleared.copy), ...defined({ text: cleared.text && told(cleared.text) }) }
        : undefined
    // An earlier Stet noted no text, and its files had the version of the desk. What was not cleared is like no other.
    const text = entry.left?.text ?? known?.text ?? (known ? undefined : likeNoOther(entry))
    const number = numberNoted(entry.left?.number, lastNumber(left)) ?? version
    const isOnlyNumber = failed.has(entry.seq) ? (true as const) : undefined
    left.push({ version, copy: known?.copy ?? '', ...defined({ text, isOnlyNumber }), number, entry: entry.seq })
  }
  return left
}

/**
 * A number that an export notes, if it is one that receivers can count on from. An entry of another build may say
 * anything. `last`: the last number before it, which the next one may follow beyond the limit.
 */
export function numberNoted(number: unknown, last = 0): number | undefined {
  const limit = Math.max(LAST_TAKEN, last + 1)
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 1 && number <= limit
    ? number
    : undefined
}

/** No story leaves with more texts than this. */
const LAST_TAKEN = 1_000_000

/** Whether an entry is an export of the story itself, which nobody repeated. */
const isStory = (entry: LedgerEntry): entry is ExportEntry => isOutside(entry) && isFirst(entry)

const isFirst = ({ again, format }: ExportEntry): boolean => again === undefined && !hasEditions(format as ExportFormat)

/** Whether an entry is a draft of an earlier Stet, which left under the id of the story and noted no text. */
const isOlderDraft = (entry: LedgerEntry): entry is ExportEntry =>
  entry.kind === 'exported' && entry.draft && !entry.left && entry.edition !== 'internal' && isFirst(entry)

/** In place of a hash: another text is never the same. */
const likeNoOther = ({ hash }: LedgerEntry): string => `entry ${hash}`

const textsIn = (left: readonly TextThatLeft[]): readonly TextThatLeft[] =>
  left.filter(({ isOnlyNumber }) => !isOnlyNumber)

/** The number under which a text leaves after others: a new one, unless it is the last of them. */
export function numberOf(now: TextOut, left: readonly TextThatLeft[]): number {
  const last = lastNumber(left)
  const isLast = last > 0 && left.every((one) => one.number < last || isSame(one, now))
  return isLast ? last : Math.max(last + 1, now.version)
}

/** The number of a published correction with what readers are told: of its text, or of its next export. */
export function numberOfCorrection(version: number, publicText: string, left: readonly TextThatLeft[]): number {
  const published = left.findLast((one) => one.version === version && one.published)?.published
  if (!published) return version
  const text = published.text && withRecord(published.text, publicText)
  return numberOf({ version, copy: withRecord(published.copy, publicText), ...defined({ text }) }, left)
}

/** The number of a kill: one that no text has, nor an open version. */
export const numberOfKill = ({ version }: Pick<TextOut, 'version'>, left: readonly TextThatLeft[]): number =>
  Math.max(lastNumber(left), version) + 1

/** The last number before this one, of no draft. Undefined: no text left before. */
export function numberBefore(number: number, left: readonly TextThatLeft[]): number | undefined {
  const before = lastNumber(textsIn(left).filter((one) => one.number < number))
  return before === 0 ? undefined : before
}

/** The numbers that a version of the desk left under, or was published under, lowest first. */
export const numbersOf = (version: number, left: readonly TextThatLeft[]): readonly number[] =>
  textsIn(left)
    .flatMap((one) => (one.version === version ? [one.number] : []))
    .toSorted((a, b) => a - b)

/** 0: no text left. */
export const lastNumber = (left: readonly TextThatLeft[]): number => Math.max(0, ...left.map(({ number }) => number))

function isSame(one: TextOut, now: TextOut): boolean {
  if (one.version !== now.version) return false
  // Where the copy is known, it decides too: a changed build of Stet may have cleared another one under the same hash.
  if (one.copy !== '' && now.copy !== '' && one.copy !== now.copy) return false
  return one.text === undefined || now.text === undefined ? one.copy === now.copy : one.text === now.text
}
