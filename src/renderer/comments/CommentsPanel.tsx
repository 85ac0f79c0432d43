import { commentsText } from '../../catalogue/writing/comments'
import { useState } from 'react'
import { mentionsIn, placeComments, type PlacedComment } from '../../story/copy/comment'
import { CommandKey } from '../state/commands/CommandKey'
import { pick, useNewsroom, usePanels, useStory, type StoryPart } from '../state'
import { BegunComments } from './write/BegunComments'
import { CommentItem } from './CommentItem'
import { NewComment } from './write/NewComment'
import { SuggestionList } from './SuggestionList'
import { focusPlace } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import './comments.css'

type Shown = 'all' | 'comments' | 'suggestions'

/**
 * Lists the suggestions, and the threads on the copy and on the story. Threads whose words are gone have a list of
 * their own; resolved ones are folded.
 */
export function CommentsPanel() {
  const story = useStory(pick('id', 'editor', 'session', 'story', 'copy', 'jump'))
  return (
    <section
      ref={focusPlace(PLACES.commentList)}
      className="comments"
      aria-label={commentsText('commentsPanel.comments')}
    >
      {story ? (
        <Threads key={story.id} story={story} />
      ) : (
        <div className="empty comments-empty">
          <p>{commentsText('commentsPanel.commentsDeskQuestionsReasons')}</p>
          <p>{commentsText('commentsPanel.openStoryCommentsStand')}</p>
        </div>
      )}
    </section>
  )
}

function Threads({ story }: { readonly story: StoryPart<'id' | 'editor' | 'session' | 'story' | 'copy' | 'jump'> }) {
  const { desk, person = '' } = useNewsroom(pick('desk', 'person'))
  const commenting = usePanels(({ commenting }) => commenting)
  const asked = commenting?.story === story.id ? commenting : null
  const [onlyMine, setOnlyMine] = useState(false)
  const all = placeComments(story.copy, story.story.comments ?? [])
  const isMine = ({ thread }: PlacedComment): boolean =>
    thread.assignee === person ||
    [thread.text, ...thread.replies.map(({ text }) => text)].some((text) =>
      mentionsIn(text, desk.roster).includes(person),
    )
  const open = all.filter((comment) => !comment.thread.resolved && (!onlyMine || isMine(comment)))
  const standing = open.filter(({ place }) => place !== 'orphan')
  const orphans = open.filter(({ place }) => place === 'orphan')
  const resolved = all.filter(({ thread }) => thread.resolved)
  const mine = all.filter((comment) => !comment.thread.resolved && isMine(comment)).length
  const [shown, setShown] = useState<Shown>('all')
  const suggestions = story.story.suggestions?.length ?? 0
  const comments = all.filter(({ thread }) => !thread.resolved).length
  const hasBoth = comments > 0 && suggestions > 0
  const shows = (what: Shown): boolean => !hasBoth || shown === 'all' || shown === what
  return (
    <>
      <div className="panel-top comments-top">
        <h2 className="panel-name">{commentsText('commentsPanel.comments')}</h2>
        {hasBoth ? (
          <div className="choices" role="group" aria-label={commentsText('commentsPanel.show')}>
            {(
              [
                ['all', commentsText('commentsPanel.showAll', { count: comments + suggestions })],
                ['comments', commentsText('commentsPanel.showComments', { count: comments })],
                ['suggestions', commentsText('commentsPanel.showSuggestions', { count: suggestions })],
              ] as const
            ).map(([what, words]) => (
              <button key={what} type="button" aria-pressed={shown === what} onClick={() => setShown(what)}>
                {words}
              </button>
            ))}
          </div>
        ) : null}
      </div>
      <div className="comments-scroll">
        {asked ? <NewComment key={JSON.stringify(asked)} story={story} asked={asked} /> : null}
        <BegunComments story={story} asked={asked} />
        {shows('suggestions') ? <SuggestionList story={story} /> : null}
        {mine > 0 && shows('comments') ? (
          <p className="panel-note">
            <label>
              <input type="checkbox" checked={onlyMine} onChange={(event) => setOnlyMine(event.target.checked)} />{' '}
              {commentsText('commentsPanel.onlyMe', { mine })}
            </label>
          </p>
        ) : null}
        {all.length === 0 && !asked ? (
          <p className="panel-note comments-none">
            {commentsText('commentsPanel.noCommentsSelectWords')} <CommandKey id="comment.add" />
            {commentsText('commentsPanel.pressWithoutSelectionComment')}
          </p>
        ) : null}
        {all.length === 0 && suggestions === 0 && !asked ? (
          <p className="panel-note comments-none">
            {commentsText('commentsPanel.noSuggestions')} <CommandKey id="edit.suggesting" />
            {commentsText('commentsPanel.whatYouWrite')}
          </p>
        ) : null}
        {shows('comments') ? (
          <ul className="comment-list" aria-label={commentsText('commentsPanel.openComments')}>
            {standing.map((comment) => (
              <CommentItem key={comment.thread.id} story={story} comment={comment} />
            ))}
          </ul>
        ) : null}
        {orphans.length > 0 && shows('comments') ? (
          <>
            <h2 className="panel-subtitle">{commentsText('commentsPanel.theirWordsGone')}</h2>
            <ul className="comment-list" aria-label={commentsText('commentsPanel.commentsWhoseWordsGone')}>
              {orphans.map((comment) => (
                <CommentItem key={comment.thread.id} story={story} comment={comment} />
              ))}
            </ul>
          </>
        ) : null}
        {resolved.length > 0 ? (
          <details className="comments-resolved">
            <summary>{commentsText('commentsPanel.resolved', { count: resolved.length })}</summary>
            <ul className="comment-list" aria-label={commentsText('commentsPanel.resolvedComments')}>
              {resolved.map((comment) => (
                <CommentItem key={comment.thread.id} story={story} comment={comment} />
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </>
  )
}
