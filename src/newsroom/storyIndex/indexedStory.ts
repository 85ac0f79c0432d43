/** What the index keeps of a story, from its readable view. Protected names are masked afterwards: maskStory.ts. */
import { summaryFields } from '../replica/row/storySummary'
import type { StoryForIndex, ViewForIndex } from './storyForIndex'
import { peopleOf, waitingOf, waitsFor } from './waiting/waitingStory'
import type { StoryView } from '../../story/requests/requests'
import { defined } from '../../story/text/defined'
import type { IndexedFact, IndexedStory } from '../../storage/storyIndex/indexedStory'

/** The parts of a story in memory. */
export const forIndex = (
  { summary, view, tasks }: Pick<StoryForIndex, 'summary' | 'tasks'> & { readonly view: StoryView },
  created: string,
  stamp: string,
): StoryForIndex => ({
  summary,
  created,
  stamp,
  ...defined({ tasks }),
  view: {
    id: view.id,
    stage: view.stage,
    version: view.version,
    fields: view.fields,
    blocks: view.blocks.map(({ role, text, picture }) => ({ role, text, ...defined({ picture }) })),
    comments: view.comments,
    ...defined({ sentBack: view.sentBack, sourcesBefore: view.sourcesBefore, signersBefore: view.signersBefore }),
    facts: view.facts.map((fact) => ({
      ...{ id: fact.id, type: fact.type, status: fact.status, text: fact.text, words: fact.words },
      ...{ evidence: fact.evidence, answered: fact.answered },
      ...defined({ attributedTo: fact.attributedTo, query: fact.query, answer: fact.answer, signed: fact.signed }),
    })),
  },
})

/** `names`: the names of sources that are not protected, by every id that leads to them. */
export function indexedStory(
  { summary, view, tasks, created, stamp }: StoryForIndex,
  names: ReadonlyMap<string, string>,
): IndexedStory {
  const { fields, blocks } = view
  const headlines = blocks.filter(({ role }) => role === 'headline')
  const waiting = waitingOf(view, tasks)
  const lines = waiting ? waitsFor(waiting) : []
  const signers = signersIn(view)
  return {
    row: { ...summary, ...summaryFields(fields) },
    created,
    stamp,
    sealed: false,
    texts: {
      headline: saying(headlines.map(({ text }) => text)),
      body: saying(blocks.filter(({ role }) => role !== 'headline').map(({ text }) => text)),
      about: saying([
        fields.slug,
        ...fields.keywords,
        ...fields.byline.flatMap(({ name, role = '' }) => [name, role]),
        fields.author,
        fields.contributors,
        fields.dateline.place,
      ]),
      notes: saying([...notesOf(view), ...evidenceOf(view, names)]),
    },
    people: peopleOf(fields),
    subjects: [...fields.subjects, ...fields.keywords],
    facts: restingFactsOf(view),
    ...defined({ sourcesBefore: view.sourcesBefore }),
    ...(signers.length > 0 ? { signers } : {}),
    ...(waiting && lines.length > 0 ? { waiting } : {}),
    waitsFor: lines,
  }
}

/** The facts that rest on any source. */
export const restingFactsOf = ({ facts }: Pick<ViewForIndex, 'facts'>): readonly IndexedFact[] =>
  facts.flatMap(({ id, words, status, evidence }) =>
    evidence.length === 0
      ? []
      : [{ fact: id, words, status, rests: evidence.map(({ source, locator }) => ({ source, locator })) }],
  )

/** On whose roles the statuses of the story depend. */
const signersIn = ({ facts, signersBefore = [] }: ViewForIndex): readonly string[] => [
  ...new Set([...facts.flatMap(({ signed }) => (signed ? [signed.by] : [])), ...signersBefore]),
]

/** Each once, without those that say nothing. */
const saying = (texts: readonly string[]): readonly string[] => [...new Set(texts)].filter((text) => text.trim() !== '')

const notesOf = ({ fields, comments, blocks, facts }: ViewForIndex): readonly string[] => [
  fields.edNote,
  ...comments.flatMap(({ text, replies }) => [text, ...replies.map((reply) => reply.text)]),
  ...facts.flatMap(({ query, answer }) => [query?.question ?? '', answer?.text ?? '']),
  ...blocks.flatMap(({ picture }) => (picture ? [picture.alt, picture.credit] : [])),
]

const evidenceOf = ({ facts }: ViewForIndex, names: ReadonlyMap<string, string>): readonly string[] =>
  facts.flatMap(({ evidence, attributedTo = '' }) => [
    attributedTo,
    ...evidence.flatMap(({ source, excerpt = '', note = '', locator, fileName = '' }) => [
      names.get(source) ?? '',
      excerpt,
      note,
      locator,
      fileName,
    ]),
  ])
