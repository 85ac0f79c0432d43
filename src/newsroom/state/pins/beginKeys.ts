/** Gives a library its keys, and a person a key. docs/decisions/entries.md has the order of the writes. */
import { peopleHere } from '../../../story/desk/roster'
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import type { LedgerEnds, LibraryEvent, PublicKey } from '../../../story/ledger/events/libraryEvent'
import { isSignedForm } from '../../../story/ledger/ledgerEntry'
import { LIBRARY_LEDGER } from '../../../story/trust/heads'
import { keysOf } from '../../../story/trust/keys/knownKeys'
import type { KeysRecord } from '../../../story/trust/keys/storedKey'
import { defined } from '../../../story/text/defined'
import type { KeyRing } from '../../people/keyRing'
import { newKey } from '../../people/newKey'
import type { KeyRoom } from '../keyRoom'
import { STET } from '../../../story/text/stet'

/**
 * Makes the library's own key and seals what was written before it. Does again what a crash left undone, and nothing in
 * a library that has keys.
 */
export async function beginKeys(room: KeyRoom): Promise<void> {
  const { store, ring, library } = room
  if (!store.writable || library.libraryKey !== undefined) return
  if (ring.history.library !== undefined && ring.history.library !== library.keys?.library) return
  const stories = await store.readLedgerEnds()
  const fresh = newKey(
    room.ids,
    STET,
    'library',
    room.ids.next('device', () => false),
  )
  const record: KeysRecord = library.keys ?? {
    device: fresh.key.device,
    library: fresh.key.id,
    keys: [fresh.stored],
  }
  const own = record.keys.find(({ id }) => id === record.library)
  const key = own ? newKey(room.ids, STET, 'library', record.device, Buffer.from(own.open ?? '', 'hex')).key : fresh.key
  const before = endOf(room.ledger.entries.filter((entry) => !isSignedForm(entry)))
  await room.changeDesk(STET, (facts) => ({
    facts: { ...facts, keys: record, libraryKey: record.library },
    answer: undefined,
    events: [
      ...(ring.history.library === undefined ? [{ kind: 'keyAdded', ...key } as const] : []),
      ...(ring.history.sealed === undefined ? [sealLedgers(room, { ...stories, ...before })] : []),
    ],
  }))
  await room.heads.settle()
  await room.heads.replace(stories)
  await store.markKeys(record.library)
}

const endOf = (entries: readonly LedgerEntry[]): LedgerEnds => {
  const last = entries.at(-1)
  return last ? { [LIBRARY_LEDGER]: { entries: last.seq, head: last.hash } } : {}
}

/** The event that fixes, when keys begin, where each ledger ended, who was on the roster, and who had a PIN. */
export function sealLedgers({ library }: KeyRoom, stories: LedgerEnds): LibraryEvent {
  const people = Object.fromEntries(library.roster.map(({ name, role }) => [name, role ?? '']))
  const pins = library.pins.map(({ person }) => person)
  return { kind: 'sealed', stories, people, ...defined({ pins: pins.length > 0 ? pins : undefined }) }
}

/** Keys that are being made, by person. */
const underWay = new WeakMap<KeyRing, Map<string, Promise<void>>>()

/**
 * Gives a person of the roster an unencrypted key, unless they have a key or a PIN, or have left. All that call it
 * while the key is made wait for it, so that they go on in the order in which they came.
 */
export async function ensureKey(room: KeyRoom, person: string): Promise<void> {
  const making = underWay.get(room.ring) ?? new Map<string, Promise<void>>()
  const earlier = making.get(person)
  // Its error goes to the caller who asked for it.
  if (earlier) await earlier.catch(() => undefined)
  if (!needsKey(room, person)) return
  underWay.set(room.ring, making)
  const made = makeKey(room, person)
  making.set(person, made)
  try {
    await made
  } finally {
    // Not at once: nobody who comes now may overtake those who wait.
    setImmediate(() => {
      if (making.get(person) === made) making.delete(person)
    })
  }
}

async function makeKey(room: KeyRoom, person: string): Promise<void> {
  await room.changeDesk(person, (facts) => {
    const { keys } = facts
    if (!keys || !needsKey(room, person)) return { facts, answer: undefined }
    const { key, stored } = newKey(room.ids, person, 'plain', keys.device, undefined, room.ring.history)
    return {
      facts: { ...facts, keys: { ...keys, keys: [...keys.keys, stored] } },
      answer: undefined,
      events: [added(key)],
    }
  })
}

export const added = (key: PublicKey, invitation?: string): LibraryEvent => ({
  kind: 'keyAdded',
  ...key,
  ...defined({ invitation }),
})

const needsKey = ({ store, ring, library }: KeyRoom, person: string): boolean =>
  store.writable &&
  ring.ready &&
  peopleHere(library.roster).some(({ name }) => name === person) &&
  keysOf(ring.history, person).length === 0 &&
  !library.pins.some((pin) => pin.person === person)
