import { newsroomText } from '../../catalogue/rooms/newsroom'
import { isAuthorEver } from '../../story/assessment/people/authors'
import { NewsroomError } from '../../story/requests/requests'
import { sameName } from '../../story/text/words/personName'
import type { Newsroom } from '../state/newsroom'
import { idsOfSource, storiesThatUsed } from './listSources'
import { refuseReporter } from './refuseReporter'
import { storiesThatName } from './storiesThatName'

/**
 * Refuses to take away what exports are scanned for: to a reporter, to the person who added the source (an id) or one
 * that was merged into it, and to an author of a story that ever used it or names it now. A one-person desk has nobody
 * else.
 */
export async function refuseToWeaken(room: Newsroom, by: string, source: string): Promise<void> {
  if (room.desk().settings.deskOfOne) return
  refuseReporter(room, by)
  const ids = new Set(idsOfSource(room, source))
  if (room.ledger.entries.some((one) => one.kind === 'sourceAdded' && ids.has(one.source) && sameName(one.by, by)))
    throw new NewsroomError('refused', newsroomText('editSource.adder', { by }))
  for (const id of [...(await storiesThatUsed(room, source)), ...(await storiesThatName(room, source))]) {
    if (isAuthorEver((await room.storyNow(id)).value(), by))
      throw new NewsroomError('refused', newsroomText('editSource.author', { by }))
  }
}
