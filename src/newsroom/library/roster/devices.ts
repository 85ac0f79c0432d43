/** Device cards: the key of a person here, for editors elsewhere, and keys of other machines that are trusted here. */
import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { whyNotMay } from '../../../story/assessment/people/rights'
import { peopleHere, roleOf, type Role } from '../../../story/desk/roster'
import type { LibraryEvent } from '../../../story/ledger/events/libraryEvent'
import type { CardReading } from '../../../story/requests/library/peopleRequests'
import { NewsroomError } from '../../../story/requests/requests'
import { messageOf } from '../../../story/text/messageOf'
import { defined } from '../../../story/text/defined'
import { sameCode, shortCode, type DeviceCard } from '../../../story/trust/keys/deviceCard'
import { mayBeTrustedAgain } from '../../../story/trust/keys/keysElsewhere'
import { hasFirstPin, trustedDevices, type KeyHistory, type KnownKey } from '../../../story/trust/keys/knownKeys'
import { checkSignature } from '../../../storage/disk/crypto/ed25519'
import type { LibraryFacts } from '../../../storage/disk/storyStore'
import { readCard, writeCard } from '../../people/deviceCardText'
import { isUsableRecipient, recipientOf } from '../../people/seal'
import { refuseWhoLeft } from '../../people/whoLeft'
import type { Action } from '../../state/action'
import type { Newsroom } from '../../state/newsroom'
import { retirements } from '../../state/pins/takePin'
import { joinRoster, refuseWithoutEditor, type Joined } from './roster'

/** The card of the asking person's own key. */
export const ownCard: Action<'device.card'> = async (room, by) => {
  const key = room.ring.usableKeyOf(by)
  const library = room.ring.history.keys.get(room.ring.history.library ?? '')
  if (!key || key.grade === 'library' || !library)
    throw new NewsroomError('refused', newsroomText('keyRing.closed', { person: by }))
  const { id, publicKey, grade } = key
  const sealing = room.ring.sealingSecretOf(by)
  const card: DeviceCard = {
    person: by,
    ...defined({ role: roleOf(by, room.library.roster) }),
    device: library.device,
    grade,
    id,
    publicKey,
    notes: { id: library.id, publicKey: library.publicKey },
    ...defined({ recipient: sealing && (await recipientOf(sealing.secret)) }),
  }
  const text = writeCard(card, (signer, hash) => room.ring.sign(signer, hash))
  return { card: text, code: shortCode(card), grade }
}

/** Reads the card of another machine, before anybody trusts it. */
export const readDeviceCard: Action<'device.read'> = (room, _by, { card }) =>
  Promise.resolve(reading(room, cardIn(card)))

/** Trusts the key on a card, and puts its person on the roster. `code`: as the person reads it out. */
export const trustDevice: Action<'device.trust'> = async (room, by, { card: text, code, role }) => {
  const card = cardIn(text)
  const { person, device, grade, id, publicKey, notes, recipient } = card
  if (reading(room, card).standing === 'own') throw new NewsroomError('usage', newsroomText('device.own'))
  if (!sameCode(code, shortCode(card))) throw new NewsroomError('refused', newsroomText('device.otherCode', { person }))
  if (recipient !== undefined && !(await isUsableRecipient(recipient)))
    throw new NewsroomError('usage', newsroomText('card.damaged'))
  return room.changeDesk(by, (facts) => {
    const why = whyNotMay('changeRoster', by, { desk: facts })
    if (why !== undefined) throw new NewsroomError('refused', why)
    refuseWhoLeft(facts.roster, person)
    const { standing, addsSealing } = reading(room, card)
    if (standing === 'ended') throw new NewsroomError('refused', newsroomText('device.endedForGood', { person }))
    if (hasOthersNotes(room, card)) throw new NewsroomError('refused', newsroomText('device.othersNotes', { person }))
    if (hasOthersRecipient(room, card))
      throw new NewsroomError('refused', newsroomText('device.othersSealing', { person }))
    const joined = onRoster(facts, by, person, role)
    const named = { person, device, grade, id, publicKey, notes }
    const event: LibraryEvent = { kind: 'deviceTrusted', ...named, ...defined({ recipient }) }
    return {
      facts: { ...facts, roster: joined.roster },
      answer: { roster: joined.roster, person, weak: grade === 'plain' && hasFirstPin(room.ring.history) },
      events: [...joined.events, ...(standing === 'trusted' && !addsSealing ? [] : [event])],
    }
  })
}

/** Puts the person of a card on the roster. `role`: here; undefined leaves it as it is. Throws a refusal. */
function onRoster(facts: LibraryFacts, by: string, person: string, role: Role | 'none' | undefined): Joined {
  const known = facts.roster.find(({ name }) => name === person)
  const joined: Joined =
    role === 'none' && known?.role !== undefined
      ? {
          roster: facts.roster.map(({ role: was, ...other }) =>
            other.name === person || was === undefined ? other : { ...other, role: was },
          ),
          events: [{ kind: 'roleChanged', person, from: known.role, to: '' }],
        }
      : joinRoster(facts, by, { name: person, ...defined({ role: role === 'none' ? undefined : role }) })
  if (!peopleHere(joined.roster).some((one) => one.role === 'editor'))
    throw new NewsroomError('refused', newsroomText('device.lastEditor', { person }))
  refuseWithoutEditor(facts.roster, joined.roster, person)
  return joined
}

/** Whether the library that signs the notes of this card is known as that of another machine. */
function hasOthersNotes({ ring }: Newsroom, { notes, device }: DeviceCard): boolean {
  const known = ring.history.keys.get(notes.id)
  return known !== undefined && !(known.elsewhere && known.grade === 'library' && known.device === device)
}

/** What is sealed for one person must not open to another one. */
const hasOthersRecipient = ({ ring }: Newsroom, { id, recipient }: DeviceCard): boolean =>
  recipient !== undefined &&
  [...ring.history.keys.values()].some((key) =>
    key.id !== id ? key.recipient === recipient : key.recipient !== undefined && key.recipient !== recipient,
  )

/** Trusts a key no longer: the machine is lost, or the person has left. What it signed before stays signed. */
export const endDevice: Action<'device.end'> = (room, by, { key: id }) =>
  room.changeDesk(by, (facts) => {
    const why = whyNotMay('changeRoster', by, { desk: facts })
    if (why !== undefined) throw new NewsroomError('refused', why)
    const key = trustedDevices(room.ring.history).find((one) => one.id === id || sameCode(id, codeOf(one)))
    if (!key) throw new NewsroomError('usage', newsroomText('device.unknown', { key: id }))
    return { facts, answer: { person: key.person }, events: () => retirements(room, [key]) }
  })

export const listDevices: Action<'device.list'> = (room) =>
  Promise.resolve(
    trustedDevices(room.ring.history).map((key) => ({
      key: key.id,
      person: key.person,
      code: codeOf(key),
      weak: key.grade === 'plain' && hasFirstPin(room.ring.history),
      seals: maySealTo(key, room.ring.history),
    })),
  )

/** Whether what is protected may be sealed to this key. Where verdicts need a PIN, sealing does, too. */
export const maySealTo = ({ recipient, grade }: KnownKey, history: KeyHistory): boolean =>
  recipient !== undefined && !(grade === 'plain' && hasFirstPin(history))

/** The short code of a trusted key, as its card had it. */
export const codeOf = ({ notes = '', ...key }: KnownKey): string => shortCode({ ...key, notes: { id: notes } })

function reading({ ring, library }: Newsroom, card: DeviceCard): CardReading {
  const known = ring.history.keys.get(card.id)
  return {
    person: card.person,
    standing: standingOf(ring.history, known),
    weak: card.grade === 'plain' && hasFirstPin(ring.history),
    ...(known && standingOf(ring.history, known) === 'trusted' && addsRecipient(known, card)
      ? { addsSealing: true }
      : {}),
    ...defined({ saysRole: card.role, role: library.roster.find(({ name }) => name === card.person)?.role }),
  }
}

const addsRecipient = (known: KnownKey, { recipient }: DeviceCard): boolean =>
  known.recipient === undefined && recipient !== undefined

function standingOf(history: KeyHistory, known: KnownKey | undefined): CardReading['standing'] {
  if (!known) return 'new'
  if (!known.elsewhere) return 'own'
  if (known.retired === undefined) return 'trusted'
  return mayBeTrustedAgain(history, known) ? 'again' : 'ended'
}

function cardIn(text: string): DeviceCard {
  try {
    return readCard(text, checkSignature)
  } catch (error) {
    throw new NewsroomError('usage', messageOf(error))
  }
}
