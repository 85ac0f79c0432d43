import { commentsText } from '../../../catalogue/writing/comments'
import type { StoryPart } from '../../state'
import { useNewsroom } from '../../state'
import type { CommentAsked } from '../../state/stores/drafts'
import { useWindowServices } from '../../state/windowServices'

/**
 * Lists the comments on this story that were begun and neither added nor cancelled, without the one being written. A
 * click continues one.
 */
export function BegunComments({
  story,
  asked,
}: {
  readonly story: StoryPart<'id'>
  readonly asked: CommentAsked | null
}) {
  const { panels } = useWindowServices()
  const person = useNewsroom(({ person = '' }) => person)
  const own = `${person}\n`
  const begun = panels.drafts.comment.keys().flatMap((key) => {
    const one = key.startsWith(own) ? (JSON.parse(key.slice(own.length)) as CommentAsked) : undefined
    const text = panels.drafts.comment.get(key)?.text.trim() ?? ''
    return one?.story !== story.id || text === '' || JSON.stringify(one) === JSON.stringify(asked)
      ? []
      : [{ key, one, text }]
  })
  if (begun.length === 0) return null
  return (
    <ul className="comments-begun" aria-label={commentsText('begunComments.commentsBegun')}>
      {begun.map(({ key, one, text }) => (
        <li key={key}>
          <button type="button" className="finding-jump" onClick={() => panels.store.setState({ commenting: one })}>
            {commentsText('begunComments.go', { text: beginning(text) })}
          </button>{' '}
          <span className="soft">
            {one.place
              ? commentsText('begunComments.on', { words: beginning(one.place.words) })
              : commentsText('begunComments.storyWhole')}
          </span>
        </li>
      ))}
    </ul>
  )
}

const SHOWN = 60
const beginning = (text: string): string => (text.length > SHOWN ? `${[...text].slice(0, SHOWN).join('')}…` : text)
