import { placesOf, refersTo } from '../entryRef'
import type { LedgerEntry } from '../ledgerEntry'
import { KnownEntries } from '../order/knownEntries'
import { isOneLine, NONE_APART, type Apart } from '../order/ledgerOrder'

type ExportEntry = Extract<LedgerEntry, { kind: 'exported' }>

/** Whether the writer of entry number `later` knew number `earlier`. */
export type Knew = (later: number, earlier: number) => boolean

/** What the writer of each entry of one line knew: all before it. */
export const knewAllBefore: Knew = (later, earlier) => later >= earlier

/**
 * `seq` of the exports that did not reach their destination. Only the person who exported says so, with the same key:
 * nobody else was there. It counts only if nothing relied on the export before, in this order or on another machine: a
 * destination that somebody has to tell is not taken off the list later. `apart`: entries of the ledger that do not
 * count.
 */
export function failedExports(entries: readonly LedgerEntry[], apart: Apart = NONE_APART): ReadonlySet<number> {
  return failedAmong(entries, () => knewIn(entries, apart))
}

/** `failedExports`, of entries of which at least those that `bearsOnExports` takes are there. */
export function failedAmong(entries: readonly LedgerEntry[], knewOf: () => Knew): ReadonlySet<number> {
  const said = saidOf(entries).filter(({ failure, sent }) => failure.by === sent.by && failure.signer === sent.signer)
  if (said.length === 0) return new Set()
  const knew = knewOf()
  const isTooLate = ({ failure, sent }: Said): boolean =>
    entries.some(
      (one) =>
        reliesOn(one, sent) &&
        ((knew(one.seq, sent.seq) && !knew(one.seq, failure.seq)) ||
          (knew(failure.seq, one.seq) && !knew(sent.seq, one.seq))),
    )
  return new Set(said.flatMap((one) => (isTooLate(one) ? [] : [one.sent.seq])))
}

/** `seq` of the exports of which anybody says, at any time, that they did not reach their destination. */
export const failedForAnybody = (entries: readonly LedgerEntry[]): ReadonlySet<number> =>
  new Set(saidOf(entries).map(({ sent }) => sent.seq))

/** Whether something relies on an export that its writer did not know of: to say now that it failed is too late. */
export function isReliedOn(sent: ExportEntry, entries: readonly LedgerEntry[], apart: Apart = NONE_APART): boolean {
  const knew = knewIn(entries, apart)
  return entries.some((one) => reliesOn(one, sent) && !knew(sent.seq, one.seq))
}

/** Whether an entry is an export, or may say something of one. */
export const bearsOnExports = (entry: LedgerEntry): boolean =>
  entry.kind === 'exported' || entry.kind === 'exportFailed' || reliesOnAll(entry)

/** Entries that take it that an export left: moves of people, records of corrections, and notices of them. */
const reliesOnAll = (entry: LedgerEntry): boolean =>
  entry.kind === 'correctionNoted' ||
  entry.kind === 'correctionTold' ||
  (entry.kind === 'moved' && entry.automatic !== true)

/** Another export relies on the one that it repeats. */
const reliesOn = (entry: LedgerEntry, sent: ExportEntry): boolean =>
  reliesOnAll(entry) || (entry.kind === 'exported' && entry.again !== undefined && refersTo(entry.again, sent))

interface Said {
  readonly failure: Extract<LedgerEntry, { kind: 'exportFailed' }>
  readonly sent: ExportEntry
}

function saidOf(entries: readonly LedgerEntry[]): readonly Said[] {
  const failures = entries.filter((entry) => entry.kind === 'exportFailed')
  if (failures.length === 0) return []
  const placeOf = placesOf(entries)
  const exported = new Map(entries.flatMap((entry) => (entry.kind === 'exported' ? [[entry.seq, entry]] : [])))
  return failures.flatMap((failure) => {
    const sent = exported.get(placeOf(failure.export) ?? 0)
    return sent ? [{ failure, sent }] : []
  })
}

function knewIn(entries: readonly LedgerEntry[], apart: Apart): Knew {
  if (isOneLine(entries, apart)) return knewAllBefore
  const known = new KnownEntries(apart)
  for (const entry of entries) known.add(entry)
  return (later, earlier) => known.knew(later, earlier)
}
