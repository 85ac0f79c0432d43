/** Reads the corrections of a story from its ledger. */
import { correctionRecordOf } from './correctionRecord'
import {
  isCorrectionKind,
  type CorrectionKind,
  type CorrectionRecord,
  type Destination,
  type PublishedVersion,
} from './correctionNote'
import { placesOf, type LedgerEntry } from '../ledgerEntry'
import { versionsOf } from './versionsOf'
import { defined } from '../../text/defined'

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

/** Versions that are corrections or clarifications, oldest first. */
export function correctionsIn(entries: readonly LedgerEntry[]): readonly Corrected[] {
  // Most stories have none. This runs at every pause in typing.
  if (!entries.some((entry) => entry.kind === 'moved' && isCorrectionKind(entry.versionKind))) return []
  const corrected = new Map<number, Corrected>()
  const add = (version: number, more: Partial<Corrected>): void => {
    const known = corrected.get(version)
    if (known) corrected.set(version, { ...known, ...more })
  }
  for (const { entry, version } of versionsOf(entries).entries) {
    if (entry.kind === 'moved' && opensVersion(entry) && isCorrectionKind(entry.versionKind))
      corrected.set(version, { version, kind: entry.versionKind })
    if (entry.kind === 'moved' && entry.to === 'published' && corrected.get(version)?.published === undefined)
      add(version, { published: entry.at })
    if (entry.kind !== 'correctionNoted') continue
    const record = correctionRecordOf(entry)
    add(entry.version, { record, ...defined({ approved: record.approver === undefined ? undefined : record }) })
  }
  return [...corrected.values()]
}

/** Versions that readers could see, oldest first. */
export function publishedVersions(entries: readonly LedgerEntry[]): readonly PublishedVersion[] {
  const published = new Map<number, string>()
  for (const { entry, version } of versionsOf(entries).entries) {
    if (entry.kind === 'moved' && entry.to === 'published' && !published.has(version)) published.set(version, entry.at)
  }
  return [...published].map(([version, at]) => ({ version, at }))
}

/**
 * The destinations of the versions from `since` to the one before `version`, each once, in the order of their first
 * export. Drafts, internal documents and exports that failed do not count. A notice counts only if no later export sent
 * the wrong words again.
 */
export const destinationsOf = (entries: readonly LedgerEntry[], version: number, since = 1): readonly Destination[] =>
  destinationsIn(entries, { since, before: version, of: (told) => told.kill !== true && told.version === version })

type Told = Extract<LedgerEntry, { kind: 'correctionTold' }>

/** Destinations of the versions from `since` to before `before`. `of`: whether an entry tells of this notice. */
export function destinationsIn(
  entries: readonly LedgerEntry[],
  { since, before: end, of }: { readonly since: number; readonly before: number; readonly of: (told: Told) => boolean },
): readonly Destination[] {
  const placeOf = placesOf(entries)
  const failed = new Set(entries.flatMap((entry) => (entry.kind === 'exportFailed' ? [placeOf(entry.export)] : [])))
  const sent = new Map<number | undefined, Destination>()
  const found = new Map<string, Destination>()
  for (const { entry, version: current } of versionsOf(entries).entries) {
    if (entry.kind === 'exported' && !entry.draft && entry.edition !== 'internal') {
      const before = entry.again === undefined ? undefined : sent.get(placeOf(entry.again))
      const destination = entry.destination ?? before?.destination ?? entry.fileName
      const { seq, at, format, fileName, sha256 } = entry
      const here: Destination = {
        destination,
        entry: seq,
        at,
        format,
        fileName,
        sha256,
        version: before?.version ?? current,
      }
      sent.set(seq, here)
      if (here.version >= since && here.version < end && !failed.has(seq)) found.set(destination, here)
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

export interface Untold extends Pick<Corrected, 'version' | 'kind'> {
  readonly destinations: readonly string[]
}

/** The destinations that nobody has told of a published correction. A kill withdraws every version. */
export function untold(entries: readonly LedgerEntry[]): readonly Untold[] {
  if (entries.some((entry) => entry.kind === 'moved' && entry.to === 'killed')) return []
  return correctionsIn(entries).flatMap(({ version, kind, published, approved }) => {
    if (published === undefined || !approved) return []
    const destinations = destinationsOf(entries, version, approved.since.version)
      .filter(({ told }) => told === undefined)
      .map(({ destination }) => destination)
    return destinations.length === 0 ? [] : [{ version, kind, destinations }]
  })
}

type Moved = Extract<LedgerEntry, { kind: 'moved' }>
const opensVersion = ({ from, to }: Moved): boolean => from === 'published' && to === 'inReview'
