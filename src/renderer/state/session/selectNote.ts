import { suggestionOfNote } from '../../../editor/comments/notedWords'
import type { StorySession } from './storySession'

/** Selects a note beside the words, or none. The words of a suggestion are outlined with it. */
export function selectNote({ store }: Pick<StorySession, 'store'>, key: string | null): void {
  const { note, suggestion } = store.getState()
  if (note === key) return
  const was = suggestionOfNote(note)
  store.setState({
    note: key,
    suggestion: suggestionOfNote(key) ?? (suggestion !== null && suggestion === was ? null : suggestion),
  })
}
