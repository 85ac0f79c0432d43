import { suggestionsText } from '../../catalogue/writing/suggestions'
import type { Suggestion } from '../../story/copy/suggestions/suggestion'
import { useNotice, type StoryPart } from '../state'
import { useWindowServices } from '../state/windowServices'

/** Accepts or rejects suggestions as this window shows them. Resolves to whether it was done. Undo takes it back. */
export function useDecide(
  story: StoryPart<'id' | 'session'> | null,
): (verdict: 'accept' | 'reject', suggestions: readonly Suggestion[]) => Promise<boolean> {
  const { act } = useWindowServices().newsroom
  const { check, announce } = useNotice()
  return async (verdict, suggestions) => {
    if (!story || suggestions.length === 0) return false
    const seen = suggestions.map(({ id, inserted, deleted }) => ({ id, inserted, deleted }))
    const action = verdict === 'accept' ? 'suggestion.accept' : 'suggestion.reject'
    const done = check(
      await story.session.requested.deciding(() => act(action, { story: story.id, suggestions: seen })),
    )
    if (!done) return false
    const count = done.decided.length
    const said =
      verdict === 'accept'
        ? suggestionsText('useDecide.accepted', { count })
        : suggestionsText('useDecide.rejected', { count })
    announce(done.verified.length > 0 ? `${said}${suggestionsText('useDecide.rightWordsStandVerified')}` : said)
    return true
  }
}
