import { newsroomText } from '../../catalogue/rooms/newsroom'
import { roleOf } from '../../story/desk/roster'
import { NewsroomError } from '../../story/requests/requests'
import type { Newsroom } from '../state/newsroom'

/** Refuses a reporter. A one-person desk has nobody else, so there the reporter may. */
export function refuseReporter(room: Newsroom, by: string): void {
  // A person without a role is a reporter.
  if (roleOf(by, room.library.roster) !== 'reporter' || room.desk().settings.deskOfOne) return
  throw new NewsroomError('refused', newsroomText('refuseReporter.reporter', { by }))
}
