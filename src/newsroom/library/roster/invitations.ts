import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { whyNotMay } from '../../../story/assessment/people/rights'
import { NewsroomError } from '../../../story/requests/requests'
import type { LibraryEvent } from '../../../story/ledger/events/libraryEvent'
import { hasFirstPin, trustedDevices } from '../../../story/trust/keys/knownKeys'
import { newCode, publicKeyOfCode } from '../../people/invitation'
import { refuseWhoLeft } from '../../people/whoLeft'
import type { Action } from '../../state/action'
import type { Newsroom } from '../../state/newsroom'
import { withoutPin } from '../../state/pins/takePin'
import { codeOf } from './devices'
import { personNamed } from './pins'

/** Gives a person without a PIN a one-time code. A later code replaces it. */
export const inviteToPin: Action<'pin.invite'> = async (room, by, { person }) => {
  refuseUnlessEditor(room, by)
  if (personNamed(room, person).pin) throw new NewsroomError('usage', newsroomText('pins.hasPin', { person }))
  const { code, event } = await invitation(person)
  await room.changeDesk(by, (facts) => {
    refuseWhoLeft(facts.roster, person)
    return { facts, answer: undefined, events: [event] }
  })
  return { code }
}

/** Takes a forgotten PIN away and gives a one-time code for another. What the old key signed stays signed. */
export const resetPin: Action<'pin.reset'> = async (room, by, { person }) => {
  refuseUnlessEditor(room, by)
  if (!personNamed(room, person).pin) throw new NewsroomError('usage', newsroomText('pins.noPin', { person }))
  if (person === by) throw new NewsroomError('usage', newsroomText('pins.ownReset'))
  const { code, event } = await invitation(person)
  return room.changeDesk(by, (facts) => {
    refuseWhoLeft(facts.roster, person)
    const { facts: after, events } = withoutPin(room, facts, person)
    return {
      facts: after,
      // They are other keys under another PIN, or under none. Nobody said that the computer is lost.
      answer: { roster: after.roster, code, devices: codesOf(room, person) },
      events: () => [...events(), { kind: 'pinRemoved', person }, event],
    }
  })
}

const codesOf = ({ ring }: Newsroom, person: string): readonly string[] =>
  trustedDevices(ring.history).flatMap((key) => (key.person === person ? [codeOf(key)] : []))

async function invitation(person: string): Promise<{ readonly code: string; readonly event: LibraryEvent }> {
  const code = newCode()
  return { code, event: { kind: 'invited', person, code: await publicKeyOfCode(person, code) } }
}

function refuseUnlessEditor(room: Newsroom, by: string): void {
  const why = whyNotMay('resetPin', by, { desk: room.library })
  if (why !== undefined) throw new NewsroomError('refused', why)
  if (!hasFirstPin(room.ring.history) || room.ring.usableKeyOf(by)?.grade !== 'pin')
    throw new NewsroomError('refused', newsroomText('pins.ownFirst', { person: by }))
}
