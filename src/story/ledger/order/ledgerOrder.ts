/**
 * The one order in which every copy of a library reads the entries of a ledger, whatever order its file has. What an
 * entry follows comes before it. Of entries that did not know of one another the earlier time comes first, then the
 * smaller hash. Times are what writers say, so nothing that gives trust rests on this order (knownEntries.ts).
 */
import { isSignedForm, type LedgerEntry } from '../ledgerEntry'

/** The hashes that an entry follows, in both forms. */
export const followedBy = ({ follows, prev = '' }: LedgerEntry): readonly string[] =>
  follows ?? (prev === '' ? [] : [prev])

/** Entries that a ledger holds and that do not count, by hash. Others may follow them. */
export type Apart = ReadonlyMap<string, LedgerEntry>
export const NONE_APART: Apart = new Map()
export const apartOf = (entries: readonly LedgerEntry[]): Apart => new Map(entries.map((entry) => [entry.hash, entry]))

/** The entries that count which an entry follows: in place of one apart, those which that one follows. */
export function countedBefore(entry: LedgerEntry, apart: Apart): readonly string[] {
  if (apart.size === 0) return followedBy(entry)
  const found = new Set<string>()
  const seen = new Set<string>()
  const waiting = [...followedBy(entry)]
  for (let hash = waiting.pop(); hash !== undefined; hash = waiting.pop()) {
    if (seen.has(hash)) continue
    seen.add(hash)
    const one = apart.get(hash)
    if (one) waiting.push(...followedBy(one))
    else found.add(hash)
  }
  return [...found]
}

/**
 * Whether the writer of an entry knew moves that do not count here. `there`: says of a hash whether the ledger has it;
 * it lacks one where a line was lost.
 */
export function knewOtherMoves(entry: LedgerEntry, apart: Apart, there: (hash: string) => boolean): boolean {
  const seen = new Set<string>()
  const waiting = [...followedBy(entry)]
  for (let hash = waiting.pop(); hash !== undefined; hash = waiting.pop()) {
    if (seen.has(hash)) continue
    seen.add(hash)
    const left = apart.get(hash)
    if (left ? left.kind === 'moved' : !there(hash)) return true
    if (left) waiting.push(...followedBy(left))
  }
  return false
}

/**
 * Whether each entry follows the one before it alone, as one writer writes them. One that follows what is missing, a
 * loss, is taken to go on from the line before.
 */
export function isOneLine(entries: readonly LedgerEntry[], apart: Apart = NONE_APART): boolean {
  let there: ReadonlySet<string> | undefined
  return entries.every((entry, at) => {
    const before = countedBefore(entry, apart)
    if (before.length === (at === 0 ? 0 : 1) && before[0] === entries[at - 1]?.hash) return true
    there ??= new Set(entries.map(({ hash }) => hash))
    return before.length > 0 && !before.some((hash) => there?.has(hash))
  })
}

/**
 * `entries`: each once. One that follows a missing one comes after the one before it here. The ledger of one
 * writer comes back as it is. Else `seq` is the place in this order; entries from before keys, which others name by
 * their number, keep theirs. `apart`: entries of the ledger that do not count.
 */
export function inOrder(entries: readonly LedgerEntry[], apart: Apart = NONE_APART): readonly LedgerEntry[] {
  if (isOneLine(entries, apart)) return entries
  const byHash = new Map(entries.map((entry) => [entry.hash, entry]))
  const waitsFor = new Map<LedgerEntry, number>()
  const followers = new Map<string, LedgerEntry[]>()
  const ready: LedgerEntry[] = []
  for (const [at, entry] of entries.entries()) {
    const named = [...new Set(countedBefore(entry, apart))]
    const there = named.filter((hash) => byHash.has(hash))
    const previous = entries[at - 1]
    const before = there.length === 0 && named.length > 0 && previous ? [previous.hash] : there
    waitsFor.set(entry, before.length)
    for (const hash of before) {
      const known = followers.get(hash)
      if (known) known.push(entry)
      else followers.set(hash, [entry])
    }
    if (before.length === 0) ready.push(entry)
  }
  const ordered: LedgerEntry[] = []
  ready.sort(later)
  for (let next = ready.pop(); next; next = ready.pop()) {
    const seq = isSignedForm(next) ? (ordered.at(-1)?.seq ?? 0) + 1 : next.seq
    ordered.push(next.seq === seq ? next : { ...next, seq })
    for (const entry of followers.get(next.hash) ?? []) {
      const left = (waitsFor.get(entry) ?? 0) - 1
      waitsFor.set(entry, left)
      if (left === 0) putIn(ready, entry)
    }
  }
  return ordered
}

/** Sorts the one that comes first to the end, where it is taken. */
const later = (a: LedgerEntry, b: LedgerEntry): number =>
  a.at < b.at ? 1 : a.at > b.at ? -1 : a.hash < b.hash ? 1 : -1

function putIn(ready: LedgerEntry[], entry: LedgerEntry): void {
  let [low, high] = [0, ready.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = ready[middle]
    if (other && later(other, entry) < 0) low = middle + 1
    else high = middle
  }
  ready.splice(low, 0, entry)
}
