/** Who may resolve a comment that must be fixed, or take that mark off. The owner asks again. */
import { isAuthorEver } from '../../story/assessment/authors'
import type { CommentThread } from '../../story/copy/comment'
import { pick, useNewsroom, useStory } from '../state'

/** The rule is in src/newsroom/stories/comments.ts: not an author of the story, unless it is their own comment. */
export function useMayLetGo({ mustFix, by }: Pick<CommentThread, 'mustFix' | 'by'>): boolean {
  const { person, desk } = useNewsroom(pick('person', 'desk'))
  const others = mustFix && by !== person && person !== undefined && !desk.settings.deskOfOne
  return useStory(({ story }) => !others || !isAuthorEver(story, person)) ?? true
}
