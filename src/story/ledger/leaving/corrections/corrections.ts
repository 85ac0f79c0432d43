/** Reads the corrections of a story from its ledger. */
import { correctionRecordOf } from './correctionRecord'
import {
  isCorrectionKind,
  type CorrectionKind,
  type CorrectionRecord,
  type Destination,
  type PublishedVersion,
} from './correctionNote'
import { placesOf } from '../../entryRef'
import type { LedgerEntry } from '../../ledgerEntry'
import { NONE_APART, type Apart } from '../../order/ledgerOrder'
import { lastWordsOf } from '../lastWords'
import { sentExports, type Sent } from '../sentExports'
import { versionsOf, type Versions } from '../versionsOf'
import type { VersionKind } from '../../stages'
import { defined } from '../../../text/defined'

export interface Corrected {
  readonly version: number
  readonly kind: CorrectionKind
  /** ISO 8601 instant of its first publication. */
  readonly published?: string
  /** The last record. */
  readonly record?: CorrectionRecord
  /** The last approved record. Only this one leaves. */
  readonly approved?: CorrectionRecord
}

/**
 * Versions that are corrections or clarifications, oldest first. A move opens such a version, or two machines make it:
 * one publishes a correction while the other sends it back. `apart`: entries of the ledger that do not count.
 */
export function correctionsIn(entries: readonly LedgerEntry[], apart: Apart = NONE_APART): readonly Corrected[] {
  // Most stories have none. This runs at every pause in typing.
  return hasCorrection(entries) ? correctionsOf(versionsOf(entries, apart)) : []
}

const hasCorrection = (entries: readonly LedgerEntry[]): boolean =>
  entries.some((entry) => entry.kind === 'moved' && isCorrectionKind(entry.versionKind))

function correctionsOf({ entries: counted, now }: Versions): readonly Corrected[] {
  const corrected = new Map<number, Corrected>()
  const add = (version: number, more: Partial<Corrected>): void => {
    const known = corrected.get(version)
    if (known) corrected.set(version, { ...known, ...more })
  }
  const begin = (version: number, kind: VersionKind | undefined): void => {
    if (isCorrectionKind(kind) && !corrected.has(version)) corrected.set(version, { version, kind })
  }
  for (const { entry, version, kind } of counted) {
    const isPublished = entry.kind === 'moved' && entry.to === 'published'
    if (isPublished || entry.kind === 'correctionNoted' || (entry.kind === 'moved' && opensVersion(entry)))
      begin(version, kind)
    if (isPublished && corrected.get(version)?.published === undefined) add(version, { published: entry.at })
    if (entry.kind !== 'correctionNoted') continue
    const record = correctionRecordOf(entry)
    add(entry.version, { record, ...defined({ approved: record.approver === undefined ? undefined : record }) })
  }
  begin(now.version, now.versionKind)
  return [...corrected.values()].toSorted((a, b) => a.version - b.version)
}

/** Versions that readers could see, oldest first. `apart`: entries of the ledger that do not count. */
export function publishedVersions(
  entries: readonly LedgerEntry[],
  apart: Apart = NONE_APART,
): readonly PublishedVersion[] {
  const published = new Map<number, string>()
  for (const { entry, version } of versionsOf(entries, apart).entries) {
    if (entry.kind === 'moved' && entry.to === 'published' && !published.has(version)) published.set(version, entry.at)
  }
  return [...published].map(([version, at]) => ({ version, at })).toSorted((a, b) => a.version - b.version)
}

/**
 * The destinations of the versions from `since` to the one before `version`, and of texts of `version` with other words
 * than its last ones, each once, in the order of their first export. Drafts, internal documents and exports that failed
 * do not count. A notice counts only if no later export sent the wrong words again.
 */
export function destinationsOf(
  entries: readonly LedgerEntry[],
  version: number,
  since = 1,
  apart: Apart = NONE_APART,
  versions: Versions = versionsOf(entries, apart),
): readonly Destination[] {
  const words = lastWordsOf(version, versions)
  const isBetween = ({ entry: { left } }: Sent): boolean => words.size > 0 && !!left && !words.has(left.text)
  return destinationsIn(
    entries,
    {
      isWrong: (sent) => (sent.version === version ? isBetween(sent) : sent.version >= since && sent.version < version),
      of: (told) => told.kill !== true && told.version === version,
    },
    apart,
    versions,
  )
}

/** The destinations that a version went to, each once. */
export const destinationsOfVersion = (
  entries: readonly LedgerEntry[],
  version: number,
  apart: Apart = NONE_APART,
): readonly Destination[] =>
  destinationsIn(entries, { isWrong: (sent) => sent.version === version, of: () => false }, apart)

type Told = Extract<LedgerEntry, { kind: 'correctionTold' }>

/**
 * Destinations of the exports that `isWrong` takes. `of`: whether an entry tells of this notice. `kills`: exports of
 * the kill, which bring no version.
 */
export function destinationsIn(
  entries: readonly LedgerEntry[],
  {
    isWrong,
    of,
    kills = [],
  }: {
    readonly isWrong: (sent: Sent) => boolean
    readonly of: (told: Told) => boolean
    readonly kills?: readonly LedgerEntry[]
  },
  apart: Apart = NONE_APART,
  versions: Versions = versionsOf(entries, apart),
): readonly Destination[] {
  const placeOf = placesOf(entries)
  const sent = new Map([...sentExports(entries, apart, versions)].filter(([, { entry }]) => !kills.includes(entry)))
  const found = new Map<string, Destination>()
  for (const entry of entries) {
    const one = sent.get(entry.seq)
    if (one && !one.isFailed && isWrong(one)) {
      const { seq, at, format, sha256 } = one.entry
      const { destination, version } = one
      const fileName = nameOfFile(one.entry)
      const here: Destination = { destination, entry: seq, at, format, fileName, sha256, version }
      found.set(destination, here)
    }
    if (entry.kind !== 'correctionTold' || !of(entry)) continue
    const name = sent.get(placeOf(entry.export))?.destination ?? ''
    const known = found.get(name)
    if (!known) continue
    const { told: _before, ...rest } = known
    found.set(
      name,
      entry.withdrawn ? rest : { ...rest, told: { by: entry.by, at: entry.at, ...defined({ how: entry.how }) } },
    )
  }
  return [...found.values()]
}

/** The name under which they have the file. Another build may note a path: folders are nobody's matter. */
const nameOfFile = ({ writtenAs, fileName }: Sent['entry']): string =>
  writtenAs?.split(/[/\\]/u).findLast((part) => part !== '') ?? fileName

export interface Untold extends Pick<Corrected, 'version' | 'kind'> {
  readonly destinations: readonly string[]
}

/** The destinations that nobody has told of a published correction. A kill withdraws every version. */
export function untold(entries: readonly LedgerEntry[], apart: Apart = NONE_APART): readonly Untold[] {
  if (entries.some((entry) => entry.kind === 'moved' && entry.to === 'killed')) return []
  if (!hasCorrection(entries)) return []
  const versions = versionsOf(entries, apart)
  return correctionsOf(versions).flatMap(({ version, kind, published, approved }) => {
    if (published === undefined || !approved) return []
    const destinations = destinationsOf(entries, version, approved.since.version, apart, versions)
      .filter(({ told }) => told === undefined)
      .map(({ destination }) => destination)
    return destinations.length === 0 ? [] : [{ version, kind, destinations }]
  })
}

type Moved = Extract<LedgerEntry, { kind: 'moved' }>
const opensVersion = ({ from, to }: Moved): boolean => from === 'published' && to === 'inReview'
