/**
 * The public keys of a library and who may vouch for them, read from the library's own ledger. A key counts because an
 * entry that counts introduced it: docs/decisions/trust.md.
 */
import { isSignedForm, type LedgerEntry } from '../ledger/ledgerEntry'
import { LIBRARY } from './chain'
import { hasPins, NO_KEYS, type KeyHistory, type KnownKey } from './knownKeys'
import { whyNotSigned, type Refused } from './refused'
import { goodSignatures, invitationHash, keyId, sealedBy, type CheckSignature } from './signing'

export interface LibraryReading {
  readonly history: KeyHistory
  readonly counted: readonly LedgerEntry[]
  readonly refused: readonly Refused[]
}

/** `entries`: the library's own ledger, in the order of its file. */
export function readLibraryLedger(entries: readonly LedgerEntry[], check: CheckSignature): LibraryReading {
  const reading = readInOrder(entries, check, NO_HASHES)
  const put = putBeforeSeal(entries, reading.history.pinSeal)
  return put.size === 0 ? reading : readInOrder(entries, check, put)
}

/**
 * Entries that stand before the seal of the first PIN although it does not follow them: somebody put them there later.
 * Where a line is missing nobody can tell, and the missing line is a loss.
 */
function putBeforeSeal(entries: readonly LedgerEntry[], seal: string | undefined): ReadonlySet<string> {
  if (seal === undefined) return NO_HASHES
  const known = sealedBy(entries, seal)
  const there = new Set(entries.map(({ hash }) => hash))
  const earlier = entries.slice(
    0,
    entries.findIndex(({ hash }) => hash === seal),
  )
  const isWhole = entries.every(
    ({ hash, follows, prev = '' }) =>
      !known.has(hash) || (follows ?? [prev]).every((before) => before === '' || there.has(before)),
  )
  return isWhole ? new Set(earlier.flatMap(({ hash }) => (known.has(hash) ? [] : [hash]))) : NO_HASHES
}

const NO_HASHES: ReadonlySet<string> = new Set()

function readInOrder(entries: readonly LedgerEntry[], check: CheckSignature, put: ReadonlySet<string>): LibraryReading {
  const given = new Map(
    entries.flatMap((entry) =>
      entry.kind === 'keyAdded' && entry.id === keyId(entry.publicKey) ? [[entry.id, entry.publicKey] as const] : [],
    ),
  )
  const good = goodSignatures(entries, (id) => given.get(id), check)
  const first = entries.find(({ kind }) => kind === 'sealed')
  const before =
    first?.kind === 'sealed'
      ? sealedBy(entries, first.stories['']?.head ?? '')
      : new Set(entries.filter((entry) => !isSignedForm(entry)).map(({ hash }) => hash))
  let history = NO_KEYS
  let latest = ''
  const counted: LedgerEntry[] = []
  const refused: Refused[] = []
  for (const entry of entries) {
    const why = isSignedForm(entry)
      ? whyNotSigned(entry, { ledger: LIBRARY, history, good, latest, entries: counted })
      : before.has(entry.hash) && history.library === undefined
        ? undefined
        : ({ kind: 'unsigned' } as const)
    const next = why === undefined && !put.has(entry.hash) ? afterEntry(history, entry, check) : undefined
    if (!next) {
      refused.push({ entry, kind: why?.kind ?? 'forged' })
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
      return withPerson(history, entry.person, entry.role)
    case 'roleChanged':
      return mayGiveRights(history, entry) ? withPerson(history, entry.person, entry.to) : undefined
    case 'deskOfOne':
    case 'wordAdded':
    case 'wordRemoved':
      return mayGiveRights(history, entry) ? history : undefined
    case 'sealed':
      return afterSeal(history, entry)
    case 'invited':
      if (!isEditorWithPin(history, entry)) return undefined
      return { ...history, invitations: new Map([...history.invitations, [entry.person, entry.code]]) }
    case 'keyRetired': {
      const key = history.keys.get(entry.id)
      if (key?.person !== entry.person || key.grade === 'library') return undefined
      if (hasPins(history) && entry.person !== entry.by && !isEditorWithPin(history, entry)) return undefined
      return { ...history, keys: new Map([...history.keys, [key.id, { ...key, retired: entry.at }]]) }
    }
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
  if (grade === 'plain' || !hasPins(history)) return true
  const signer = signerOf(history, entry)
  if (signer?.grade === 'pin' && signer.person === person) return true
  const code = history.invitations.get(person)
  return code !== undefined && invitation !== undefined && check(code, invitationHash(person, id), invitation)
}

function withKey(history: KeyHistory, { id, person, device, grade, publicKey }: Added): KeyHistory {
  const keys = new Map([...history.keys, [id, { id, person, device, grade, publicKey }]])
  if (grade === 'library') return { ...history, keys, library: id }
  if (grade === 'plain') return { ...history, keys }
  const invitations = new Map(history.invitations)
  invitations.delete(person)
  return { ...history, keys, invitations }
}

function afterSeal(history: KeyHistory, entry: Extract<LedgerEntry, { kind: 'sealed' }>): KeyHistory | undefined {
  if (history.library === undefined) return undefined
  if (history.sealed === undefined)
    return {
      ...history,
      sealed: entry.stories,
      people: new Map(Object.entries(entry.people)),
    }
  if (hasPins(history) || !isEditorWithPin(history, entry)) return undefined
  // Until now anybody could add a key and call it one under a PIN: it was worth no more than an unencrypted one.
  const keys = [...history.keys.values()].map((key) =>
    key.grade === 'pin' && key.id !== entry.signer
      ? { ...key, grade: 'plain' as const, retired: key.retired ?? entry.at }
      : key,
  )
  return {
    ...history,
    keys: new Map(keys.map((key) => [key.id, key])),
    sealedAtPin: entry.stories,
    pinSeal: entry.hash,
  }
}

const withPerson = (history: KeyHistory, person: string, role: string): KeyHistory => ({
  ...history,
  people: new Map([...history.people, [person, role]]),
})

const signerOf = ({ keys }: KeyHistory, { signer = '' }: LedgerEntry): KnownKey | undefined => keys.get(signer)

const isEditorWithPin = (history: KeyHistory, entry: LedgerEntry): boolean => {
  const signer = signerOf(history, entry)
  return signer?.grade === 'pin' && history.people.get(signer.person) === 'editor'
}

const mayGiveRights = (history: KeyHistory, entry: LedgerEntry): boolean =>
  !hasPins(history) || isEditorWithPin(history, entry)
