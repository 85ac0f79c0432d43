import type { LedgerEntry } from '../ledger/ledgerEntry'
import type { KeyGrade } from '../ledger/libraryEvent'
import type { KeyHistory, KnownKey } from './knownKeys'
import { gradeFor, isAcceptanceOf } from './signing'

/** An entry that does not count. */
export interface Refused {
  readonly entry: LedgerEntry
  /** `unsigned`: written without a key after the library got keys. `forged`: its signature does not hold. */
  readonly kind: 'unsigned' | 'forged'
}

export interface SignatureContext {
  /** The name of the ledger. */
  readonly ledger: string
  readonly history: KeyHistory
  /** Hashes of the entries with a good signature. */
  readonly good: ReadonlySet<string>
  /** The latest time of an entry before. */
  readonly latest: string
  /** The entries before that count. */
  readonly entries: readonly LedgerEntry[]
  /** Entries for which an unencrypted key was enough. Absent: those of a library without PINs. */
  readonly sealedAtPin?: ReadonlySet<string>
  /** Whether this ledger had the entry when its key retired. Absent: the times of the entries decide alone. */
  readonly wasThere?: (entry: LedgerEntry, key: KnownKey) => boolean
}

const RANK: Readonly<Record<KeyGrade, number>> = { library: 0, plain: 1, pin: 2 }

/** Says why the signature of an entry does not make it count. */
export function whyNotSigned(
  entry: LedgerEntry,
  { ledger, history, good, latest, entries, sealedAtPin, wasThere }: SignatureContext,
): Pick<Refused, 'kind'> | undefined {
  if (entry.signer === undefined || entry.signature === undefined) return { kind: 'unsigned' }
  const forged = { kind: 'forged' } as const
  if (!good.has(entry.hash) || entry.ledger !== ledger) return forged
  // The library's own key introduces itself.
  if (entry.kind === 'keyAdded' && entry.grade === 'library' && entry.signer === entry.id) return undefined
  const key = history.keys.get(entry.signer)
  if (!key) return forged
  // Clocks of other machines go wrong. What had come from there by then is noted, if anything is.
  const asTimesSay = key.elsewhere !== true || key.endsKnown === undefined || wasThere === undefined
  if (key.retired !== undefined && asTimesSay && (entry.at > key.retired || latest > key.retired)) return forged
  if (key.retired !== undefined && wasThere?.(entry, key) === false) return forged
  const needed = gradeFor(entry)
  if (key.grade === 'library') return needed === 'library' ? undefined : forged
  if (key.person !== entry.by && !isOnBehalf(entry, entries)) return forged
  const verdictsNeedPin = history.sealedAtPin !== undefined && sealedAtPin?.has(entry.hash) !== true
  if (verdictsNeedPin && RANK[key.grade] < RANK[needed]) return forged
  return undefined
}

const isOnBehalf = (entry: LedgerEntry, entries: readonly LedgerEntry[]): boolean =>
  entry.accepts !== undefined &&
  isAcceptanceOf(
    entry,
    entries.findLast(({ hash }) => hash === entry.accepts),
  )
