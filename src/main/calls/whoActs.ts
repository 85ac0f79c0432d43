/** Who acts in a window: everything that a window changes asks here. */
import { mainText } from '../../catalogue/rooms/main'
import { refuseWhoLeft } from '../../newsroom/people/whoLeft'
import type { Newsroom } from '../../newsroom/state/newsroom'
import { hasLeft } from '../../story/desk/roster'
import { NewsroomError } from '../../story/requests/requests'
import type { WindowSession } from '../windows/windows'

type PinnedNewsroom = Pick<Newsroom, 'pins' | 'library'>
type Session = Pick<WindowSession, 'person' | 'proof'>

/** The person who acts in a window, if that person has not left, and has no PIN or has given the present one. */
export const provenPerson = ({ pins, library }: PinnedNewsroom, { person, proof }: Session): string | undefined =>
  person !== undefined && !hasLeft(person, library.roster) && pins.holds(person, proof) ? person : undefined

/** `provenPerson`, but throws a NewsroomError that says why nobody may act. */
export function personOf(newsroom: PinnedNewsroom, session: Session): string {
  if (session.person === undefined) throw new NewsroomError('usage', mainText('person.unknown'))
  refuseWhoLeft(newsroom.library.roster, session.person)
  if (provenPerson(newsroom, session) === undefined)
    throw new NewsroomError('refused', mainText('person.needsPin', { name: session.person }))
  return session.person
}

/** Whether a window has to ask who acts: its person has left, or has a PIN that was not given in it. */
export const mustAsk = (newsroom: PinnedNewsroom, session: Session): boolean =>
  session.person !== undefined && provenPerson(newsroom, session) === undefined
