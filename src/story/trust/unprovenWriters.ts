/**
 * Who wrote in the ledger of a story without a PIN after the library got its first one, or had none when one of its
 * facts was verified: what is typed leaves no entry. Then nobody knows who it was: anybody can write under such a name.
 * A PIN that came or ended since changes nothing, until somebody verifies the fact again.
 */
import type { LedgerEntry } from '../ledger/ledgerEntry'
import { STET } from '../text/stet'
import { hasFirstPin, type KeyHistory } from './keys/knownKeys'
import { hashesUpTo } from './signing'

interface Read {
  readonly history: KeyHistory
  /** Of the last entry: a ledger that is open grows. */
  readonly head: string
  readonly names: readonly string[]
}

/** Asked whenever a story is read. */
const known = new WeakMap<readonly LedgerEntry[], Read>()

export function unprovenWriters(
  story: string,
  entries: readonly LedgerEntry[],
  history: KeyHistory,
): readonly string[] {
  if (!hasFirstPin(history)) return []
  const before = known.get(entries)
  const head = entries.at(-1)?.hash ?? ''
  if (before?.history === history && before.head === head) return before.names
  const plain = unprovenEntries(story, entries, history)
  const names = [...new Set([...plain.map(({ by }) => by), ...withoutPinAtVerdicts(story, entries, history)])].filter(
    (name) => name !== STET,
  )
  known.set(entries, { history, head, names })
  return names
}

/** Who was on the roster and had no PIN yet when somebody gave the last verdict on a fact, if it was “verified”. */
function withoutPinAtVerdicts(story: string, entries: readonly LedgerEntry[], history: KeyHistory): readonly string[] {
  const last = new Map(entries.flatMap((entry) => (entry.kind === 'signed' ? [[entry.fact, entry] as const] : [])))
  const verified = [...last.values()].filter(({ status }) => status === 'verified')
  if (verified.length === 0) return []
  const beforePins = hashesUpTo(entries, history.sealedAtPin?.[story]?.head ?? '')
  const times = verified.flatMap(({ hash, at }) => (beforePins.has(hash) ? [] : [at]))
  const pins = [...history.keys.values()].filter(({ grade }) => grade === 'pin')
  return [...history.people.keys()].filter((name) => {
    const joined = history.roles.find(({ person }) => person === name)?.at ?? ''
    const own = pins.filter(({ person }) => person === name)
    return times.some((at) => joined <= at && !own.some(({ added = '' }) => added <= at))
  })
}

/** The entries that such a key signed. */
export function unprovenEntries<E extends LedgerEntry>(
  story: string,
  entries: readonly E[],
  { keys, sealedAtPin }: KeyHistory,
): readonly E[] {
  const plain = entries.filter(({ signer = '' }) => keys.get(signer)?.grade === 'plain')
  if (plain.length === 0) return []
  const beforePins = hashesUpTo(entries, sealedAtPin?.[story]?.head ?? '')
  return plain.filter(({ hash }) => !beforePins.has(hash))
}
