/** What of a story may wait for somebody: for the queue of each person. */
import type { Assessment } from '../../../story/assessment/assessment'
import { atClearing } from '../../../story/assessment/clearing'
import { shownWords } from '../../../story/assessment/shownWords'
import { authorsOf, rolesOf } from '../../../story/assessment/story'
import type { Fields } from '../../../story/ledger/fields'
import type { Stage } from '../../../story/ledger/stages'
import type { DeskTasks, FactView } from '../../../story/requests/requests'
import { defined } from '../../../story/text/defined'
import type { CommentThread } from '../../../story/copy/comment'
import type { WaitingComment, WaitingFact, WaitingStory } from '../../../storage/storyIndex/indexedStory'
import type { OpenStory } from '../../replica/openStory'
import { headlineOf } from '../../replica/row/storySummary'
import { factViewOf } from '../../replica/view/factView'
import type { ViewForIndex } from '../storyForIndex'

/** Stages in which only what left the newsroom waits for somebody. */
const OVER: ReadonlySet<Stage> = new Set<Stage>(['spiked', 'killed', 'published'])

type FactsWaiting = Pick<WaitingStory, 'facts' | 'open'>
type FactRead = Pick<FactView, 'id' | 'type' | 'status' | 'text' | 'words' | 'query' | 'answer' | 'answered' | 'signed'>

/** `tasks`: of the story file. Undefined: nothing can wait in the story. */
export function waitingOf(
  { id, stage, version, fields, blocks, facts, comments, sentBack }: ViewForIndex,
  tasks: DeskTasks = {},
): WaitingStory | undefined {
  const common = {
    ...{ id, stage, version, fields: namesIn(fields) },
    headline: blocks.find(({ role }) => role === 'headline')?.text || fields.slug,
  }
  if (OVER.has(stage)) return onlyTasks(common, tasks)
  return {
    ...common,
    facts: facts.filter(mayWait).map(waitingFact),
    open: facts.filter(isOpen).length,
    ...defined({ sentBack, comments: commentsOf(comments), tasks: someOf(tasks) }),
  }
}

/** What waits in a story in memory. Only the facts that changed are read. Undefined: nothing can. */
export function waitingNow(story: OpenStory): WaitingStory | undefined {
  const value = story.value()
  const { standing, sentBack } = value.ledger
  const tasks = story.tasks()
  const common = {
    ...{ id: value.id, stage: standing.stage, version: standing.version, fields: namesIn(value.fields) },
    headline: headlineOf(value) || value.fields.slug,
  }
  if (OVER.has(standing.stage)) return onlyTasks(common, tasks)
  return {
    ...common,
    ...factsOf(story.assessments()),
    ...defined({ sentBack, comments: commentsOf(value.comments ?? []), tasks: someOf(tasks) }),
  }
}

/** What waits in a story that is over, or of which only the history can be read. Undefined: nothing. */
export function onlyTasks(
  story: Pick<WaitingStory, 'id' | 'stage' | 'version' | 'fields' | 'headline'>,
  tasks: DeskTasks,
): WaitingStory | undefined {
  const some = someOf(tasks)
  return some && { ...story, facts: [], open: 0, tasks: some }
}

const someOf = (tasks: DeskTasks): DeskTasks | undefined => (tasks.toApprove || tasks.toNotify ? tasks : undefined)

/** Names, and lines with names, of all whom it may wait for. */
export function waitsFor({
  stage,
  fields,
  facts,
  open,
  sentBack,
  comments = [],
  tasks,
}: WaitingStory): readonly string[] {
  const authors = peopleOf(fields)
  const lines = new Set<string>()
  if (stage === 'filed') lines.add(fields.assignee === '' ? FOR_THE_DESK : fields.assignee)
  if (fields.assignee !== '' && (open > 0 || sentBack)) lines.add(fields.assignee)
  if (sentBack) for (const line of authors) lines.add(line)
  if (tasks?.toApprove) lines.add(FOR_THE_DESK)
  if (tasks?.toNotify) lines.add(FOR_PUBLISHERS)
  for (const { query, answer, answered, status, signed } of facts) {
    for (const line of query ? (query.addressee === undefined ? authors : [query.addressee]) : []) lines.add(line)
    if (status === 'toCheck' && answered && answer?.asked !== undefined) lines.add(answer.asked)
    if (status === 'reCheck' && signed) lines.add(signed.by)
  }
  for (const { assignee, said, mustFix } of comments) {
    // Whose story it is has to fix it; who wrote it says whether it is fixed.
    for (const line of mustFix ? [...authors, said[0]?.by ?? ''] : []) lines.add(line)
    if (assignee !== '') lines.add(assignee)
    for (const { text } of said) for (const line of namesAfterAt(text)) lines.add(line)
  }
  return [...lines]
}

/** A line for everybody at the desk who takes filed stories up. No name begins with a star. */
export const FOR_THE_DESK = '*desk'
/** A line for everybody who may publish. */
export const FOR_PUBLISHERS = '*publishers'

/** Words of the longest name. */
const MOST_WORDS = 5

/**
 * What may be the name after each “@”: its first word, its first two, and so on. The index does not know the roster;
 * the question about a person does.
 */
function namesAfterAt(text: string): readonly string[] {
  return [...text.matchAll(/@(?=[\p{L}\p{N}])/gu)].flatMap(({ index }) => {
    const rest = text.slice(index + 1, index + 120)
    return [...rest.matchAll(/[\p{L}\p{N}]+(?![\p{L}\p{N}])/gu)]
      .slice(0, MOST_WORDS * 2)
      .map((word) => rest.slice(0, word.index + word[0].length))
  })
}

/** The author and everybody whom the byline names. */
export const peopleOf = (fields: Pick<Fields, 'author' | 'byline'>): readonly string[] => [
  ...authorsOf(fields),
  ...rolesOf(fields),
]

/** The open comments that may wait for somebody. Undefined: none. */
function commentsOf(
  threads: readonly Pick<CommentThread, 'id' | 'by' | 'text' | 'assignee' | 'resolved' | 'replies' | 'mustFix'>[],
): readonly WaitingComment[] | undefined {
  const waiting = threads.flatMap(
    ({ id, by, text, assignee, resolved, replies, mustFix }): readonly WaitingComment[] => {
      const said = [{ by, text }, ...replies.map((reply) => ({ by: reply.by, text: reply.text }))]
      const waits = mustFix || assignee !== '' || said.some((one) => one.text.includes('@'))
      return resolved || !waits ? [] : [{ id, assignee, said, ...(mustFix ? { mustFix } : {}) }]
    },
  )
  return waiting.length === 0 ? undefined : waiting
}

const namesIn = ({ author, byline, assignee, slug }: Fields): WaitingStory['fields'] => ({
  ...{ author, byline, assignee, slug },
})

const mayWait = ({ query, answered, status, signed }: FactRead): boolean =>
  query !== undefined || (status === 'toCheck' && answered) || (status === 'reCheck' && signed !== undefined)
const isOpen = ({ type, status }: FactRead): boolean => atClearing(type, status) !== 'pass'
/** Its words as the list of facts shows them, a quotation with both marks. */
const waitingFact = ({ type, status, query, answer, answered, signed, ...fact }: FactRead): WaitingFact => ({
  ...{ id: fact.id, type, status, words: shownWords(fact), answered },
  ...defined({ query, answer, signed }),
})

const readOnce = {
  facts: new WeakMap<readonly Assessment[], FactsWaiting>(),
  /** A fact that may wait, and whether it is open. */
  fact: new WeakMap<Assessment, { readonly waiting: WaitingFact | undefined; readonly isOpen: boolean }>(),
}

/** Reads each assessment once: a change of one fact costs that fact, and one step for each of the others. */
function factsOf(assessments: readonly Assessment[]): FactsWaiting {
  const before = readOnce.facts.get(assessments)
  if (before) return before
  const facts: WaitingFact[] = []
  let open = 0
  for (const assessment of assessments) {
    let one = readOnce.fact.get(assessment)
    if (!one) {
      const view = factViewOf(assessment)
      one = { waiting: mayWait(view) ? waitingFact(view) : undefined, isOpen: isOpen(view) }
      readOnce.fact.set(assessment, one)
    }
    if (one.waiting) facts.push(one.waiting)
    if (one.isOpen) open += 1
  }
  readOnce.facts.set(assessments, { facts, open })
  return { facts, open }
}
