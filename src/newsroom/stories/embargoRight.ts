import { newsroomText } from '../../catalogue/rooms/newsroom'
import { isLooser } from '../../story/text/looserEmbargo'
import { whyNotMay } from '../../story/assessment/people/rights'
import { NewsroomError } from '../../story/requests/requests'
import type { Newsroom } from '../state/newsroom'

/** Anyone may set an embargo or move it later. Only an editor moves it earlier or takes it off. */
export function refuseLooserEmbargo(room: Newsroom, by: string, before: string, now: string): void {
  if (!isLooser(before.trim(), now.trim()) || whyNotMay('liftEmbargo', by, { desk: room.desk() }) === undefined) return
  throw new NewsroomError('refused', newsroomText('embargo.editorOnly', { by, until: before }))
}
