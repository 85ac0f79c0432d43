import { commentsText } from '../../../catalogue/writing/comments'
import { placeComments } from '../../../story/copy/comment'
import { keyOrName, type StoryPart } from '../../state'
import type { WindowServices } from '../../state/windowServices'
import { inAnotherField } from '../../ui/focus/focusService'
import { placeOfWords } from './placeOfWords'
import { focusSheet } from '../../state/session/sheet/focusSheet'

type Place = StoryPart<'id' | 'editor' | 'session'>

/** Puts a comment whose words are gone on the selected words. Returns why it could not. Undo takes it off again. */
export async function placeComment(
  { newsroom, notices }: Pick<WindowServices, 'newsroom' | 'notices'>,
  { id, editor, session }: Place,
  comment: string,
): Promise<string | undefined> {
  const place = editor ? placeOfWords(editor.state) : undefined
  if (!editor || !place)
    return editor?.state.selection.empty === false
      ? commentsText('placeOfWords.oneParagraph')
      : commentsText('usePlaceComment.selectWordsAboutSheet')
  const isInAnotherField = inAnotherField()
  const outcome = await newsroom.act('comment.place', { story: id, comment, place, mark: session.requested.mark() })
  if (!outcome.ok) return outcome.message
  if (!isInAnotherField()) focusSheet(editor)
  notices.announce(
    commentsText('usePlaceComment.commentTakesOffAgain', {
      words: outcome.value.words,
      keyOrName: keyOrName('edit.undo'),
    }),
  )
  return undefined
}

/**
 * The command of the palette: places the only comment that has lost its words, or shows the first of several so that
 * one can be picked.
 */
export async function placeOnlyComment(services: WindowServices, story: Place): Promise<void> {
  const { notices, panels } = services
  const {
    copy,
    story: { comments = [] },
  } = story.session.store.getState().view
  const orphans = placeComments(copy, comments).filter(({ thread, place }) => place === 'orphan' && !thread.resolved)
  const [first, second] = orphans
  if (!first) return notices.say(commentsText('usePlaceComment.wordsEveryOpenComment'))
  panels.showTab('comments')
  if (second) return notices.say(commentsText('usePlaceComment.commentsLostTheirWords', { count: orphans.length }))
  const problem = await placeComment(services, story, first.thread.id)
  if (problem !== undefined) notices.say(problem)
}
