import type { Action } from '../state/action'

export const listStories: Action<'story.list'> = async (room, _by, { stage }) => {
  const stories = await room.summaries()
  return stage === undefined
    ? stories
    : stories.filter((story) => story.stage === stage && story.unavailable === undefined)
}

export const showStory: Action<'story.show'> = async (room, _by, { story }) => (await room.storyNow(story)).view()

export const readHistory: Action<'story.history'> = async (room, _by, { story }) => (await room.storyNow(story)).entries
