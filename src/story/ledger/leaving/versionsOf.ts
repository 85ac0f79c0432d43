import type { LedgerEntry } from '../ledgerEntry'
import { afterMoving, NO_MOVES, NOT_MOVED, standingFor, type Moved, type MovesKnown } from '../moves'
import { KnownEntries } from '../order/knownEntries'
import { isOneLine } from '../order/ledgerOrder'

export interface EntryOfVersion {
  readonly entry: LedgerEntry
  /** The version of the story for the writer of the entry. The move that opens a version belongs to it. */
  readonly version: number
}

/**
 * Numbers the versions by the rule of the story's standing (moves.ts): an export, a correction and a kill name a
 * version alike, also where several machines wrote. Moves that change nothing are left out. `entries`: in the order of
 * `inOrder`. `now`: the version after all of them.
 */
export function versionsOf(entries: readonly LedgerEntry[]): {
  readonly entries: readonly EntryOfVersion[]
  readonly now: number
} {
  const known = isOneLine(entries) ? undefined : new KnownEntries()
  let state: Moved & { readonly movesKnown?: MovesKnown } = NOT_MOVED
  const found = entries.flatMap((entry): readonly EntryOfVersion[] => {
    known?.add(entry)
    if (entry.kind === 'moved') {
      const made = afterMoving(known ? { movesKnown: NO_MOVES, ...state, known } : state, entry)
      if (!made) return []
      state = made
    }
    const { version } = known ? standingFor(entry, state.movesKnown ?? NO_MOVES, known) : state.standing
    return [{ entry, version }]
  })
  return { entries: found, now: state.standing.version }
}
