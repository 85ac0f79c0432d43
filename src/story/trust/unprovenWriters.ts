/**
 * Who wrote in the ledger of a story without a PIN after the library got its first one. Then nobody knows who it was:
 * anybody can write under such a name. A PIN that came or ended since changes nothing.
 */
import type { LedgerEntry } from '../ledger/ledgerEntry'
import { STET } from '../text/stet'
import { hasPins, type KeyHistory } from './keys/knownKeys'
import { sealedBy } from './signing'

interface Read {
  readonly history: KeyHistory
  readonly names: readonly string[]
}

/** Asked whenever a story is read. */
const known = new WeakMap<readonly LedgerEntry[], Read>()

export function unprovenWriters(
  story: string,
  entries: readonly LedgerEntry[],
  history: KeyHistory,
): readonly string[] {
  if (!hasPins(history)) return []
  const before = known.get(entries)
  if (before?.history === history) return before.names
  const plain = unprovenEntries(story, entries, history)
  const names = [...new Set(plain.map(({ by }) => by))].filter((name) => name !== STET)
  known.set(entries, { history, names })
  return names
}

/** The entries that such a key signed. */
export function unprovenEntries<E extends LedgerEntry>(
  story: string,
  entries: readonly E[],
  { keys, sealedAtPin }: KeyHistory,
): readonly E[] {
  const plain = entries.filter(({ signer = '' }) => keys.get(signer)?.grade === 'plain')
  if (plain.length === 0) return []
  const beforePins = sealedBy(entries, sealedAtPin?.[story]?.head ?? '')
  return plain.filter(({ hash }) => !beforePins.has(hash))
}
