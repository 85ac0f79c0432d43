/** Reads the kill of a story from its ledger: who withdrew it when, and who has to be told. */
import type { Destination } from './correctionNote'
import { destinationsIn, publishedVersions } from './corrections'
import { placesOf } from '../entryRef'
import type { LedgerEntry } from '../ledgerEntry'
import { isOutside } from './isOutside'
import { apartOf, NONE_APART, type Apart } from '../order/ledgerOrder'
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
 * kill itself was exported to it afterwards.
 */
export function destinationsOfKill(entries: readonly LedgerEntry[], apart: Apart = NONE_APART): readonly Destination[] {
  const at = entries.findIndex((entry) => entry.kind === 'moved' && entry.to === 'killed')
  if (at < 0) return everyDestination(entries, apart)
  const placeOf = placesOf(entries)
  const failed = new Set(entries.flatMap((entry) => (entry.kind === 'exportFailed' ? [placeOf(entry.export)] : [])))
  const later = entries.slice(at).filter((entry) => entry.kind === 'exported')
  const gone = new Set(later.map(({ seq }) => seq))
  const sent = new Map(
    later.flatMap((entry) =>
      entry.destination === undefined || !isOutside(entry) || failed.has(entry.seq)
        ? []
        : [[entry.destination, { by: entry.by, at: entry.at }] as const],
    ),
  )
  const left = new Map([...apart, ...apartOf(later)])
  return everyDestination(
    entries.filter(({ seq }) => !gone.has(seq)),
    left,
  ).map((one) => {
    const told = one.told ?? sent.get(one.destination)
    return told ? { ...one, told } : one
  })
}

const everyDestination = (entries: readonly LedgerEntry[], apart: Apart): readonly Destination[] =>
  destinationsIn(entries, { since: 1, before: Infinity, of: ({ kill }) => kill === true }, apart)

/** How many destinations nobody has told of the kill. 0 for a story that is not killed. */
export const untoldOfKill = (entries: readonly LedgerEntry[], apart: Apart = NONE_APART): number =>
  killIn(entries, apart) ? destinationsOfKill(entries, apart).filter(({ told }) => told === undefined).length : 0
