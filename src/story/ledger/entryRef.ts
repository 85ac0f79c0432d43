/**
 * An entry of the same ledger: its hash. Entries from before keys give its `seq`. A merge with the entries of another
 * machine changes `seq`, never the hash.
 */
export type EntryRef = string | number

/** Of an entry: its number in this ledger, and its hash. */
interface Placed {
  readonly seq: number
  readonly hash: string
}

/** Finds the place of an entry that another refers to. Undefined when it is not in this ledger. */
export function placesOf(entries: readonly Placed[]): (ref: EntryRef) => number | undefined {
  let byHash: ReadonlyMap<string, number> | undefined
  return (ref) => {
    if (typeof ref === 'number') return ref
    byHash ??= new Map(entries.map(({ hash, seq }) => [hash, seq]))
    return byHash.get(ref)
  }
}

/** Whether this is the entry that `ref` names. */
export const refersTo = (ref: EntryRef, { seq, hash }: Placed): boolean => ref === hash || ref === seq
