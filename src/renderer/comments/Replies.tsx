import type { CommentThread } from '../../story/copy/comment'
import { Said } from './Said'

interface RepliesProps {
  /** Id of the story. */
  readonly story: string
  readonly thread: CommentThread
  /** See `Said`. */
  readonly leaving: (answer: HTMLElement | null) => () => void
}

/** The answers of a thread. The own ones can be changed. */
export const Replies = ({ story, thread, leaving }: RepliesProps) =>
  thread.replies.map((reply, at) => (
    <Said key={`${reply.at} ${reply.by}`} story={story} thread={thread} answer={at + 1} canChange leaving={leaving} />
  ))
