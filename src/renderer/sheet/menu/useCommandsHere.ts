import { commentOfNote, noteAt } from '../../../editor/comments/notedWords'
import { factSelected } from '../../../editor/facts/factCommands'
import { suggestionsHere } from '../../../editor/suggesting/suggestionCommands'
import type { CommandId } from '../../../ipc/commands'
import { useStory, type StoryPart } from '../../state'

const ON_SUGGESTION: readonly CommandId[] = ['suggestion.accept', 'suggestion.reject']
const ON_NOTE: readonly CommandId[] = ['comment.open']
const ON_FACT: readonly CommandId[] = ['fact.evidence', 'fact.untag']

/** The commands on the suggestion, the comment and the fact at the caret or in the selection, in groups. */
export function useCommandsHere({
  editor,
  session,
}: StoryPart<'editor' | 'session'>): readonly (readonly CommandId[])[] {
  const comments = useStory(({ story }) => story.comments)
  if (!editor) return []
  const { state, view } = editor
  const isOpen = (comment: string): boolean =>
    comments?.some(({ id, resolved }) => id === comment && !resolved) === true
  const hasSuggestion = suggestionsHere(state).length > 0
  const hasNote = hasSuggestion || noteAt(view, (key) => isOpen(commentOfNote(key) ?? '')) !== undefined
  const { current } = session.store.getState()
  const hasFact = factSelected(state, current ?? undefined) !== undefined
  return [[...(hasSuggestion ? ON_SUGGESTION : []), ...(hasNote ? ON_NOTE : [])], hasFact ? ON_FACT : []]
}
