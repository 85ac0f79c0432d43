/** Adds, answers, assigns, resolves and reopens comments, each under the name of the person. */
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { addComment as addIn, changeComment as changeIn, markComment, replyToComment } from '../../document/comments'
import { placeComments, type CommentThread } from '../../story/copy/comment'
import type { Copy, Range } from '../../story/copy/copy'
import type { LedgerEvent } from '../../story/ledger/ledgerEntry'
import { asksForFix, type IsBound } from '../../story/merge/asksForFix'
import { NewsroomError, type RequestOf } from '../../story/requests/requests'
import { isAuthorEver } from '../../story/assessment/people/authors'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'
import { nthOccurrence } from '../ledger/occurrences'
import type { OpenStory } from '../replica/openStory'
import { KEEPS_COPY } from '../replica/storyEditing'
import { defined } from '../../story/text/defined'

export const addComment: Action<'comment.add'> = async (
  room,
  by,
  { story: id, text, mustFix = false, assignee = '', ...asked },
) => {
  const said = wordsOf(text)
  const story = await room.storyNow(id)
  const { copy, comments = [] } = story.value()
  const on = wordsAsked(copy, asked)
  const thread: CommentThread = {
    id: room.ids.next('comment', (taken) => comments.some((comment) => comment.id === taken)),
    by,
    at: room.clock.now(),
    text: said,
    ...defined({ words: on?.words }),
    mustFix,
    assignee: onRoster(room, assignee),
    replies: [],
  }
  const { saved } = story.edit(by, (doc) => addIn(doc, thread, on ? [on.range] : []), KEEPS_COPY)
  await Promise.all([saved, noted(story, by, thread, mustFix ? ['said', 'mustFix'] : ['said'])])
  return { id: thread.id }
}

/**
 * Moves a comment whose words are gone to other words. Its record keeps the first words: the edit changes marks only,
 * so a window can undo it.
 */
export const placeComment: Action<'comment.place'> = async (room, by, { story: id, comment, mark, ...asked }) => {
  const story = await room.storyNow(id)
  threadOf(story, comment)
  const { copy, comments = [] } = story.value()
  const now = placeComments(copy, comments).find(({ thread }) => thread.id === comment)
  if (now?.place === 'text')
    throw new NewsroomError('refused', newsroomText('comments.standsOn', { words: now.standing ?? '' }))
  if (now?.place === 'story') throw new NewsroomError('refused', newsroomText('comments.onStory'))
  const on = wordsAsked(copy, asked)
  if (!on) throw new NewsroomError('usage', newsroomText('comments.wordsMissing'))
  await story.edit(by, (doc) => markComment(doc, comment, [on.range]), { ...KEEPS_COPY, ...defined({ origin: mark }) })
    .saved
  return { words: on.words }
}

export const replyComment: Action<'comment.reply'> = async (room, by, { story: id, comment, text }) => {
  const said = wordsOf(text)
  const story = await room.storyNow(id)
  const { replies } = threadOf(story, comment)
  const at = freeInstant(
    room.clock.now(),
    replies.filter((reply) => reply.by === by),
  )
  const { saved } = story.edit(by, (doc) => replyToComment(doc, comment, { by, at, text: said }), KEEPS_COPY)
  const { written } = story.note(by, { kind: 'commentMarked', comment, says: 'said', answer: at, text: said })
  await Promise.all([saved, written])
  return {}
}

/**
 * Assigns, marks must-fix, resolves or reopens. The story's author, and who wrote the words, may not resolve a must-fix
 * comment or take the mark off, unless that person wrote the comment and nobody else asked for that.
 */
export const changeComment: Action<'comment.change'> = async (
  room,
  by,
  { story: id, comment, mustFix, assignee, resolved },
) => {
  const story = await room.storyNow(id)
  const thread = threadOf(story, comment)
  if (thread.mustFix && (resolved === true || mustFix === false)) refuseLettingGo(room, story, thread, by)
  // Who asked for it first stays who asked for it, unless that person may take off only their own mark.
  const isOwn = boundOn(story, thread)
  const isAsked = thread.mustFix && (isOwn(by) || !isOwn(thread.mustFixBy ?? thread.by))
  const asks = mustFix === true && isAsked ? undefined : mustFix
  const { saved } = story.edit(
    by,
    (doc) =>
      changeIn(
        doc,
        comment,
        defined({
          mustFix: asks,
          by,
          assignee: assignee === undefined ? undefined : onRoster(room, assignee),
          resolved: resolved === undefined ? undefined : resolved ? { by, at: room.clock.now() } : null,
        }),
      ),
    KEEPS_COPY,
  )
  const says: readonly CommentMark[] = [
    ...(asks ? ['mustFix' as const] : asks === false && thread.mustFix ? ['notMustFix' as const] : []),
    ...(resolved === undefined ? [] : [resolved ? ('resolved' as const) : ('reopened' as const)]),
  ]
  const [, entry] = await Promise.all([saved, noted(story, by, thread, says)])
  return defined({ entry })
}

type CommentMark = Extract<LedgerEvent, { kind: 'commentMarked' }>['says']

/**
 * Signs what is said, and what is said of a comment. On other machines only that lets go of what must be fixed, and
 * without it the name of who said something is what the document claims. Resolves to the hash of the last entry.
 */
async function noted(
  story: OpenStory,
  by: string,
  { id: comment, text }: CommentThread,
  says: readonly CommentMark[],
): Promise<string | undefined> {
  if (says.length === 0) return undefined
  const events = says.map((one): LedgerEvent => ({ kind: 'commentMarked', comment, says: one, text }))
  const { entries, written } = story.note(by, ...events)
  await written
  return entries.at(-1)?.hash
}

/** Authors, and who wrote the words of a comment, may take off only their own mark. */
const boundOn =
  (story: OpenStory, thread: CommentThread): IsBound =>
  (name) =>
    isAuthorEver(story.value(), name) || story.writers.wroteCommented(thread, name)

/** Refuses an author, and who wrote its words, to let go of what somebody else says must be fixed. */
export function refuseLettingGo(room: Newsroom, story: OpenStory, thread: CommentThread, by: string): void {
  // Several may have asked on several machines. The comment names one of them.
  const { open } = asksForFix(story.entries, story.ledger, () => true)(thread.id, boundOn(story, thread))
  const named = thread.mustFixBy ?? thread.by
  const asks = [named, ...open].find((name) => name !== by)
  if (asks === undefined || room.desk().settings.deskOfOne) return
  if (isAuthorEver(story.value(), by))
    throw new NewsroomError('refused', newsroomText('comments.mustFix', { by: asks }))
  if (story.writers.wroteCommented(thread, by))
    throw new NewsroomError('refused', newsroomText('comments.mustFixOwn', { by: asks, writer: by }))
}

/** The place for a comment; undefined for one on the story as a whole. */
function wordsAsked(
  copy: Copy,
  { on, nth, place }: Pick<RequestOf<'comment.add'>, 'on' | 'nth' | 'place'>,
): { readonly range: Range; readonly words: string } | undefined {
  const range = place
    ? { block: place.block, from: place.from, to: place.to }
    : on === undefined
      ? undefined
      : nthOccurrence(copy, on, nth ?? 1)
  if (!range) return undefined
  const words = copy[range.block]?.text.slice(range.from, range.to) ?? ''
  if (words.trim() === '') throw new NewsroomError('usage', newsroomText('comments.noWords'))
  if (place && words !== place.words) throw new NewsroomError('refused', newsroomText('comments.wordsChanged'))
  return { range, words }
}

/** An answer is known by its writer and its instant: two in one millisecond get two. */
function freeInstant(now: string, replies: readonly { readonly at: string }[]): string {
  const taken = new Set(replies.map(({ at }) => at))
  let time = Date.parse(now)
  while (taken.has(new Date(time).toISOString())) time += 1
  return taken.has(now) ? new Date(time).toISOString() : now
}

/** The words of a comment without white space around. Throws a usage error if nobody would see any. */
export function wordsOf(text: string): string {
  const said = text.trim()
  // Marks that nobody sees say nothing.
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(said)) throw new NewsroomError('usage', newsroomText('comments.textMissing'))
  return said
}

function onRoster(room: Newsroom, name: string): string {
  if (name === '') return ''
  const person = room.onRoster(name)
  if (!person) throw new NewsroomError('usage', newsroomText('comments.notOnRoster', { name }))
  return person.name
}

/** A comment of the story with its answers, by its id. Throws a usage error if there is none. */
export function threadOf(story: OpenStory, id: string): CommentThread {
  const thread = (story.value().comments ?? []).find((comment) => comment.id === id)
  if (!thread) throw new NewsroomError('usage', newsroomText('comments.unknownComment', { id }))
  return thread
}
