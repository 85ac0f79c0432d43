import { isAuthorEver, type Authored } from '../story/assessment/people/authors'
import type { Desk } from '../story/assessment/story'
import type { Source } from '../story/desk/source'

/**
 * The sources as a story may name them: who lifted a protection is no second person in a story of their own, now and at
 * any time. There the source is protected until somebody else lifts it. A one-person desk has nobody else.
 */
export function sourcesFor(
  story: Authored,
  sources: Iterable<Source>,
  { settings }: Pick<Desk, 'settings'>,
): readonly Source[] {
  const isGuarded = ({ openedBy }: Source): boolean =>
    openedBy !== undefined && !settings.deskOfOne && isAuthorEver(story, openedBy)
  return [...sources].map((source) => (isGuarded(source) ? { ...source, protected: true } : source))
}
