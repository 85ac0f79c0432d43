import { keyOfNote, type NoteKey } from '../../editor/comments/notedWords'
import type { Story } from '../../story/assessment/story'
import { placeComments, type PlacedComment } from '../../story/copy/comment'
import type { Copy, Range } from '../../story/copy/copy'
import type { Suggestion } from '../../story/copy/suggestions/suggestion'

/** A note beside the words: an open comment on words, or a suggestion. */
export type StoryNote =
  | { readonly kind: 'comment'; readonly id: string; readonly comment: PlacedComment }
  | { readonly kind: 'suggestion'; readonly id: string; readonly suggestion: Suggestion }

/** All notes of a story in the order of their words, by key. */
export function storyNotes(copy: Copy, story: Pick<Story, 'comments' | 'suggestions'>): ReadonlyMap<string, StoryNote> {
  const placed: { readonly note: StoryNote & NoteKey; readonly at: Range | undefined }[] = []
  for (const comment of placeComments(copy, story.comments ?? []))
    if (comment.place === 'text' && !comment.thread.resolved)
      placed.push({ note: { kind: 'comment', id: comment.thread.id, comment }, at: comment.ranges[0] })
  for (const suggestion of story.suggestions ?? [])
    placed.push({ note: { kind: 'suggestion', id: suggestion.id, suggestion }, at: suggestion.place })
  placed.sort((a, b) => (a.at?.block ?? 0) - (b.at?.block ?? 0) || (a.at?.from ?? 0) - (b.at?.from ?? 0))
  return new Map(placed.map(({ note }) => [keyOfNote(note), note]))
}
