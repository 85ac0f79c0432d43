import { newsroomText } from '../../catalogue/rooms/newsroom'
import type { Assessment } from '../../story/assessment/assessment'
import { atClearing } from '../../story/assessment/clearing'
import { STATUS_WORDS } from '../../story/ledger/fact'
import type { FactView, QueueItem, StoryView } from '../../story/requests/requests'
import type { Stage } from '../../story/ledger/stages'
import { isAuthorOf } from '../../story/assessment/story'
import { factView, headlineOf } from '../replica/storyView'
import type { OpenStory } from '../replica/openStory'
import type { Action } from '../state/action'
import type { Newsroom } from '../state/newsroom'
import { defined } from '../../story/text/defined'

const OVER: ReadonlySet<Stage> = new Set<Stage>(['spiked', 'killed', 'published'])

/**
 * Lists what waits for this person in any story: stories sent back to them, questions to them, answers to their
 * questions, their lapsed sign-offs, stories assigned to them.
 */
export const deskQueue: Action<'desk.queue'> = async (room, by) => {
  const items: QueueItem[] = []
  for (const id of room.storyIds()) {
    // The library reports a story that cannot be read.
    const view = await viewOf(room, id).catch(() => undefined)
    if (view && !OVER.has(view.stage)) items.push(...waitingIn(view, by))
  }
  return items
}

/**
 * The parts of closed stories that the queue needs. The owner keeps opened stories open, so this cache never becomes
 * stale there. A process that only reads beside the owner keeps nothing.
 */
const closedStories = new WeakMap<Newsroom, Map<string, Waiting>>()
type Waiting = Pick<StoryView, 'id' | 'stage' | 'sentBack' | 'fields'> & FactsWaiting & { readonly headline: string }

interface FactsWaiting {
  /** The facts that may wait for somebody. */
  readonly facts: readonly FactView[]
  /** How many facts do not pass at clearing. */
  readonly open: number
}
const NONE: FactsWaiting = { facts: [], open: 0 }

/**
 * Reads a closed story from its story file, once: a queue over a large library opens no story. Of an open one only the
 * facts that changed are read.
 */
async function viewOf(room: Newsroom, id: string): Promise<Waiting> {
  const closed = closedStories.get(room) ?? new Map<string, Waiting>()
  closedStories.set(room, closed)
  const known = room.isOpen(id) ? undefined : closed.get(id)
  if (known) return known
  const snapshot = room.isOpen(id) ? undefined : await room.store.readStoryFile(id)
  const waiting = snapshot ? waitingOf(snapshot.view) : waitingNow(await room.story(id))
  if (room.isOpen(id)) closed.delete(id)
  else if (room.store.writable) closed.set(id, waiting)
  return waiting
}

function waitingNow(story: OpenStory): Waiting {
  const value = story.value()
  const { standing, sentBack } = value.ledger
  return {
    id: value.id,
    stage: standing.stage,
    fields: value.fields,
    ...(OVER.has(standing.stage) ? NONE : factsOf(story.assessments())),
    headline: headlineOf(value) || value.fields.slug,
    ...defined({ sentBack }),
  }
}

const readOnce = {
  facts: new WeakMap<readonly Assessment[], FactsWaiting>(),
  /** The view of a fact that may wait, and whether it is open. */
  fact: new WeakMap<Assessment, { readonly view: FactView | undefined; readonly isOpen: boolean }>(),
}

/** Reads each assessment once: a change of one fact costs that fact, and one step for each of the others. */
function factsOf(assessments: readonly Assessment[]): FactsWaiting {
  const before = readOnce.facts.get(assessments)
  if (before) return before
  const facts: FactView[] = []
  let open = 0
  for (const assessment of assessments) {
    let one = readOnce.fact.get(assessment)
    if (!one) {
      const view = factView(assessment)
      one = { view: mayWait(view) ? view : undefined, isOpen: isOpen(view) }
      readOnce.fact.set(assessment, one)
    }
    if (one.view) facts.push(one.view)
    if (one.isOpen) open += 1
  }
  readOnce.facts.set(assessments, { facts, open })
  return { facts, open }
}

const mayWait = ({ query, answered, status, signed }: FactView): boolean =>
  query !== undefined || (status === 'toCheck' && answered) || (status === 'reCheck' && signed !== undefined)
const isOpen = ({ type, status }: FactView): boolean => atClearing(type, status) !== 'pass'

const waitingOf = ({ id, stage, sentBack, fields, blocks, facts }: StoryView): Waiting => ({
  id,
  stage,
  fields,
  ...(OVER.has(stage) ? NONE : { facts: facts.filter(mayWait), open: facts.filter(isOpen).length }),
  headline: blocks.find(({ role }) => role === 'headline')?.text || fields.slug,
  ...defined({ sentBack }),
})

function waitingIn({ id, fields, headline, facts, open, sentBack }: Waiting, person: string): readonly QueueItem[] {
  const common = { story: id, headline }
  const items = facts.flatMap((fact): readonly QueueItem[] => {
    const item = (kind: QueueItem['kind'], note: string): readonly QueueItem[] => [
      { ...common, kind, fact: fact.id, words: fact.words, note },
    ]
    const { query, answer, status, signed } = fact
    if (query) {
      const mine = query.addressee === undefined ? isAuthorOf(fields, person) : query.addressee === person
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
  if (sentBack && sentBack.by !== person && (isAuthorOf(fields, person) || fields.assignee === person)) {
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
  return items
}
