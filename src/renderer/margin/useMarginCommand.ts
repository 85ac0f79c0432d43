import { marginText } from '../../catalogue/writing/margin'
import { noteAt } from '../../editor/comments/notedWords'
import { PLACES } from '../state/focusPlaces'
import { useCommand, useNotice, type StoryPart } from '../state'
import { focusOn } from '../ui/focus/focusService'
import { selectNote } from '../state/session/selectNote'
import type { StoryNote } from './storyNotes'

/** Registers the command that moves the keyboard from the words to their note. Escape moves it back. */
export function useMarginCommand(
  { editor, session }: StoryPart<'editor' | 'session'>,
  notes: ReadonlyMap<string, StoryNote>,
): void {
  const { say } = useNotice()
  useCommand(
    'comment.open',
    () => {
      const key = editor ? noteAt(editor.view, (one) => notes.has(one)) : undefined
      if (key === undefined) return say(marginText('here'))
      selectNote(session, key)
      focusOn(PLACES.note(key), { preventScroll: true })
    },
    notes.size > 0,
  )
}
