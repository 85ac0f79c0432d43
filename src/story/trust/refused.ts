import { rightsText } from '../../catalogue/story/rights'
import { isEntryKind } from '../ledger/events/entryKinds'
import type { LedgerEntry } from '../ledger/ledgerEntry'
import type { KeyGrade } from '../ledger/events/libraryEvent'
import { isWellFormed } from '../ledger/shapes/entryShape'
import { LIBRARY } from './chain'
import { countsOnce } from './keys/keyOnce'
import { hasFirstPin, type KeyHistory, type KnownKey } from './keys/knownKeys'
import { gradeFor, isAcceptanceOf } from './signing'
import { STET } from '../text/stet'

/** An entry that does not count. */
export interface Refused {
  readonly entry: LedgerEntry
  /**
   * `unsigned`: written without a key after the library got keys. `forged`: its signature does not hold. `noRight`: its
   * person may not do this here, or nobody here can tell what it says.
   */
  readonly kind: 'unsigned' | 'forged' | 'noRight'
  /** Of `noRight`: which right is missing, one sentence for people. */
  readonly why?: string
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
  /** Whether this ledger had the entry when its key retired. Undefined: nobody knows, and the times decide. */
  readonly wasThere: (entry: LedgerEntry, key: KnownKey) => boolean | undefined
}

const RANK: Readonly<Record<KeyGrade, number>> = { library: 0, plain: 1, pin: 2 }

/** Says why the signature of an entry does not make it count. */
export function whyNotSigned(
  entry: LedgerEntry,
  { ledger, history, good, latest, entries, sealedAtPin, wasThere }: SignatureContext,
): Omit<Refused, 'entry'> | undefined {
  if (entry.signer === undefined || entry.signature === undefined) return { kind: 'unsigned' }
  const forged = { kind: 'forged' } as const
  if (!good.has(entry.hash) || entry.ledger !== ledger) return forged
  // What comes after asks for its parts.
  const unread = whyUnread(entry)
  if (unread) return unread
  // The library's own key introduces itself.
  if (entry.kind === 'keyAdded' && entry.grade === 'library' && entry.signer === entry.id) return undefined
  const key = history.keys.get(entry.signer)
  if (!key) return countsOnce(entry, entries) ? undefined : forged
  // It counts in stories only, even if a line that does not count carries its public half.
  if (key.elsewhere && ledger === LIBRARY) return forged
  if (key.retired !== undefined) {
    const there = wasThere(entry, key)
    // Clocks go wrong, also that of somebody else's machine: times decide only where nothing else is known.
    const isLater = there === undefined && (entry.at > key.retired || latest > key.retired)
    if (there === false || isLater) return forged
  }
  const needed = gradeFor(entry)
  if (key.grade === 'library') {
    const isNote = needed === 'library' && (!key.elsewhere || isNoteThere(entry, key, history))
    return isNote ? undefined : forged
  }
  if (key.person !== entry.by && !isOnBehalf(entry, entries)) return forged
  const verdictsNeedPin = hasFirstPin(history) && sealedAtPin?.has(entry.hash) !== true
  return verdictsNeedPin && RANK[key.grade] < RANK[needed] ? forged : undefined
}

/**
 * Says why nobody here can tell what an entry says, no matter who signed it: it may take a tick back, or hide that
 * somebody did.
 */
function whyUnread(entry: LedgerEntry): Omit<Refused, 'entry'> | undefined {
  if (isWellFormed(entry)) return undefined
  return { kind: 'noRight', why: rightsText(isEntryKind(entry.kind) ? 'malformedEntry' : 'unknownEntry') }
}

/** `whyUnread` for an entry from before keys, where one of an unknown kind was always passed over. */
export const whyUnreadBeforeKeys = (entry: LedgerEntry): Omit<Refused, 'entry'> | undefined =>
  isEntryKind(entry.kind) ? whyUnread(entry) : undefined

/** What Stet notes on another machine. A kill, and what it finds lost there, are no notes for this library. */
const NOTES_THERE: ReadonlySet<LedgerEntry['kind']> = new Set<LedgerEntry['kind']>([
  'created',
  'tagged',
  'reworded',
  'lapsed',
  'restored',
  'suggested',
  'suggestionDropped',
  'suggestionReopened',
  'exported',
  'exportFailed',
  'moved',
])

/**
 * Whether the key of a library elsewhere may sign the entry: a note about words and facts, in the name of Stet or of
 * somebody whose key there an editor trusts, or trusted. It begins a story, but is the author of none that is here.
 */
function isNoteThere(entry: LedgerEntry, { id }: KnownKey, { keys }: KeyHistory): boolean {
  if (!NOTES_THERE.has(entry.kind) || (entry.kind === 'moved' && entry.to === 'killed')) return false
  if (entry.kind === 'created' && entry.follows?.length !== 0) return false
  return entry.by === STET || [...keys.values()].some(({ notes, person }) => notes === id && person === entry.by)
}

const isOnBehalf = (entry: LedgerEntry, entries: readonly LedgerEntry[]): boolean =>
  entry.accepts !== undefined &&
  isAcceptanceOf(
    entry,
    entries.findLast(({ hash }) => hash === entry.accepts),
  )
