import { useEffect, useRef, type CSSProperties } from 'react'
import { marginText } from '../../catalogue/writing/margin'
import { keyOfNote } from '../../editor/comments/notedWords'
import { describeSuggestion } from '../../story/copy/suggestions/suggestion'
import type { StoryPart } from '../state'
import { PLACES } from '../state/focusPlaces'
import { registerPlace } from '../ui/focus/focusService'
import { CommentNote } from './CommentNote'
import { SuggestionNote } from './SuggestionNote'
import { selectNote } from '../state/session/selectNote'
import type { StoryNote } from './storyNotes'

interface MarginNoteProps {
  readonly story: StoryPart<'id' | 'editor' | 'session'>
  readonly note: StoryNote
  readonly isSelected: boolean
  /** Whether Tab stops at it. Arrow keys go to the others. */
  readonly isStop: boolean
  readonly place: { readonly at: number; readonly of: number }
  readonly style?: CSSProperties
  readonly measure?: (element: HTMLElement) => () => void
}

/** One note. A press on it, or the keyboard in it, selects it. */
export function MarginNote({ story, note, isSelected, isStop, place, style, measure }: MarginNoteProps) {
  const key = keyOfNote(note)
  const element = useRef<HTMLElement>(null)
  useEffect(() => {
    const drawn = element.current
    if (!drawn) return
    const here = (): HTMLElement => drawn
    const ends = [PLACES.notes, PLACES.note(key)].map((name) => registerPlace(name, here))
    const unmeasured = measure?.(drawn)
    return () => {
      for (const end of ends) end()
      unmeasured?.()
    }
  }, [key, measure])
  const select = (): void => selectNote(story.session, key)
  return (
    <article
      ref={element}
      className="margin-note"
      data-note={key}
      data-menu-row="selects"
      data-menu-buttons=""
      data-kind={note.kind}
      data-must={note.kind === 'comment' && note.comment.thread.mustFix}
      data-selected={isSelected}
      aria-label={labelOf(note)}
      aria-posinset={place.at}
      aria-setsize={place.of}
      tabIndex={isStop ? 0 : -1}
      style={style}
      // Not while the pointer is down: the selected note moves, and the press would miss its button.
      onFocus={(event) => {
        if (event.target.matches(':focus-visible')) select()
      }}
      onClick={select}
    >
      {note.kind === 'comment' ? (
        <CommentNote story={story} comment={note.comment} isSelected={isSelected} />
      ) : (
        <SuggestionNote story={story} suggestion={note.suggestion} />
      )}
    </article>
  )
}

function labelOf(note: StoryNote): string {
  if (note.kind === 'suggestion')
    return marginText('suggestion', {
      by: note.suggestion.by || marginText('unknownAuthor'),
      words: describeSuggestion(note.suggestion),
    })
  const { thread, standing = '' } = note.comment
  return marginText('comment', { by: thread.by, words: brief(standing) })
}

const LONGEST = 60
const brief = (words: string): string =>
  words.length > LONGEST ? `${[...words].slice(0, LONGEST - 1).join('')}…` : words
