/** Device cards: the key of a person here, for editors elsewhere, and keys of other machines that are trusted here. */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { whyNotMay } from '../../story/assessment/rights'
import { roleOf, type Role } from '../../story/desk/roster'
import type { LibraryEvent } from '../../story/ledger/libraryEvent'
import type { CardReading } from '../../story/requests/peopleRequests'
import { NewsroomError } from '../../story/requests/requests'
import { messageOf } from '../../story/text/messageOf'
import { defined } from '../../story/text/defined'
import { sameCode, shortCode, type DeviceCard } from '../../story/trust/deviceCard'
import { hasPins, trustedDevices } from '../../story/trust/knownKeys'
import { checkSignature } from '../../storage/disk/ed25519'
import type { LibraryFacts } from '../../storage/disk/storyStore'
import { readCard, writeCard } from '../people/deviceCardText'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'
import { retirements } from '../state/takePin'
import { joinRoster } from './roster'

/** The card of the asking person's own key. */
export const ownCard: Action<'device.card'> = (room, by) => {
  const key = room.ring.usableKeyOf(by)
  const library = room.ring.history.keys.get(room.ring.history.library ?? '')
  if (!key || key.grade === 'library' || !library)
    throw new NewsroomError('refused', newsroomText('keyRing.closed', { person: by }))
  const { id, publicKey, grade } = key
  const card: DeviceCard = {
    person: by,
    ...defined({ role: roleOf(by, room.library.roster) }),
    device: library.device,
    grade,
    id,
    publicKey,
    notes: { id: library.id, publicKey: library.publicKey },
  }
  return Promise.resolve({ card: writeCard(card, (hash) => room.ring.sign(id, hash)), code: shortCode(card), grade })
}

/** Reads the card of another machine, before anybody trusts it. */
export const readDeviceCard: Action<'device.read'> = (room, _by, { card }) =>
  Promise.resolve(reading(room, cardIn(card)))

/** Trusts the key on a card, and puts its person on the roster. `code`: as the person reads it out. */
export const trustDevice: Action<'device.trust'> = async (room, by, { card: text, code, role }) => {
  const card = cardIn(text)
  const { person, device, grade, id, publicKey, notes } = card
  const { standing } = reading(room, card)
  if (standing === 'own') throw new NewsroomError('usage', newsroomText('device.own'))
  if (!sameCode(code, shortCode(card))) throw new NewsroomError('refused', newsroomText('device.otherCode', { person }))
  return room.changeDesk(by, (facts) => {
    const why = whyNotMay('changeRoster', by, { desk: facts })
    if (why !== undefined) throw new NewsroomError('refused', why)
    const joined = onRoster(facts, by, person, role)
    const event: LibraryEvent = { kind: 'deviceTrusted', person, device, grade, id, publicKey, notes }
    return {
      facts: { ...facts, roster: joined.roster },
      answer: { roster: joined.roster, person, weak: grade === 'plain' && hasPins(room.ring.history) },
      events: [...joined.events, ...(standing === 'trusted' ? [] : [event])],
    }
  })
}

const onRoster = (facts: LibraryFacts, by: string, person: string, role: Role | undefined) => {
  const known = facts.roster.find(({ name }) => name === person)
  return joinRoster(facts, by, { name: person, ...defined({ role: role ?? known?.role }) })
}

/** Trusts a key no longer: the machine is lost, or the person has left. What it signed before stays signed. */
export const endDevice: Action<'device.end'> = (room, by, { key: id }) =>
  room.changeDesk(by, (facts) => {
    const why = whyNotMay('changeRoster', by, { desk: facts })
    if (why !== undefined) throw new NewsroomError('refused', why)
    const key = trustedDevices(room.ring.history).find((one) => one.id === id || shortCodeOf(room, one.id) === id)
    if (!key) throw new NewsroomError('usage', newsroomText('device.unknown', { key: id }))
    return { facts, answer: { person: key.person }, events: () => retirements(room, [key]) }
  })

export const listDevices: Action<'device.list'> = (room) =>
  Promise.resolve(
    trustedDevices(room.ring.history).map(({ id, person, grade }) => ({
      key: id,
      person,
      code: shortCodeOf(room, id),
      weak: grade === 'plain' && hasPins(room.ring.history),
    })),
  )

/** The short code of a trusted key. */
function shortCodeOf({ ring }: Newsroom, id: string): string {
  const { keys } = ring.history
  const key = keys.get(id)
  const notes = [...keys.values()].find((one) => one.elsewhere && one.grade === 'library' && one.device === key?.device)
  return key && notes ? shortCode({ ...key, notes }) : ''
}

function reading({ ring, library }: Newsroom, card: DeviceCard): CardReading {
  const known = ring.history.keys.get(card.id)
  return {
    person: card.person,
    code: shortCode(card),
    standing: !known ? 'new' : !known.elsewhere ? 'own' : known.retired === undefined ? 'trusted' : 'ended',
    weak: card.grade === 'plain' && hasPins(ring.history),
    ...defined({ saysRole: card.role, role: library.roster.find(({ name }) => name === card.person)?.role }),
  }
}

function cardIn(text: string): DeviceCard {
  try {
    return readCard(text, checkSignature)
  } catch (error) {
    throw new NewsroomError('usage', messageOf(error))
  }
}
