import { defined } from '../../text/defined'
import type { LedgerEntry } from '../ledgerEntry'
import { afterMoving, NO_MOVES, NOT_MOVED, safest, standingFor, type Moved, type MovesKnown } from '../moves'
import { KnownEntries } from '../order/knownEntries'
import { isOneLine, knewOtherMoves, NONE_APART, type Apart } from '../order/ledgerOrder'
import { leftOut } from '../order/lesser'
import { undoingsOf } from '../order/undoneMerges'
import type { Standing, VersionKind } from '../stages'

export interface EntryOfVersion {
  readonly entry: LedgerEntry
  /** The version of the story for the writer of the entry. The move that opens a version belongs to it. */
  readonly version: number
  /** What kind of version it is for the writer. Absent: the first one. */
  readonly kind?: VersionKind
}

export interface Versions {
  readonly entries: readonly EntryOfVersion[]
  /** Where the story stands after all entries. */
  readonly now: Standing
}

/**
 * Numbers the versions by the rule of the story's standing (moves.ts): an export, a correction and a kill name a
 * version alike, even where several machines wrote. Moves that change nothing are left out. `entries`: in the order of
 * `inOrder`. `apart`: entries of the ledger that do not count.
 */
export function versionsOf(entries: readonly LedgerEntry[], apart: Apart = NONE_APART): Versions {
  const undoings = undoingsOf(entries, apart)
  if (undoings.length === 0) {
    const { found, state } = readMoves(entries, apart)
    return { entries: found, now: state.standing }
  }
  const all = readMoves(entries, apart, true)
  const without = leftOut(undoings).map((out) => {
    const rest = entries.filter(({ hash }) => !out.has(hash))
    return readMoves(rest, new Map([...apart, ...out]), true).state
  })
  return { entries: all.found, now: safest([all.state, ...without]).standing }
}

type MovesRead = Moved & { readonly movesKnown?: MovesKnown }

/** Reads the moves as `foldLedger` does. `severalReadings`: this is one of several readings of the ledger. */
function readMoves(
  entries: readonly LedgerEntry[],
  apart: Apart,
  severalReadings?: true,
): { readonly found: readonly EntryOfVersion[]; readonly state: MovesRead } {
  const known = isOneLine(entries, apart) ? undefined : new KnownEntries(apart)
  let state: MovesRead = NOT_MOVED
  let head = ''
  let otherMoves: true | undefined
  const found = entries.flatMap((entry): readonly EntryOfVersion[] => {
    known?.add(entry)
    const before = head
    head = entry.hash
    if (!known && knewOtherMoves(entry, apart, (hash) => hash === before)) otherMoves = true
    if (entry.kind === 'moved') {
      const told = { ...state, ...defined({ otherMoves, severalReadings }) }
      const made = afterMoving(known ? { movesKnown: NO_MOVES, ...told, known } : told, entry)
      if (!made) return []
      state = made
    }
    const { version, versionKind } = known ? standingFor(entry, state.movesKnown ?? NO_MOVES, known) : state.standing
    return [{ entry, version, ...defined({ kind: versionKind }) }]
  })
  return { found, state }
}
