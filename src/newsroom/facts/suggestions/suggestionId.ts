import type { Newsroom } from '../../state/newsroom'
import type { OpenStory } from '../../replica/openStory'

/** An id that no suggestion of the story has or had. */
export const newSuggestionId = (room: Newsroom, story: OpenStory): string =>
  room.ids.next('suggestion', (taken) => story.knowsSuggestion(taken))
