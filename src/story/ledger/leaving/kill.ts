/** Reads the kill of a story from its ledger: who withdrew it when, and who has to be told. */
import type { Destination } from './corrections/correctionNote'
import { destinationsIn, publishedVersions } from './corrections/corrections'
import type { LedgerEntry } from '../ledgerEntry'
import { hasEditions, type ExportFormat } from '../../desk/exportFormat'
import { isOutside } from './exportsOutside'
import { failedForAnybody } from './failedExports'
import { leftApart } from './leftApart'
import { KnownEntries } from '../order/knownEntries'
import { NONE_APART, type Apart } from '../order/ledgerOrder'
import { defined } from '../../text/defined'

export interface Kill {
  readonly by: string
  /** ISO 8601 instant. */
  readonly at: string
  /** The text that withdraws the story, for desks and readers. */
  readonly text: string
  /** What readers had last. `at`: ISO 8601 instant of its publication. */
  readonly version: number
  readonly published?: string
}

/** Undefined: the story is not killed. */
export function killIn(entries: readonly LedgerEntry[], apart: Apart = NONE_APART): Kill | undefined {
  const move = entries.findLast((entry) => entry.kind === 'moved' && entry.to === 'killed')
  if (move?.kind !== 'moved') return undefined
  const last = publishedVersions(entries, apart).at(-1)
  return {
    ...{ by: move.by, at: move.at, text: move.reason ?? '', version: last?.version ?? 1 },
    ...defined({ published: last?.at }),
  }
}

/**
 * Every destination that got any version, each once. A destination counts as told when somebody noted it, or when the
 * kill itself was exported to it by somebody who knew of what it has. An export that notes its text is no kill, nor is
 * one whose writer did not know of the kill. A kill file does not reach what left under an id of its own.
 */
export function destinationsOfKill(entries: readonly LedgerEntry[], apart: Apart = NONE_APART): readonly Destination[] {
  const at = entries.findIndex((entry) => entry.kind === 'moved' && entry.to === 'killed')
  if (at < 0) return everyDestination(entries, apart)
  const known = new KnownEntries(apart)
  for (const entry of entries) known.add(entry)
  const kills = killsAmong(entries, known)
  // Of a kill, everybody may say so: the place is told once more.
  const failed = failedForAnybody(entries)
  return everyDestination(entries, apart, kills).map((one) => {
    const isHere = (entry: LedgerEntry) => isOutside(entry) && entry.destination === one.destination
    const sent = kills.findLast((entry) => isHere(entry) && known.knew(entry.seq, one.entry) && !failed.has(entry.seq))
    return one.told || !sent || entries.some((entry) => isHere(entry) && leftApart(entry))
      ? one
      : { ...one, told: { by: sent.by, at: sent.at } }
  })
}

/** The exports of a killed story whose writer knew of the kill. */
function killsAmong(entries: readonly LedgerEntry[], known: KnownEntries): readonly LedgerEntry[] {
  const moves = entries.filter((entry) => entry.kind === 'moved' && entry.to === 'killed')
  return entries.filter(
    (entry) => entry.kind === 'exported' && !entry.left && moves.some(({ seq }) => known.knew(entry.seq, seq)),
  )
}

/** Whether a file of the kill left the desk, to anybody. Public lists of facts have no number. */
export function hasKillFile(entries: readonly LedgerEntry[], apart: Apart = NONE_APART): boolean {
  const known = new KnownEntries(apart)
  for (const entry of entries) known.add(entry)
  const failed = failedForAnybody(entries)
  return killsAmong(entries, known).some(
    (entry) => isOutside(entry) && !hasEditions(entry.format as ExportFormat) && !failed.has(entry.seq),
  )
}

const everyDestination = (
  entries: readonly LedgerEntry[],
  apart: Apart,
  kills: readonly LedgerEntry[] = [],
): readonly Destination[] =>
  destinationsIn(entries, { isWrong: () => true, of: ({ kill }) => kill === true, kills }, apart)

/** How many destinations nobody has told of the kill. 0 for a story that is not killed. */
export const untoldOfKill = (entries: readonly LedgerEntry[], apart: Apart = NONE_APART): number =>
  killIn(entries, apart) ? destinationsOfKill(entries, apart).filter(({ told }) => told === undefined).length : 0
