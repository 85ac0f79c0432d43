/** Puts a person's private key under a PIN. */
import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { foldPin } from '../../../story/desk/pin'
import { NewsroomError } from '../../../story/requests/requests'
import { keysOf } from '../../../story/trust/keys/knownKeys'
import { invitationHash } from '../../../story/trust/signing'
import type { KeysRecord, StoredKey, WrappedKey } from '../../../story/trust/keys/storedKey'
import type { LibraryFacts } from '../../../storage/disk/storyStore'
import { signingKey } from '../../../storage/disk/crypto/ed25519'
import { publicKeyOf, secretSeed } from '../../people/newKey'
import { refuseWhoLeft } from '../../people/whoLeft'
import { wrapKey } from '../../people/wrapKey'
import { added } from './beginKeys'
import { startPins } from './startPins'
import { retirements, withoutOldPin } from './takePin'
import type { KeyRoom } from '../keyRoom'

interface NewPin {
  /** The PIN is from before keys, and stays the same. */
  readonly keepsPin?: true
  /** The person's key under a PIN, which retires. */
  readonly replaces?: WrappedKey
  /** The seed of the one-time code. */
  readonly code?: Uint8Array
  /** Also wraps the key under these recovery words. */
  readonly words?: string
}

/**
 * Makes a new key under the PIN and retires the others. Somebody may have copied those that are unencrypted. Resolves
 * with the salt, which proves the PIN in this process.
 */
export async function addPinKey(
  room: KeyRoom,
  person: string,
  pin: string,
  { keepsPin, replaces, code, words }: NewPin = {},
): Promise<string> {
  const keys = keysIn(room)
  const seed = secretSeed()
  const key = publicKeyOf(seed, person, 'pin', keys.device)
  const underPin = await wrapKey(seed, foldPin(pin), key.id)
  const stored: StoredKey = {
    id: key.id,
    person,
    underPin,
    ...(words === undefined ? {} : { underWords: await wrapKey(seed, words, key.id) }),
  }
  const invitation = code && signingKey(code).sign(invitationHash(person, key.id))
  await room.changeDesk(person, (facts) => {
    refuseWhoLeft(facts.roster, person)
    const old = keysOf(room.ring.history, person)
    const under = facts.keys?.keys.find((one) => one.person === person && one.underPin)?.underPin
    if (under?.salt !== replaces?.salt) throw changedElsewhere()
    room.ring.unlock(key.id, seed)
    return {
      facts: withPin(facts, person, (record) => [
        ...record.keys.filter(({ id }) => !old.some((one) => one.id === id)),
        stored,
      ]),
      answer: undefined,
      events: () => [
        added(key, invitation),
        ...retirements(room, old),
        ...(keepsPin ? [] : [{ kind: 'pinSet', person, changed: replaces !== undefined } as const]),
      ],
    }
  })
  await startPins(room, person)
  return underPin.salt
}

/** Puts the same key under another PIN. Resolves with the new salt. */
export async function rewrapKey(
  room: KeyRoom,
  person: string,
  seed: Uint8Array,
  { id, was, pin }: { readonly id: string; readonly was: WrappedKey | undefined; readonly pin: string },
): Promise<string> {
  const underPin = await wrapKey(seed, foldPin(pin), id)
  await room.changeDesk(person, (facts) => {
    const now = facts.keys?.keys.find((one) => one.id === id)
    if (!now || now.underPin?.salt !== was?.salt) throw changedElsewhere()
    room.ring.unlock(id, seed)
    return {
      facts: withPin(facts, person, (record) => record.keys.map((one) => (one === now ? { ...one, underPin } : one))),
      answer: undefined,
      events: [{ kind: 'pinSet', person, changed: true }],
    }
  })
  return underPin.salt
}

function withPin(
  facts: LibraryFacts,
  person: string,
  change: (record: KeysRecord) => readonly StoredKey[],
): LibraryFacts {
  const { keys } = facts
  if (!keys) throw keysLost()
  const roster = facts.roster.map((one) => (one.name === person ? { ...one, pin: true as const } : one))
  return { ...facts, roster, pins: withoutOldPin(facts.pins, person), keys: { ...keys, keys: change(keys) } }
}

/** The stored keys of the library. Throws a NewsroomError if they are lost. */
export function keysIn({ library, ring }: KeyRoom): KeysRecord {
  if (!library.keys || !ring.ready) throw keysLost()
  return library.keys
}

const keysLost = (): NewsroomError => new NewsroomError('failed', newsroomText('keyRing.lost'))
const changedElsewhere = (): NewsroomError => new NewsroomError('refused', newsroomText('pins.changedElsewhere'))
