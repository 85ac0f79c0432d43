import { newsroomText } from '../../../catalogue/rooms/newsroom'
import type { WaitingComment, WaitingStory } from '../../../storage/storyIndex/indexedStory'
import { STATUS_WORDS } from '../../../story/ledger/fact'
import type { QueueItem } from '../../../story/requests/requests'
import { mentionsIn } from '../../../story/copy/comment'
import type { Person } from '../../../story/desk/roster'
import { isAuthorOf } from '../../../story/assessment/story'
import { waitingNow, waitingOf } from '../../storyIndex/waitingStory'
import type { Action } from '../../state/action'
import type { Newsroom } from '../../state/newsroom'

/**
 * Lists what waits for this person in any story: stories sent back to them, comments that must be fixed in their
 * stories, questions to them, answers to their questions, their lapsed sign-offs, comments that mention them or are
 * assigned to them, stories assigned to them, and at the desk those that were filed. Stories oldest first.
 */
export const deskQueue: Action<'desk.queue'> = async (room, by, { limit = Infinity }) => {
  const first = await waitingFor(room, by)
  // Of those that are left out, only the number is told: their files are not looked at.
  const told =
    first.items.length > limit ? new Set(first.items.slice(0, limit).map(({ story }) => story)) : first.stories
  const { items } = (await room.index.wasBehind([...told])) ? await waitingFor(room, by) : first
  return { items: items.slice(0, limit), total: items.length }
}

/** `stories`: those of the index that may wait for the person. */
async function waitingFor(
  room: Newsroom,
  by: string,
): Promise<{ readonly items: readonly QueueItem[]; readonly stories: Iterable<string> }> {
  const isDesk = takesUp(room.desk().roster, by)
  // Stories in memory tell of themselves. The index need not have their last change.
  const found = await room.index.question('waiting', { person: by, isDesk }, { withChanges: false })
  const waiting: { readonly story: WaitingStory; readonly created: string }[] = []
  for (const { waiting: story, created, sealed } of found) {
    if (room.index.open(story.id)) continue
    const whole = sealed ? await itself(room, story.id) : story
    if (whole) waiting.push({ story: whole, created })
  }
  for (const open of room.index.openStories()) {
    const story = waitingNow(open)
    if (story) waiting.push({ story, created: open.created })
  }
  const { roster } = room.desk()
  return {
    items: waiting
      .sort((a, b) => ((a.created === b.created ? a.story.id < b.story.id : a.created < b.created) ? -1 : 1))
      .flatMap(({ story }) => waitingIn(story, { person: by, isDesk }, roster)),
    stories: found.map(({ waiting: { id } }) => id),
  }
}

/** The index has it with a protected name sealed: the story has the words. Undefined: it is deleted meanwhile. */
async function itself(room: Newsroom, id: string): Promise<WaitingStory | undefined> {
  try {
    const entry = await room.store.readEntry(id)
    return waitingOf(entry?.file.view ?? (await room.story(id)).view())
  } catch (error) {
    if (!room.deleted.has(id) && (await room.store.hasStory(id))) throw error
    return undefined
  }
}

function waitingIn(
  { id, stage, version, fields, headline, facts, open, sentBack, comments = [] }: WaitingStory,
  { person, isDesk }: { readonly person: string; readonly isDesk: boolean },
  roster: readonly Person[],
): readonly QueueItem[] {
  const common = { story: id, headline, stage, version }
  const isMine = isAuthorOf(fields, person)
  const ofFacts = facts.flatMap((fact): readonly QueueItem[] => {
    const item = (kind: QueueItem['kind'], note: string): readonly QueueItem[] => [
      { ...common, kind, fact: fact.id, words: fact.words, note },
    ]
    const { query, answer, status, signed } = fact
    if (query) {
      const mine = query.addressee === undefined ? isMine : query.addressee === person
      return mine && query.by !== person
        ? item(
            'asked',
            `${query.by}: ${query.question}${query.due ? newsroomText('deskQueue.due', { due: query.due }) : ''}`,
          )
        : []
    }
    if (status === 'toCheck' && fact.answered && answer?.asked === person) return item('answered', answer.text)
    if (status === 'reCheck' && signed?.by === person)
      return item('lapsed', newsroomText('deskQueue.youSigned', { status: STATUS_WORDS[signed.status].toLowerCase() }))
    return []
  })
  const ofComments = comments.flatMap((comment): readonly QueueItem[] => {
    const toFix = comment.mustFix ? toFixFor(comment, person, isMine) : undefined
    if (toFix) return [{ ...common, kind: 'mustFix', comment: comment.id, words: toFix.text, note: toFix.by }]
    const last = lastFor(comment, person, roster)
    return last ? [{ ...common, kind: 'mentioned', comment: comment.id, words: last.text, note: last.by }] : []
  })
  const items = [...ofFacts, ...ofComments]
  if (sentBack && sentBack.by !== person && (isMine || fields.assignee === person)) {
    return [
      {
        ...common,
        kind: 'sentBack',
        words: sentBack.reason,
        note: newsroomText('deskQueue.sentBack', {
          by: sentBack.by,
          at: sentBack.at.slice(0, 16).replace('T', ' '),
        }),
      },
      ...items,
    ]
  }
  if (fields.assignee === person && open > 0)
    return [
      { ...common, kind: 'assigned', words: newsroomText('deskQueue.openFacts', { open }), note: fields.slug },
      ...items,
    ]
  const isForDesk = isDesk && !isMine && fields.assignee === ''
  return stage === 'filed' && (isForDesk || fields.assignee === person)
    ? [{ ...common, kind: 'filed', words: headline, note: filedBy(fields) }, ...items]
    : items
}

/** Filed stories wait for those who edit and check. */
const takesUp = (roster: readonly Person[], person: string): boolean =>
  roster.some(({ name, role }) => name === person && (role === 'editor' || role === 'checker'))

const filedBy = ({ author, byline }: WaitingStory['fields']): string =>
  newsroomText('deskQueue.filed', { by: author || byline.map(({ name }) => name).join(', ') })

/**
 * What was said last in a comment that must be fixed, when it waits for this person: whose story it is has to fix it,
 * and its writer says whether it is fixed. Undefined when this person spoke last.
 */
function toFixFor(
  { said }: WaitingComment,
  person: string,
  isMine: boolean,
): WaitingComment['said'][number] | undefined {
  const [first, last] = [said[0], said.at(-1)]
  const isTheirs = first?.by === person && said.length > 1
  return last && last.by !== person && (isMine || isTheirs) ? last : undefined
}

/**
 * What was said last to this person in a comment: in one that is assigned to them, or where somebody else mentions
 * them. Undefined when they have answered since.
 */
function lastFor(
  { assignee, said }: WaitingComment,
  person: string,
  roster: readonly Person[],
): WaitingComment['said'][number] | undefined {
  const last = said.at(-1)
  if (last?.by === person) return undefined
  if (assignee === person) return last
  const at = said.findLastIndex(({ by, text }) => by !== person && mentionsIn(text, roster).includes(person))
  return said.slice(at + 1).some(({ by }) => by === person) ? undefined : said[at]
}
