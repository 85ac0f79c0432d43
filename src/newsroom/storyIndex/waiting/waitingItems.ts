/** What of a story waits for one person. The index counts it, and the queue shows it. */
import { newsroomText } from '../../../catalogue/rooms/newsroom'
import type { WaitingComment, WaitingStory } from '../../../storage/storyIndex/indexedStory'
import { isAuthorOf } from '../../../story/assessment/story'
import { mentionsIn } from '../../../story/copy/comment'
import type { Person } from '../../../story/desk/roster'
import { STATUS_WORDS } from '../../../story/ledger/facts/fact'
import type { QueueItem } from '../../../story/requests/requests'
import { localMinute } from '../../../story/text/format/localMinute'

/** `isDesk`: the person takes filed stories up. `isCounted`: it is only counted, and the notes are left out. */
export function waitingIn(
  { id, stage, version, fields, headline, facts, open, sentBack, comments = [] }: WaitingStory,
  {
    person,
    isDesk,
    isCounted = false,
  }: { readonly person: string; readonly isDesk: boolean; readonly isCounted?: boolean },
  roster: readonly Person[],
): readonly QueueItem[] {
  const common = { story: id, headline, stage, version }
  const note = (write: () => string): string => (isCounted ? '' : write())
  const isMine = isAuthorOf(fields, person)
  const ofFacts = facts.flatMap((fact): readonly QueueItem[] => {
    const item = (kind: QueueItem['kind'], told: string): readonly QueueItem[] => [
      { ...common, kind, fact: fact.id, words: fact.words, note: told },
    ]
    const { query, answer, status, signed } = fact
    if (query) {
      const mine = query.addressee === undefined ? isMine : query.addressee === person
      return mine && query.by !== person
        ? item(
            'asked',
            note(() => {
              const due = query.due ? newsroomText('deskQueue.due', { due: query.due }) : ''
              return `${query.by}: ${query.question}${due}`
            }),
          )
        : []
    }
    if (status === 'toCheck' && fact.answered && answer?.asked === person) return item('answered', answer.text)
    if (status === 'reCheck' && signed?.by === person)
      return item(
        'lapsed',
        note(() => newsroomText('deskQueue.youSigned', { status: STATUS_WORDS[signed.status].toLowerCase() })),
      )
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
        note: note(() => newsroomText('deskQueue.sentBack', { by: sentBack.by, at: localMinute(sentBack.at) })),
      },
      ...items,
    ]
  }
  if (fields.assignee === person && open > 0)
    return [
      {
        ...common,
        kind: 'assigned',
        words: note(() => newsroomText('deskQueue.openFacts', { open })),
        note: fields.slug,
      },
      ...items,
    ]
  const isForDesk = isDesk && !isMine && fields.assignee === ''
  return stage === 'filed' && (isForDesk || fields.assignee === person)
    ? [{ ...common, kind: 'filed', words: headline, note: note(() => filedBy(fields)) }, ...items]
    : items
}

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
