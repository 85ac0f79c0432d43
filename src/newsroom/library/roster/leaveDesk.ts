/** A person leaves the desk, and comes back. Nobody is removed: what they signed stays signed. */
import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { whyNotMay } from '../../../story/assessment/people/rights'
import { hasEditorHere, type Person } from '../../../story/desk/roster'
import { NewsroomError } from '../../../story/requests/requests'
import { keysOf, trustedDevices } from '../../../story/trust/keys/knownKeys'
import type { LibraryFacts } from '../../../storage/disk/storyStore'
import { refuseWhoLeft } from '../../people/whoLeft'
import type { Action } from '../../state/action'
import { retirements, withoutPin } from '../../state/pins/takePin'

/**
 * The person cannot act any more. Their PIN ends, their key here retires, and their keys on other computers are not
 * trusted any more. Another editor says so: an editor is always left, and where there are PINs one with a PIN.
 */
export const leaveDesk: Action<'roster.leave'> = (room, by, { person }) =>
  room.changeDesk(by, (facts) => {
    const { left, pin } = personToChange(facts, by, person)
    if (left) throw new NewsroomError('refused', newsroomText('leave.already', { person }))
    const flagged = withLeft(facts, person, true)
    if (!hasEditorHere(flagged.roster)) throw new NewsroomError('refused', newsroomText('leave.lastEditor', { person }))
    if (person === by) throw new NewsroomError('refused', newsroomText('leave.own'))
    const { facts: after } = withoutPin(room, flagged, person)
    const { history } = room.ring
    const keys = [...keysOf(history, person), ...trustedDevices(history).filter((key) => key.person === person)]
    return {
      facts: after,
      answer: { roster: after.roster },
      events: () => [
        { kind: 'personLeft', person },
        ...(pin ? [{ kind: 'pinRemoved', person } as const] : []),
        ...retirements(room, keys),
      ],
    }
  })

/** The person may act again. Where PINs are used, an editor invites them to another one. */
export const returnToDesk: Action<'roster.return'> = (room, by, { person }) =>
  room.changeDesk(by, (facts) => {
    const { left } = personToChange(facts, by, person)
    if (!left) throw new NewsroomError('refused', newsroomText('leave.isHere', { person }))
    const after = withLeft(facts, person, false)
    return { facts: after, answer: { roster: after.roster }, events: [{ kind: 'personReturned', person }] }
  })

/** Throws a refusal when `by` may not change the roster, or the person is not on it. */
function personToChange(facts: LibraryFacts, by: string, person: string): Person {
  refuseWhoLeft(facts.roster, by)
  const why = whyNotMay('changeRoster', by, { desk: facts })
  if (why !== undefined) throw new NewsroomError('refused', why)
  const known = facts.roster.find(({ name }) => name === person)
  if (!known) throw new NewsroomError('usage', newsroomText('pins.notOnRoster', { person }))
  return known
}

const withLeft = (facts: LibraryFacts, person: string, gone: boolean): LibraryFacts => ({
  ...facts,
  roster: facts.roster.map(({ left, ...other }) =>
    other.name === person
      ? { ...other, ...(gone ? { left: true as const } : {}) }
      : { ...other, ...(left ? { left } : {}) },
  ),
})
