/**
 * Keys that sign one entry and carry their public half in it. A kill never closes: it takes words away and gives
 * nothing, so it counts in the library that made it also while no key of that library is left to sign it.
 */
import type { LedgerEntry, LedgerEvent } from '../../ledger/ledgerEntry'
import { keyId, hashesUpTo } from '../signing'

/** Whether the entry kills a story, or notes that a file of it left, which while keys are lost can only be a kill. */
export const isOfKill = (event: LedgerEvent): boolean =>
  (event.kind === 'moved' && event.to === 'killed') || (event.kind === 'exported' && event.shared === undefined)

/** The public keys that entries carry, by id. */
export const keysOnce = (entries: readonly LedgerEntry[]): ReadonlyMap<string, string> =>
  new Map(
    entries.flatMap(({ keyOnce, signer }) =>
      typeof keyOnce === 'string' && keyId(keyOnce) === signer ? [[signer, keyOnce] as const] : [],
    ),
  )

/** Whether the entry counts by the key that it carries. `before`: the entries before it that count. */
export const countsOnce = (entry: LedgerEntry, before: readonly LedgerEntry[]): boolean =>
  entry.keyOnce !== undefined &&
  keyId(entry.keyOnce) === entry.signer &&
  isOfKill(entry) &&
  (entry.kind === 'moved' || before.some((one) => one.kind === 'moved' && one.to === 'killed'))

/**
 * Hashes of entries with such a key that came from other machines: there anybody can make one. `merged`: the merges of
 * this library. `merging`: hashes of what one is about to bring.
 */
export function broughtOnce(
  entries: readonly LedgerEntry[],
  merged: readonly LedgerEntry[],
  merging: readonly string[],
): ReadonlySet<string> {
  const once = entries.flatMap(({ keyOnce, hash }) => (keyOnce === undefined ? [] : [hash]))
  if (once.length === 0) return new Set()
  const brought = new Set(merging)
  for (const merge of merged) {
    if (merge.kind !== 'merged') continue
    const here = new Set((merge.here ?? []).flatMap((head) => [...hashesUpTo(entries, head)]))
    for (const hash of hashesUpTo(entries, merge.hash)) if (!here.has(hash)) brought.add(hash)
  }
  return new Set(once.filter((hash) => brought.has(hash)))
}
