/**
 * The public keys of a library and who may vouch for them, read from the library's own ledger. A key counts because an
 * entry that counts introduced it: docs/decisions/keys.md.
 */
import { isSignedForm, type LedgerEntry } from '../../ledger/ledgerEntry'
import { isWellFormed } from '../../ledger/shapes/entryShape'
import { defined } from '../../text/defined'
import { LIBRARY } from '../chain'
import { endingWithFirstPin, withDevice, withoutKey, withRetired } from './keysElsewhere'
import { hasFirstPin, NO_KEYS, type KeyHistory, type KnownKey } from './knownKeys'
import { whyNotSigned, whyUnreadBeforeKeys, type Refused } from '../refused'
import { goodSignatures, invitationHash, isWhole, keyId, hashesUpTo, type CheckSignature } from '../signing'

export interface LibraryReading {
  readonly history: KeyHistory
  readonly counted: readonly LedgerEntry[]
  readonly refused: readonly Refused[]
}

/** `entries`: the library's own ledger, in the order of its file. */
export function readLibraryLedger(entries: readonly LedgerEntry[], check: CheckSignature): LibraryReading {
  const proof = { check, good: signedWell(entries, check) }
  const sure = isOneLine(entries) ? NO_HASHES : retirementsAlone(entries, proof)
  let put = NO_HASHES
  for (;;) {
    const reading = readInOrder(entries, { ...proof, put, sure })
    const { keys, pinSeal } = reading.history
    const more = [...putBeforeSeal(entries, pinSeal), ...signedAfterRetirement(entries, keys)]
    if (more.every((hash) => put.has(hash))) return reading
    // Only more and more: an entry that was left out never comes back, so this ends.
    put = new Set([...put, ...more])
  }
}

interface Proof {
  readonly check: CheckSignature
  /** Hashes of the entries with a good signature. */
  readonly good: ReadonlySet<string>
  /** Hashes of entries that somebody put there later. */
  readonly put?: ReadonlySet<string>
  /** Hashes of retirements that count, whatever stands beside them. */
  readonly sure?: ReadonlySet<string>
}

/** Whether each entry follows the one before it, as one writer writes them. */
const isOneLine = (entries: readonly LedgerEntry[]): boolean =>
  entries.every(({ follows, prev = '' }, at) => (follows ?? [prev]).join() === (entries[at - 1]?.hash ?? ''))

/**
 * Retirements that count by what they follow alone. An entry that a retired key puts beside its retirement, before it
 * in the file, could otherwise take the rights of who retires it.
 */
function retirementsAlone(entries: readonly LedgerEntry[], proof: Proof): ReadonlySet<string> {
  const counts = (one: LedgerEntry): boolean => {
    const known = hashesUpTo(entries, one.hash)
    const { counted } = readInOrder(
      entries.filter(({ hash }) => known.has(hash)),
      proof,
    )
    return counted.includes(one)
  }
  return new Set(entries.flatMap((one) => (one.kind === 'keyRetired' && counts(one) ? [one.hash] : [])))
}

/**
 * Entries of retired keys that the entry which retired the key does not follow, whatever time they name: somebody put
 * them there later. Not if they retire a key themselves: that takes trust and gives none.
 */
function signedAfterRetirement(entries: readonly LedgerEntry[], keys: KeyHistory['keys']): readonly string[] {
  return [...keys.values()].flatMap(({ id, retiredBy }) => {
    const own =
      retiredBy === undefined ? [] : entries.filter(({ signer, kind }) => signer === id && kind !== 'keyRetired')
    if (retiredBy === undefined || own.length === 0) return []
    const known = hashesUpTo(entries, retiredBy)
    return isWhole(entries, known) ? own.flatMap(({ hash }) => (known.has(hash) ? [] : [hash])) : []
  })
}

/**
 * Entries that stand before the seal of the first PIN although it does not follow them: somebody put them there later.
 * Where a line is missing nobody can tell, and the missing line is a loss.
 */
function putBeforeSeal(entries: readonly LedgerEntry[], seal: string | undefined): ReadonlySet<string> {
  if (seal === undefined) return NO_HASHES
  const known = hashesUpTo(entries, seal)
  const earlier = entries.slice(
    0,
    entries.findIndex(({ hash }) => hash === seal),
  )
  return isWhole(entries, known) ? new Set(earlier.flatMap(({ hash }) => (known.has(hash) ? [] : [hash]))) : NO_HASHES
}

const NO_HASHES: ReadonlySet<string> = new Set()

function signedWell(entries: readonly LedgerEntry[], check: CheckSignature): ReadonlySet<string> {
  const given = new Map(
    entries.flatMap((entry) =>
      entry.kind === 'keyAdded' && isWellFormed(entry) && entry.id === keyId(entry.publicKey)
        ? [[entry.id, entry.publicKey] as const]
        : [],
    ),
  )
  return goodSignatures(entries, (id) => given.get(id), check)
}

function readInOrder(
  entries: readonly LedgerEntry[],
  { check, good, put = NO_HASHES, sure = NO_HASHES }: Proof,
): LibraryReading {
  const first = entries.find((entry) => entry.kind === 'sealed' && isWellFormed(entry))
  const before =
    first?.kind === 'sealed'
      ? hashesUpTo(entries, first.stories['']?.head ?? '')
      : new Set(entries.filter((entry) => !isSignedForm(entry)).map(({ hash }) => hash))
  // An entry that follows the retirement of its key, in the same millisecond or with the time put back. Of others the
  // times decide.
  const wasThere = ({ hash }: LedgerEntry, { retiredBy }: KnownKey): false | undefined =>
    retiredBy !== undefined && hashesUpTo(entries, hash).has(retiredBy) ? false : undefined
  let history = NO_KEYS
  let latest = ''
  const counted: LedgerEntry[] = []
  const refused: Refused[] = []
  for (const entry of entries) {
    if (entry.kind === 'keyRetired' && sure.has(entry.hash)) {
      history = withRetired(history, entry)
      counted.push(entry)
      if (entry.at > latest) latest = entry.at
      continue
    }
    const why = isSignedForm(entry)
      ? whyNotSigned(entry, { ledger: LIBRARY, history, good, latest, entries: counted, wasThere })
      : before.has(entry.hash) && history.library === undefined
        ? whyUnreadBeforeKeys(entry)
        : ({ kind: 'unsigned' } as const)
    const next = why === undefined && !put.has(entry.hash) ? afterEntry(history, entry, check) : undefined
    if (!next) {
      refused.push({ entry, ...(why ?? { kind: 'forged' }) })
      continue
    }
    history = next
    counted.push(entry)
    if (entry.at > latest) latest = entry.at
  }
  return { history, counted, refused }
}

/** Undefined when the entry may not say what it says. */
export function afterEntry(history: KeyHistory, entry: LedgerEntry, check: CheckSignature): KeyHistory | undefined {
  switch (entry.kind) {
    case 'personAdded':
      if (entry.role !== '' && !mayGiveRights(history, entry)) return undefined
      return withPerson(history, entry, entry.role)
    case 'roleChanged':
      return mayGiveRights(history, entry) ? withPerson(history, entry, entry.to) : undefined
    case 'deskOfOne': {
      const { at, on, heads } = entry
      const given = { at, on, ...defined({ heads }) }
      return mayGiveRights(history, entry) ? { ...history, alone: [...history.alone, given] } : undefined
    }
    case 'personLeft':
      return mayGiveRights(history, entry) ? withoutInvitation(history, entry.person) : undefined
    case 'personReturned':
    case 'wordAdded':
    case 'wordRemoved':
    case 'storyDeleted':
    case 'storyTakenBack':
    case 'sourcesShared':
      return mayGiveRights(history, entry) ? history : undefined
    case 'sealed':
      return afterSeal(history, entry)
    case 'invited':
      if (!isEditorWithPin(history, entry)) return undefined
      return { ...history, invitations: new Map([...history.invitations, [entry.person, entry.code]]) }
    case 'keyRetired':
      return afterRetirement(history, entry)
    case 'deviceTrusted':
      return mayGiveRights(history, entry) ? withDevice(history, entry) : undefined
    case 'keyAdded':
      return mayAddKey(history, entry, check) ? withKey(history, entry) : undefined
    default:
      return history
  }
}

type Added = Extract<LedgerEntry, { kind: 'keyAdded' }>

function mayAddKey(history: KeyHistory, entry: Added, check: CheckSignature): boolean {
  const { grade, person, id, publicKey, invitation } = entry
  if (id !== keyId(publicKey) || history.keys.has(id)) return false
  if (grade === 'library') return history.library === undefined && entry.signer === id
  if (history.library === undefined) return false
  if (grade === 'plain' || !hasFirstPin(history)) return true
  const signer = signerOf(history, entry)
  if (signer?.grade === 'pin' && signer.person === person) return true
  const code = history.invitations.get(person)
  return code !== undefined && invitation !== undefined && check(code, invitationHash(person, id), invitation)
}

function withKey(history: KeyHistory, { id, person, device, grade, publicKey, at }: Added): KeyHistory {
  const keys = new Map([...history.keys, [id, { id, person, device, grade, publicKey, added: at }]])
  if (grade === 'library') return { ...history, keys, library: id }
  if (grade === 'plain') return { ...history, keys }
  return withoutInvitation({ ...history, keys }, person)
}

function withoutInvitation(history: KeyHistory, person: string): KeyHistory {
  const invitations = new Map(history.invitations)
  invitations.delete(person)
  return { ...history, invitations }
}

type Retirement = Extract<LedgerEntry, { kind: 'keyRetired' }>

function afterRetirement(history: KeyHistory, entry: Retirement): KeyHistory | undefined {
  const key = history.keys.get(entry.id)
  if (key?.person !== entry.person || key.grade === 'library') return undefined
  if (hasFirstPin(history) && entry.person !== entry.by && !isEditorWithPin(history, entry)) return undefined
  return withoutKey(history, entry, key)
}

function afterSeal(history: KeyHistory, entry: Extract<LedgerEntry, { kind: 'sealed' }>): KeyHistory | undefined {
  if (history.library === undefined) return undefined
  if (history.sealed === undefined)
    return {
      ...history,
      sealed: entry.stories,
      ends: [entry.stories],
      people: new Map(Object.entries(entry.people)),
      roles: Object.entries(entry.people).map(([person, role]) => ({ at: '', person, role })),
    }
  if (hasFirstPin(history) || !isEditorWithPin(history, entry)) return undefined
  const ends = [...history.ends, entry.stories]
  const ending = { retired: entry.at, retiredBy: entry.hash, endsKnown: ends.length }
  const keys = [...history.keys.values()].map((key) =>
    key.id === entry.signer ? key : endingWithFirstPin(key, ending),
  )
  return {
    ...history,
    keys: new Map(keys.map((key) => [key.id, key])),
    sealedAtPin: entry.stories,
    ends,
    pinSeal: entry.hash,
  }
}

const withPerson = (
  history: KeyHistory,
  { at, person, heads }: { readonly at: string; readonly person: string; readonly heads?: number },
  role: string,
): KeyHistory => ({
  ...history,
  people: new Map([...history.people, [person, role]]),
  roles: [...history.roles, { at, person, role, ...defined({ heads }) }],
})

const signerOf = ({ keys }: KeyHistory, { signer = '' }: LedgerEntry): KnownKey | undefined => keys.get(signer)

const isEditorWithPin = (history: KeyHistory, entry: LedgerEntry): boolean => {
  const signer = signerOf(history, entry)
  return signer?.grade === 'pin' && history.people.get(signer.person) === 'editor'
}

const mayGiveRights = (history: KeyHistory, entry: LedgerEntry): boolean =>
  !hasFirstPin(history) || isEditorWithPin(history, entry)
