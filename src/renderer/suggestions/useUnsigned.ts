import type { Suggestion } from '../../story/copy/suggestions/suggestion'
import { isUnsignedSuggestion } from '../../story/ledger/unsignedComments'
import { NO_NOTES } from '../../story/trust/notesElsewhere'
import { useNewsroom, useStory } from '../state'

/** Whether a suggestion of the open story bears a name that did not sign it. */
export function useUnsigned(suggestion: Pick<Suggestion, 'id' | 'by'>): boolean {
  const notes = useNewsroom(({ desk }) => desk.notesElsewhere ?? NO_NOTES)
  return useStory(({ story, entries }) => isUnsignedSuggestion(suggestion, story.ledger, { entries, notes })) === true
}
