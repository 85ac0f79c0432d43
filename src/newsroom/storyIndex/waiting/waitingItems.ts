/** What of a story waits for one person. The index counts it, and the queue shows it. */
import { newsroomText } from '../../../catalogue/rooms/newsroom'
import type { WaitingComment, WaitingStory } from '../../../storage/storyIndex/indexedStory'
import { whyNotApproveCorrection } from '../../../story/assessment/people/entitlement'
import { whyNotMay, type People } from '../../../story/assessment/people/rights'
import { isAuthorOf } from '../../../story/assessment/story'
import { mentionsIn } from '../../../story/copy/comment'
import { roleOf, type Person } from '../../../story/desk/roster'
import { STATUS_WORDS } from '../../../story/ledger/facts/fact'
import type { QueueItem } from '../../../story/requests/requests'
import { localMinute } from '../../../story/text/format/localMinute'
import { sameName } from '../../../story/text/words/personName'

/** For whom it is asked. */
export interface QueueAsker {
  readonly person: string
  readonly desk: People
  /** It is only counted, and the notes are left out. */
  readonly isCounted?: boolean
}

/** Filed stories and notes to approve wait for those who edit and check: also for a first person without a role. */
export function takesUp({ person, desk: { roster } }: QueueAsker): boolean {
  const role = roleOf(person, roster)
  return role === 'editor' || role === 'checker'
}

/** Destinations to notify wait for those who publish. */
export const mayPublish = ({ person, desk }: QueueAsker): boolean =>
  whyNotMay('publish', person, { desk }) === undefined

export function waitingIn(story: WaitingStory, asker: QueueAsker): readonly QueueItem[] {
  const { id, stage, version, fields, headline, facts, open, sentBack, comments = [] } = story
  const { person, desk, isCounted = false } = asker
  const { roster } = desk
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
  const ofTasks = tasksFor(story, asker).map((task): QueueItem => ({ ...common, ...task }))
  const items = [...ofTasks, ...ofFacts, ...ofComments]
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
  const isForDesk = takesUp(asker) && !isMine && fields.assignee === ''
  return stage === 'filed' && (isForDesk || fields.assignee === person)
    ? [{ ...common, kind: 'filed', words: headline, note: note(() => filedBy(fields)) }, ...items]
    : items
}

/** The note that this person may approve, and the destinations that wait for them to be notified. */
function tasksFor(
  { id, fields, headline, tasks: { toApprove, toNotify } = {} }: WaitingStory,
  asker: QueueAsker,
): readonly Pick<QueueItem, 'kind' | 'of' | 'words' | 'note'>[] {
  const { person, desk, isCounted = false } = asker
  const note = (write: () => string): string => (isCounted ? '' : write())
  const found: Pick<QueueItem, 'kind' | 'of' | 'words' | 'note'>[] = []
  if (toApprove && takesUp(asker)) {
    const { recorders, authors, text, by, at, approver } = toApprove
    const wrote = recorders.every((name) => sameName(name, person))
    if (whyNotApproveCorrection(person, { fields, ledger: { authors } }, desk, wrote) === undefined)
      found.push({
        ...{ kind: 'toApprove', of: 'correction', words: text },
        note: note(() =>
          approver === undefined
            ? newsroomText('deskQueue.toApprove', { by, at: localMinute(at) })
            : newsroomText('deskQueue.approvalLapsed', { by: approver }),
        ),
      })
  }
  if (toNotify && mayPublish(asker)) {
    const { of, destinations } = toNotify
    found.push({
      ...{ kind: 'toNotify', of, words: headline || id },
      note: note(() => newsroomText('deskQueue.toNotify', { of, destinations })),
    })
  }
  return found
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
