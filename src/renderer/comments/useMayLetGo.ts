/** Who may resolve a comment that must be fixed, or take that mark off. The owner asks again. */
import { isAuthorEver } from '../../story/assessment/people/authors'
import type { CommentThread } from '../../story/copy/comment'
import { pick, useNewsroom, useStory } from '../state'

/** Who says that it must be fixed. */
export const asksForIt = ({ mustFixBy, by }: Pick<CommentThread, 'mustFixBy' | 'by'>): string => mustFixBy ?? by

/** The rule is in src/newsroom/stories/comments.ts: not an author of the story, unless only they asked for it. */
export function useMayLetGo(thread: Pick<CommentThread, 'mustFix' | 'mustFixBy' | 'by'>): boolean {
  const { person, desk } = useNewsroom(pick('person', 'desk'))
  const others = thread.mustFix && asksForIt(thread) !== person && person !== undefined && !desk.settings.deskOfOne
  return useStory(({ story }) => !others || !isAuthorEver(story, person)) ?? true
}
