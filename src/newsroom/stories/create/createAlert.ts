import { newsroomText } from '../../../catalogue/rooms/newsroom'
import { createStoryState, BLANK_COPY } from '../../../document/createStoryDoc'
import { NewsroomError } from '../../../story/requests/requests'
import type { Action } from '../../state/action'
import { begunWith, defaultFields } from './newFields'

/**
 * Makes an alert: a headline that cannot wait. An entitled person who is not its author clears it in one move from any
 * stage.
 */
export const createAlert: Action<'story.alert'> = async (room, by, { headline, slug }) => {
  const [line, name] = [headline.replace(/\s+/gu, ' ').trim(), slug.trim()]
  if (line === '' || name === '') throw new NewsroomError('usage', newsroomText('createAlert.textsMissing'))
  const copy = BLANK_COPY.map((block) => (block.role === 'headline' ? { ...block, text: line } : block))
  const fields = defaultFields(room.library.settings.defaults ?? {}, by)
  const story = await room.createStory(by, begunWith(room, fields), (_id, client) =>
    createStoryState({ copy, fields: { ...fields, kind: 'alert', slug: name } }, client, by),
  )
  return { id: story.id }
}
