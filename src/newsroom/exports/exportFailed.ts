import { newsroomText } from '../../catalogue/newsroom'
import { NewsroomError } from '../../story/requests/requests'
import type { Action } from '../state/action'

/** Notes that an export did not come to its place, so that nobody is asked to tell it of a correction. It was logged before it was written: what left is never missing in the log. */
export const exportFailed: Action<'story.exportFailed'> = async (room, by, { story: id, entry: seq, reason }) => {
  const story = await room.storyNow(id)
  if (!story.entries.some((entry) => entry.kind === 'exported' && entry.seq === seq && entry.by === by))
    throw new NewsroomError('usage', newsroomText('exportFailed.notAnExport', { seq, by }))
  if (story.entries.some((entry) => entry.kind === 'exportFailed' && entry.export === seq)) return {}
  await story.note(by, { kind: 'exportFailed', export: seq, reason: reason.trim() }).written
  return {}
}
