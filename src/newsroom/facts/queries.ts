import { newsroomText } from '../../catalogue/rooms/newsroom'
import { maskNames } from '../../projection/scan/maskNames'
import { protectedTerms } from '../../projection/scan/protectedTerms'
import { queriesOf, type Query, queryText, readAnswers } from '../../review/queryText'
import type { LedgerEvent } from '../../story/ledger/ledgerEntry'
import { NewsroomError, type AnswerOf, type QueryView, type RequestOf } from '../../story/requests/requests'
import type { Action } from '../state/action'
import type { OpenStory } from '../replica/openStory'
import { refuseOtherVerdicts } from './signing/refuseOtherVerdicts'

/**
 * The queries of a story by number, and the open ones as the text of a message. A message goes to people outside the
 * desk, so it names no source that is protected now.
 */
export const listQueries: Action<'query.list'> = async (room, _by, { story: id, addressee }) => {
  const story = await room.storyNow(id)
  const wanted = addressee?.trim() ?? ''
  const queries = viewsOf(story).filter((query) => wanted === '' || query.addressee === wanted)
  const message = queryText(
    story.value().fields.slug,
    queries.filter(({ open }) => open).map((query) => ({ ...query, entry: 0 })),
  )
  return { queries, text: maskNames(message, protectedTerms(room.library.sources.values())) }
}

/** Files the answers of a pasted text by their numbers. Each fact becomes open again, flagged "answered". */
export const fileAnswers: Action<'query.answers'> = async (room, by, request) =>
  request.preview
    ? room.lookAt(request.story, (story) => file(story, by, request))
    : file(await room.storyNow(request.story), by, request)

async function file(
  story: OpenStory,
  by: string,
  { text, preview = false }: RequestOf<'query.answers'>,
): Promise<AnswerOf<'query.answers'>> {
  const queries = viewsOf(story)
  const open = new Map(queries.filter((query) => query.open).map((query) => [query.number, query]))
  const closed = new Set(queries.filter((query) => !query.open).map(({ number }) => number))
  const { answers, rest } = readAnswers(text, new Set(open.keys()), closed)
  const answered = answers.flatMap(({ number, text: answer }) => {
    const query = open.get(number)
    return query ? [{ number, fact: query.fact, words: query.words, text: answer }] : []
  })
  story.guard.refuseWhenGuarded()
  story.guard.refuseWhenKilled()
  if (preview) return { answered, unmatched: rest }
  if (answered.length === 0)
    throw new NewsroomError(
      'refused',
      open.size === 0
        ? newsroomText('queries.noneOpen')
        : newsroomText('queries.noNumber', { numbers: [...open.keys()].join(', ') }),
    )
  await story.note(
    by,
    ...answered.map(({ fact, text: answer }): LedgerEvent => ({ kind: 'answered', fact, text: answer })),
  ).written
  return { answered, unmatched: rest }
}

/** A query is open while its fact is still queried by it. */
function viewsOf(story: OpenStory): readonly QueryView[] {
  const asked = new Map(story.assessments().map((fact) => [fact.id, fact.current]))
  return queriesOf(story.entries).map(({ entry, ...query }: Query): QueryView => {
    const current = asked.get(query.fact)
    return { ...query, open: query.answer === undefined && current?.status === 'queried' && current.entry === entry }
  })
}

/** Answers a query. The fact becomes open again, flagged "answered". */
export const answerQuery: Action<'fact.answer'> = async (room, by, { story: id, fact, text, standing }) => {
  const story = await room.storyNow(id)
  const assessment = story.assessment(fact)
  refuseOtherVerdicts(assessment, standing)
  const { current } = assessment
  if (current?.status !== 'queried') throw new NewsroomError('refused', newsroomText('queries.noneOpenOnFact'))
  if (text.trim() === '') throw new NewsroomError('usage', newsroomText('queries.answerEmpty'))
  await story.note(by, { kind: 'answered', fact, text: text.trim() }).written
  return {}
}
