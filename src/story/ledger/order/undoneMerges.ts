/**
 * Which entries came with a merge that somebody undid. Read from the entries alone, so that every copy of the ledger
 * answers alike, whatever came first.
 */
import type { LedgerEntry } from '../ledgerEntry'
import { followedBy, NONE_APART, type Apart } from './ledgerOrder'

type Merged = Extract<LedgerEntry, { kind: 'merged' }>

/** An undo that holds, the merge that it undoes, and what that merge brought. */
export interface Undoing {
  readonly undo: Extract<LedgerEntry, { kind: 'mergeUndone' }>
  readonly merge: Merged
  readonly brought: readonly LedgerEntry[]
}

/**
 * The undoings that hold, the last one first. `entries`: those that count, each after what it follows. A person who
 * took the same in again ended an undo that they knew, unless that came with a merge that was undone itself.
 */
export function undoingsOf(entries: readonly LedgerEntry[], apart: Apart = NONE_APART): readonly Undoing[] {
  if (!entries.some(({ kind }) => kind === 'mergeUndone')) return []
  const byHash = new Map(entries.map((entry) => [entry.hash, entry]))
  const found: Undoing[] = []
  const known = new Map<Merged, readonly LedgerEntry[]>()
  const [ended, undone] = [new Set<string>(), new Set<string>()]
  // From the end on: what takes an act back comes after it.
  for (const entry of entries.toReversed()) {
    if (entry.kind === 'merged' && !undone.has(entry.hash)) for (const hash of entry.again ?? []) ended.add(hash)
    if (entry.kind !== 'mergeUndone' || ended.has(entry.hash)) continue
    const merge = byHash.get(entry.merge)
    if (merge?.kind !== 'merged' || !merge.here?.length) continue
    const brought = known.get(merge) ?? broughtBy(merge, byHash, apart)
    known.set(merge, brought)
    // With a merge that took something in again, that is undone again.
    for (const { hash } of [merge, ...brought]) undone.add(hash)
    found.push({ undo: entry, merge, brought })
  }
  return found
}

/** What a merge brought: all that it follows, but for what was here before. */
function broughtBy(merge: Merged, byHash: ReadonlyMap<string, LedgerEntry>, apart: Apart): readonly LedgerEntry[] {
  const here = followedFrom(merge.here ?? [], byHash, apart)
  const brought: LedgerEntry[] = []
  for (const hash of followedFrom(followedBy(merge), byHash, apart)) {
    const entry = here.has(hash) ? undefined : byHash.get(hash)
    if (entry) brought.push(entry)
  }
  return brought
}

function followedFrom(
  heads: readonly string[],
  byHash: ReadonlyMap<string, LedgerEntry>,
  apart: Apart,
): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = [...heads]
  for (let hash = waiting.pop(); hash !== undefined; hash = waiting.pop()) {
    if (found.has(hash)) continue
    found.add(hash)
    const entry = byHash.get(hash) ?? apart.get(hash)
    if (entry) waiting.push(...followedBy(entry))
  }
  return found
}
