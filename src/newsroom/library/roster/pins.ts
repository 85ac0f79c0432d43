import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { foldPin, isPin, pinRule } from '../../../story/desk/pin'
import { roleOf, type Person } from '../../../story/desk/roster'
import { NewsroomError } from '../../../story/requests/requests'
import { defined } from '../../../story/text/defined'
import { hasFirstPin, keysOf } from '../../../story/trust/keys/knownKeys'
import type { StoredKey } from '../../../story/trust/keys/storedKey'
import { signingKey } from '../../../storage/disk/crypto/ed25519'
import { seedOfCode } from '../../people/invitation'
import { foldWords, newRecoveryWords } from '../../people/recoveryWords'
import { unwrapKey } from '../../people/wrapKey'
import type { Action } from '../../state/action'
import type { Newsroom } from '../../state/newsroom'
import { pinsEndingWith } from '../../state/pins/endingPins'
import { addPinKey, keysIn, rewrapKey } from '../../state/pins/pinKeys'
import { withoutPin } from '../../state/pins/takePin'

/**
 * Sets a person's PIN with a one-time code, or replaces the one that is given, with its key or without. The first PIN
 * of a library is an editor's.
 */
export const setPin: Action<'pin.set'> = async (room, by, { pin, was, code, newKey }) => {
  refuseNoPin(pin)
  const person = personNamed(room, by)
  const proof = await room.pins.check(by, was)
  const stored = keyUnderPin(room, by)
  if (stored?.underPin) {
    if (stored.underPin.salt !== proof) throw new NewsroomError('refused', newsroomText('pins.changedElsewhere'))
    const seed = await unwrapKey(stored.underPin, foldPin(was ?? ''), stored.id)
    if (!seed) throw new NewsroomError('refused', newsroomText('pins.changedElsewhere'))
    if (newKey) {
      // The old words open the old key only.
      const words = stored.underWords && newRecoveryWords()
      await addPinKey(room, by, pin, { replaces: stored.underPin, ...defined({ words }) })
      return { roster: room.library.roster, ...defined({ words }) }
    }
    await rewrapKey(room, by, seed, { id: stored.id, was: stored.underPin, pin })
    return { roster: room.library.roster }
  }
  if (hasFirstPin(room.ring.history)) {
    await addPinKey(room, by, pin, { code: await seedOf(room, person, code) })
    return { roster: room.library.roster }
  }
  if (roleOf(by, room.library.roster) !== 'editor')
    throw new NewsroomError('refused', newsroomText('pins.firstIsEditors', { person: by }))
  if (person.role !== 'editor') await becomeEditor(room, person)
  const words = newRecoveryWords()
  await addPinKey(room, by, pin, { words })
  return { roster: room.library.roster, words }
}

/** Whose PINs end with the one that a person gives or sets. */
export const endingPins: Action<'pin.ends'> = (room, _by, { person }) =>
  Promise.resolve({ isFirst: !hasFirstPin(room.ring.history), people: pinsEndingWith(room, person) })

/** Sets a new PIN with the recovery words of the first one. Nobody needs to have given a PIN for it. */
export const recoverPin: Action<'pin.recover'> = async (room, by, { words, pin }) => {
  refuseNoPin(pin)
  personNamed(room, by)
  const stored = keysIn(room).keys.find((key) => key.person === by && key.underWords)
  const seed = stored?.underWords && (await unwrapKey(stored.underWords, foldWords(words), stored.id))
  if (!stored || !seed) throw new NewsroomError('refused', newsroomText('pins.wrongWords', { person: by }))
  await rewrapKey(room, by, seed, { id: stored.id, was: stored.underPin, pin })
  return { roster: room.library.roster }
}

/** Takes a person's own PIN away. Until they get another one, they write, tag and ask only. */
export const removePin: Action<'pin.remove'> = async (room, by, { was }) => {
  personNamed(room, by)
  await room.pins.check(by, was)
  return room.changeDesk(by, (facts) => {
    const has = facts.roster.some(({ name, pin }) => name === by && pin)
    if (!has) throw new NewsroomError('usage', newsroomText('pins.noPin', { person: by }))
    if (hasFirstPin(room.ring.history) && isLastEditor(facts.roster, by))
      throw new NewsroomError('refused', newsroomText('pins.lastEditor', { person: by }))
    const { facts: after, events } = withoutPin(room, facts, by)
    // Signed with the key that is retired: first the note, then the end of the key.
    return {
      facts: after,
      answer: { roster: after.roster },
      events: () => [{ kind: 'pinRemoved', person: by }, ...events()],
    }
  })
}

/** The first person of a library is its editor without a role. From the first PIN on the library's ledger says so. */
const becomeEditor = (room: Newsroom, { name, role }: Person): Promise<void> =>
  room.changeDesk(name, (facts) => ({
    facts: { ...facts, roster: facts.roster.map((one) => (one.name === name ? { ...one, role: 'editor' } : one)) },
    answer: undefined,
    events: [{ kind: 'roleChanged', person: name, from: role ?? '', to: 'editor' }],
  }))

const isLastEditor = (roster: readonly Person[], person: string): boolean =>
  !roster.some(({ name, role, pin }) => name !== person && role === 'editor' && pin)

/** A person of the roster by name. Throws a usage error if nobody there has it. */
export function personNamed(room: Newsroom, name: string): Person {
  const person = room.onRoster(name)
  if (!person) throw new NewsroomError('usage', newsroomText('pins.notOnRoster', { person: name }))
  return person
}

function keyUnderPin({ library, ring }: Newsroom, person: string): StoredKey | undefined {
  const live = keysOf(ring.history, person)
  return library.keys?.keys.find(({ id, underPin }) => underPin && live.some((key) => key.id === id))
}

/** The seed of the code that an editor gave. Throws a refusal when it is another code, or none was given. */
async function seedOf(room: Newsroom, { name }: Person, code: string | undefined): Promise<Uint8Array> {
  const expected = room.ring.history.invitations.get(name)
  if (expected === undefined) throw new NewsroomError('refused', newsroomText('pins.noInvitation', { person: name }))
  if (code === undefined || code.trim() === '')
    throw new NewsroomError('usage', newsroomText('pins.codeMissing', { person: name }))
  const seed = await seedOfCode(name, code)
  if (signingKey(seed).publicKey !== expected)
    throw new NewsroomError('refused', newsroomText('pins.wrongCode', { person: name }))
  return seed
}

function refuseNoPin(pin: string): void {
  if (!isPin(pin)) throw new NewsroomError('usage', newsroomText('pins.notAPin', { pinRule: pinRule() }))
}
