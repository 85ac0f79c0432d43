/** Comments: made, answered, assigned, resolved and reopened, each under the name of who does it. */
import { addComment as addIn, changeComment as changeIn, replyToComment } from '../document/comments'
import type { CommentThread } from '../story/comment'
import type { Range } from '../story/copy'
import { NewsroomError } from '../story/requests'
import { isAuthorOf } from '../story/story'
import type { Action } from './action'
import type { Newsroom } from './newsroom'
import { nthOccurrence } from './occurrences'
import type { OpenStory } from './openStory'

export const addComment: Action<'comment.add'> = async (room, by, { story: id, text, on, nth, place, mustFix = false, assignee = '' }) => {
  const said = wordsOf(text)
  const story = await room.storyNow(id)
  const { copy, comments = [] } = story.value()
  const range: Range | undefined = place ? { block: place.block, from: place.from, to: place.to } : on === undefined ? undefined : nthOccurrence(copy, on, nth ?? 1)
  const words = range && copy[range.block]?.text.slice(range.from, range.to)
  if (range && (words === undefined || words.trim() === '')) throw new NewsroomError('usage', 'There are no words at that place of the copy.')
  if (place && words !== place.words) throw new NewsroomError('refused', 'These words have changed meanwhile. Look at them again; your comment was not put on.')
  const thread: CommentThread = {
    id: room.ids.next('comment', (taken) => comments.some((comment) => comment.id === taken)), by, at: room.clock.now(), text: said,
    ...(words === undefined ? {} : { words }), mustFix, assignee: onRoster(room, assignee), replies: []
  }
  await story.edit(by, (doc) => addIn(doc, thread, range ? [range] : [])).saved
  return { id: thread.id }
}

export const replyComment: Action<'comment.reply'> = async (room, by, { story: id, comment, text }) => {
  const said = wordsOf(text)
  const story = await room.storyNow(id)
  threadOf(story, comment)
  await story.edit(by, (doc) => replyToComment(doc, comment, { by, at: room.clock.now(), text: said })).saved
  return {}
}

/**
 * Assigns, marks must-fix, resolves or reopens. What must be fixed is neither resolved nor let off by the story's author,
 * unless the author wrote it: the gate would otherwise be the author's own.
 */
export const changeComment: Action<'comment.change'> = async (room, by, { story: id, comment, mustFix, assignee, resolved }) => {
  const story = await room.storyNow(id)
  const thread = threadOf(story, comment)
  const lets = thread.mustFix && (resolved === true || mustFix === false)
  if (lets && thread.by !== by && isAuthorOf(story.value().fields, by) && !room.desk().settings.deskOfOne) {
    throw new NewsroomError('refused', `${thread.by} says this must be fixed. The author answers it; ${thread.by} or another editor resolves it.`)
  }
  await story.edit(by, (doc) => changeIn(doc, comment, {
    ...(mustFix === undefined ? {} : { mustFix }), ...(assignee === undefined ? {} : { assignee: onRoster(room, assignee) }),
    ...(resolved === undefined ? {} : { resolved: resolved ? { by, at: room.clock.now() } : null })
  })).saved
  return {}
}

function wordsOf(text: string): string {
  const said = text.trim()
  if (said === '') throw new NewsroomError('usage', 'A comment needs words.')
  return said
}

function onRoster(room: Newsroom, name: string): string {
  if (name === '') return ''
  const person = room.onRoster(name)
  if (!person) throw new NewsroomError('usage', `${name} is not on the roster of this library, so nothing can be assigned to them.`)
  return person.name
}

function threadOf(story: OpenStory, id: string): CommentThread {
  const thread = (story.value().comments ?? []).find((comment) => comment.id === id)
  if (!thread) throw new NewsroomError('usage', `This story has no comment ${id}.`)
  return thread
}
