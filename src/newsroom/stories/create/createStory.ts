import { createStoryState, BLANK_COPY } from '../../../document/createStoryDoc'
import type { Action } from '../../state/action'
import { begunWith, defaultFields } from './newFields'

/** Makes a blank story for this person. */
export const createStory: Action<'story.create'> = async (room, by) => {
  const fields = defaultFields(room.library.settings.defaults ?? {}, by)
  const story = await room.createStory(by, begunWith(room, fields), (_id, client) =>
    createStoryState({ copy: BLANK_COPY, fields }, client, by),
  )
  return { id: story.id }
}
