import { newsroomText } from '../../catalogue/rooms/newsroom'
import { isAuthorEver } from '../../story/assessment/people/authors'
import { NewsroomError } from '../../story/requests/requests'
import type { Newsroom } from '../state/newsroom'
import { restingFacts } from './listSources'
import { refuseReporter } from './refuseReporter'

/**
 * Refuses a reporter, and an author of a story that rests on the source (an id), to take away what exports are scanned
 * for. A one-person desk has nobody else.
 */
export async function refuseToWeaken(room: Newsroom, by: string, source: string): Promise<void> {
  if (room.desk().settings.deskOfOne) return
  refuseReporter(room, by)
  for (const id of new Set((await restingFacts(room, source)).map(({ story }) => story))) {
    if (isAuthorEver((await room.storyNow(id)).value(), by))
      throw new NewsroomError('refused', newsroomText('editSource.author', { by }))
  }
}
