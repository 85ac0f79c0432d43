import { waitingApart } from '../../../story/merge/waitingApart'
import type { Action } from '../../state/action'
import { ALL_STORIES, shownRows } from '../../library/shownRows'
import { storiesHeaded } from './storiesHeaded'

export const listStories: Action<'story.list'> = async (
  room,
  _by,
  { stage, sort, called, headlines, offset = 0, limit = ALL_STORIES },
) => {
  if (headlines) {
    // An import asks this of what it has made. It does not wait until each story of the library was read.
    if (!room.index.isMade) return []
    return (await storiesHeaded(room, headlines)).slice(offset, offset + limit)
  }
  if (called !== undefined)
    return shownRows(room, async () => {
      const rows = await room.index.question('called', { name: called, limit: offset + limit })
      return { rows: rows.slice(offset) }
    })
  return shownRows(room, () =>
    room.index.question('rows', {
      order: sort ?? 'oldest',
      grouped: false,
      offset,
      limit,
      now: Date.parse(room.clock.now()),
      ...(stage === undefined ? {} : { stage }),
    }),
  )
}

export const showStory: Action<'story.show'> = async (room, _by, { story: id }) => {
  const story = await room.storyNow(id)
  const apart = waitingApart(story.apart, story.entries)
  return { ...story.view(), ...(apart > 0 ? { apart } : {}) }
}

export const readHistory: Action<'story.history'> = async (room, _by, { story }) => (await room.storyNow(story)).entries
