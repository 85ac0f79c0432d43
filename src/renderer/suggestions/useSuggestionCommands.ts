import { suggestionsText } from '../../catalogue/writing/suggestions'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { keyOfNote } from '../../editor/comments/notedWords'
import { describeSuggestion } from '../../story/copy/suggestions/suggestion'
import { setWritingMode } from '../../editor/suggesting/suggestingMode'
import { stepSuggestion, suggestionsHere } from '../../editor/suggesting/suggestionCommands'
import { useDecide } from './useDecide'
import { useMayDecide } from './useMayDecide'
import { useSuggesting } from '../pen/useSuggesting'
import { penText } from '../../catalogue/writing/pen'
import { useCommand, useNotice, useStory, type StoryPart } from '../state'
import { runInSheet } from '../state/session/runEditor'
import { selectNote } from '../state/session/selectNote'
import { useWindowServices } from '../state/windowServices'

/** Switches to Suggesting, and decides on suggestions at the caret or in the selection. */
export function useSuggestionCommands(story: StoryPart<'id' | 'editor' | 'session'>, writable: boolean): void {
  const { suggesting, penOf } = useSuggesting()
  const { setSuggesting } = useWindowServices().newsroom
  const { announce, say } = useNotice()
  const decide = useDecide(story)
  const mayDecide = useMayDecide()
  const { editor, session } = story
  const open = useStory(({ story: { suggestions } }) => suggestions) ?? []

  useEffect(() => {
    if (editor) setWritingMode(suggesting ? 'suggesting' : 'editing')(editor.state, editor.view.dispatch)
  }, [editor, suggesting])

  const times = useStore(session.store, ({ unproposable }) => unproposable)
  useEffect(() => {
    if (times > 0) say(suggestionsText('useSuggestionCommands.cannotProposedSuggestionSo'))
  }, [times, say])

  useCommand(
    'edit.suggesting',
    () => {
      if (penOf !== undefined) return say(penText('pen.fixed', { holder: penOf }))
      setSuggesting(!suggesting)
      announce(
        suggesting
          ? suggestionsText('useSuggestionCommands.editingWhatYouWrite')
          : suggestionsText('useSuggestionCommands.suggestingCopyStandsWhat'),
      )
    },
    writable,
  )
  const step = (by: 1 | -1) => (): void => {
    if (!editor || !runInSheet(editor, stepSuggestion(by)))
      return say(suggestionsText('useSuggestionCommands.noSuggestionOpenStory'))
    const [id] = suggestionsHere(editor.state)
    if (id === undefined) return
    selectNote(session, keyOfNote({ kind: 'suggestion', id }))
    const found = open.find((one) => one.id === id)
    if (found) announce(describeSuggestion(found))
  }
  useCommand('suggestion.next', step(1), open.length > 0)
  useCommand('suggestion.previous', step(-1), open.length > 0)

  /** The suggestions in the selection or at the caret, else the one selected in the list. */
  const here = (): typeof open => {
    const ids = new Set(editor ? suggestionsHere(editor.state) : [])
    const found = open.filter(({ id }) => ids.has(id))
    return found.length > 0 ? found : open.filter(({ id }) => id === session.store.getState().suggestion)
  }
  const settle = (verdict: 'accept' | 'reject') => (): void => {
    const chosen = here()
    if (chosen.length === 0) say(suggestionsText('useSuggestionCommands.putCaretIntoSuggestion'))
    else void decide(verdict, chosen)
  }
  const may = open.map(mayDecide)
  const mayAccept = writable && may.some(({ accept }) => accept)
  useCommand('suggestion.accept', settle('accept'), mayAccept)
  useCommand('suggestion.reject', settle('reject'), writable && may.some(({ reject }) => reject))
  useCommand('suggestion.acceptAll', () => void decide('accept', open), mayAccept)
  useCommand('suggestion.rejectAll', () => void decide('reject', open), mayAccept)
}
