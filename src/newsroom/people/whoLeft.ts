import { newsroomText } from '../../catalogue/rooms/newsroom'
import { hasLeft, type Person } from '../../story/desk/roster'
import { NewsroomError } from '../../story/requests/requests'

/** Throws a refusal for a person who has left the desk. */
export function refuseWhoLeft(roster: readonly Person[], person: string): void {
  if (hasLeft(person, roster)) throw new NewsroomError('refused', newsroomText('actions.hasLeft', { person }))
}
