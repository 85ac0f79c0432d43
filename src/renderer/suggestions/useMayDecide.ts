import type { Suggestion } from '../../story/copy/suggestions/suggestion'
import { useSuggesting } from '../pen/useSuggesting'
import { useNewsroom, useStoryReadOnly } from '../state'

/**
 * What the person at the window may do with a suggestion. While somebody else has the pen, nobody but its holder
 * decides. The person who made the suggestion may take it back.
 */
export function useMayDecide(): (suggestion: Suggestion) => { readonly accept: boolean; readonly reject: boolean } {
  const isReadOnly = useStoryReadOnly() !== undefined
  const person = useNewsroom(({ person }) => person)
  const { penOf } = useSuggesting()
  const accept = !isReadOnly && penOf === undefined
  return ({ by }) => ({ accept, reject: accept || (!isReadOnly && by === person) })
}
