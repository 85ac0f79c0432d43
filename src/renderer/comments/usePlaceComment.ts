import { commentsText } from '../../catalogue/writing/comments'
import { placeComments } from '../../story/copy/comment'
import { keyOrName, useNotice, type StoryPart } from '../state'
import { placeOfWords } from './placeOfWords'
import { useWindowServices } from '../state/windowServices'
import { inAnotherField } from '../ui/focus/focusService'

/** Puts a comment whose words are gone on the selected words. Returns why it could not. Undo takes it off again. */
export function usePlaceComment(
  story: StoryPart<'id' | 'editor' | 'session'>,
): (comment: string) => Promise<string | undefined> {
  const { act } = useWindowServices().newsroom
  const { announce } = useNotice()
  return async (comment) => {
    const { editor, session } = story
    const place = editor ? placeOfWords(editor.state) : undefined
    if (!editor || !place)
      return editor?.state.selection.empty === false
        ? commentsText('placeOfWords.oneParagraph')
        : commentsText('usePlaceComment.selectWordsAboutSheet')
    const isInAnotherField = inAnotherField()
    const outcome = await act('comment.place', { story: story.id, comment, place, mark: session.requested.mark() })
    if (!outcome.ok) return outcome.message
    if (!isInAnotherField() && !editor.isDestroyed) editor.view.focus()
    announce(
      commentsText('usePlaceComment.commentTakesOffAgain', {
        words: outcome.value.words,
        keyOrName: keyOrName('edit.undo'),
      }),
    )
    return undefined
  }
}

/**
 * The command of the palette: places the only comment that has lost its words, or shows the first of several so that
 * one can be picked.
 */
export function usePlaceOnlyComment(story: StoryPart<'id' | 'editor' | 'session'>): () => Promise<void> {
  const { say } = useNotice()
  const { showTab } = useWindowServices().panels
  const putOn = usePlaceComment(story)
  return async () => {
    const {
      copy,
      story: { comments = [] },
    } = story.session.store.getState().view
    const orphans = placeComments(copy, comments).filter(({ thread, place }) => place === 'orphan' && !thread.resolved)
    const [first, second] = orphans
    if (!first) return say(commentsText('usePlaceComment.wordsEveryOpenComment'))
    showTab('comments')
    if (second) return say(commentsText('usePlaceComment.commentsLostTheirWords', { count: orphans.length }))
    const problem = await putOn(first.thread.id)
    if (problem !== undefined) say(problem)
  }
}
