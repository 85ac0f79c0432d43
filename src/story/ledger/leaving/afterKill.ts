import type { LedgerEvent } from '../ledgerEntry'
import type { Stage } from '../stages'

/**
 * What the ledger of a killed story still takes: that it was sent, to whom its kill was told, and what became of it on
 * the disk. Whatever is not named here is refused, also an event of a later Stet.
 */
const AFTER_KILL: ReadonlySet<LedgerEvent['kind']> = new Set<LedgerEvent['kind']>([
  'exported',
  'exportFailed',
  'correctionTold',
  'lossFound',
  'lossAccepted',
  // A finding at the door of an export, for example a name that was protected after the kill.
  'overridden',
  'dismissed',
  'undismissed',
  'apartDecided',
])

/** Whether the ledger of a story in this stage takes all of these events. */
export const takesEvents = (stage: Stage, events: readonly LedgerEvent[]): boolean =>
  stage !== 'killed' || events.every(({ kind }) => AFTER_KILL.has(kind))

/** A killed story is read only, for good. A spiked one is until somebody restores it. */
export const isOver = (stage: Stage): stage is 'killed' | 'spiked' => stage === 'killed' || stage === 'spiked'
