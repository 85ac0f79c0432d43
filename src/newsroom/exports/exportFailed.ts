import { newsroomText } from '../../catalogue/rooms/newsroom'
import { failedExports } from '../../story/ledger/leaving/failedExports'
import { NewsroomError } from '../../story/requests/requests'
import type { Action } from '../state/action'

/**
 * Notes that an export was not written, so that nobody has to tell its destination of a correction. Exports are logged
 * before they are written: the log never lacks one that left.
 */
export const exportFailed: Action<'story.exportFailed'> = async (room, by, { story: id, entry: seq, reason }) => {
  const story = await room.storyNow(id)
  const exported = story.entries.find((entry) => entry.kind === 'exported' && entry.seq === seq && entry.by === by)
  if (!exported) throw new NewsroomError('usage', newsroomText('exportFailed.notAnExport', { seq, by }))
  if (failedExports(story.entries).has(seq)) return {}
  await story.note(by, { kind: 'exportFailed', export: exported.hash, reason: reason.trim() }).written
  return {}
}
