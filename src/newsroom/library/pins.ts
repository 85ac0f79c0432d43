import { newsroomText } from '../../catalogue/rooms/newsroom'
import { whyNotMay } from '../../story/assessment/rights'
import { isPin, pinRule } from '../../story/desk/pin'
import { NewsroomError } from '../../story/requests/requests'
import type { Action } from '../state/action'
import { hashPin } from '../people/pinHash'

/** Sets a person's first PIN, or replaces the one that is given with the request. */
export const setPin: Action<'pin.set'> = async (room, by, { pin, was }) => {
  if (!isPin(pin)) throw new NewsroomError('usage', newsroomText('pins.notAPin', { pinRule: pinRule() }))
  const proof = await room.pins.check(by, was)
  const stored = await hashPin(by, pin)
  return room.changeDesk(by, (facts) => {
    if (!room.pins.holds(by, proof)) throw new NewsroomError('refused', newsroomText('pins.changedElsewhere'))
    const roster = facts.roster.map((person) => (person.name === by ? { ...person, pin: true as const } : person))
    return {
      facts: { ...facts, roster, pins: [...without(facts.pins, by), stored] },
      answer: { roster },
      events: [{ kind: 'pinSet', person: by, changed: proof !== undefined }],
    }
  })
}

/** Removes a person's own PIN. An editor may remove that of somebody who forgot it. */
export const removePin: Action<'pin.remove'> = async (room, by, { person, was }) => {
  if (!room.onRoster(person)) throw new NewsroomError('usage', newsroomText('pins.notOnRoster', { person }))
  if (person === by) await room.pins.check(by, was)
  else {
    const why = whyNotMay('resetPin', by, { desk: room.library })
    if (why !== undefined) throw new NewsroomError('refused', why)
  }
  return room.changeDesk(by, (facts) => {
    if (!facts.pins.some((pin) => pin.person === person))
      throw new NewsroomError('usage', newsroomText('pins.noPin', { person }))
    const roster = facts.roster.map(({ pin, ...other }) => (other.name === person || !pin ? other : { ...other, pin }))
    return {
      facts: { ...facts, roster, pins: without(facts.pins, person) },
      answer: { roster },
      events: [{ kind: 'pinRemoved', person }],
    }
  })
}

const without = <T extends { readonly person: string }>(pins: readonly T[], person: string): readonly T[] =>
  pins.filter((pin) => pin.person !== person)
