/** Keys of other machines: how an editor's trust in one begins, and how the trust in a key ends. */
import type { LedgerEntry } from '../../ledger/ledgerEntry'
import { defined } from '../../text/defined'
import { isRecipient } from './deviceCard'
import type { KeyHistory, KnownKey } from './knownKeys'
import { keyId } from '../signing'

/**
 * Undefined: the entry names a key by a wrong id, one of this library, one of somebody else, one that is trusted, or
 * one that an editor trusts no longer; or the recipient of another key. The key for notes may be known: several people
 * sign on one machine. A trusted key without a recipient may get one.
 */
export function withDevice(
  history: KeyHistory,
  { person, device, grade, id, publicKey, notes, recipient, heads }: Extract<LedgerEntry, { kind: 'deviceTrusted' }>,
): KeyHistory | undefined {
  if (id === notes.id || id !== keyId(publicKey) || notes.id !== keyId(notes.publicKey)) return undefined
  const [known, signsNotes] = [history.keys.get(id), history.keys.get(notes.id)]
  const named = { person, device, grade, notes: notes.id, recipient }
  if (known && !(known.person === person && mayBeTrustedAgain(history, known)) && !getsRecipient(known, named))
    return undefined
  if (recipient !== undefined && !(isRecipient(recipient) && isFree(history, id, recipient))) return undefined
  if (signsNotes && !(signsNotes.elsewhere && signsNotes.grade === 'library' && signsNotes.device === device))
    return undefined
  // To add a recipient makes nothing count that did not count before.
  const since = known?.elsewhere && known.retired === undefined ? known.since : heads
  const trusted: readonly KnownKey[] = [
    { id, person, device, grade, publicKey, elsewhere: true, notes: notes.id, ...defined({ recipient, since }) },
    { id: notes.id, person, device, grade: 'library', publicKey: notes.publicKey, elsewhere: true },
  ]
  return { ...history, keys: new Map([...history.keys, ...trusted.map((key) => [key.id, key] as const)]) }
}

/** Whether the entry only adds a recipient to a key that is trusted as it is. */
const getsRecipient = (known: KnownKey, named: Pick<KnownKey, 'person' | 'device' | 'grade' | 'notes' | 'recipient'>) =>
  known.elsewhere === true &&
  known.retired === undefined &&
  known.recipient === undefined &&
  named.recipient !== undefined &&
  (['person', 'device', 'grade', 'notes'] as const).every((part) => known[part] === named[part])

/** What is sealed for one person must not open to another one: a recipient belongs to one key. */
const isFree = ({ keys }: KeyHistory, id: string, recipient: string): boolean =>
  ![...keys.values()].some((key) => key.recipient === recipient && key.id !== id)

/**
 * Nobody doubted a key whose trust ended with the first PIN. One that an editor trusts no longer never counts again:
 * what somebody signed with it meanwhile would count, too.
 */
export const mayBeTrustedAgain = ({ pinSeal }: KeyHistory, key: KnownKey): boolean =>
  key.elsewhere === true && key.grade !== 'library' && pinSeal !== undefined && key.retiredBy === pinSeal

type Retirement = Extract<LedgerEntry, { kind: 'keyRetired' }>

/** Retires `key`. With the last key of its machine, the key that signs Stet's notes there retires, too. */
export function withoutKey(history: KeyHistory, entry: Retirement, { notes }: KnownKey): KeyHistory {
  const after = withRetired(history, entry)
  const isLast = ![...after.keys.values()].some((key) => key.notes === notes && key.retired === undefined)
  return notes !== undefined && isLast ? withRetired(after, { ...entry, id: notes, ends: {} }) : after
}

/** The keys once a key is retired. The same object if it is unknown or was retired before. */
export function withRetired(history: KeyHistory, entry: Retirement): KeyHistory {
  const key = history.keys.get(entry.id)
  // The first retirement holds: a later one would lengthen the life of the key.
  if (!key || key.retired !== undefined) return history
  const ends = entry.ends ? [...history.ends, entry.ends] : history.ends
  const retired = {
    ...key,
    retired: entry.at,
    retiredBy: entry.hash,
    ...(entry.ends ? { endsKnown: ends.length } : {}),
  }
  return { ...history, ends, keys: new Map([...history.keys, [key.id, retired]]) }
}

/**
 * A key as it is after the first PIN. Until then anybody could add a key and call it one under a PIN, or trust one of
 * another machine: it was worth no more than an unencrypted one.
 */
export function endingWithFirstPin(
  key: KnownKey,
  ending: Pick<Required<KnownKey>, 'retired' | 'retiredBy' | 'endsKnown'>,
): KnownKey {
  if (key.grade !== 'pin' && !key.elsewhere) return key
  const grade = key.grade === 'pin' ? 'plain' : key.grade
  return { ...key, grade, ...(key.retired === undefined ? ending : {}) }
}
