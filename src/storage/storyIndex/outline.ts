import { defined } from '../../story/text/defined'
import type { DeskTasks } from '../../story/requests/storyAnswers'
import type { WaitingComment, WaitingFact, WaitingStory } from './indexedStory'

/**
 * The outline of what may wait in a story: only what decides for whom it waits, and none of the words. In two stories
 * with the same outline as many things of each kind wait for anybody (newsroom/storyIndex/waiting/waitingItems.ts). So
 * the index counts thousands of stories without reading each.
 */
export const outlineOf = ({ stage, fields, facts, open, sentBack, comments, tasks }: WaitingStory): WaitingStory => ({
  ...{ id: '', version: 0, headline: '', stage: stage === 'filed' ? stage : 'draft' },
  fields: { author: fields.author, byline: fields.byline, assignee: fields.assignee, slug: '' },
  facts: sorted(facts.map(outlineOfFact)),
  open: Math.min(open, 1),
  ...defined({
    sentBack: sentBack && { by: sentBack.by, at: '', reason: '' },
    comments: comments && sorted(comments.map(outlineOfComment)),
    tasks: tasks && outlineOfTasks(tasks),
  }),
})

const NO_FACT = { id: '', type: 'figure', words: '', answered: false } as const

function outlineOfFact({ query, status, answered, answer, signed }: WaitingFact): WaitingFact {
  if (query) {
    const { by, addressee } = query
    return { ...NO_FACT, status: 'queried', query: { question: '', by, ...defined({ addressee }) } }
  }
  if (status !== 'reCheck')
    return { ...NO_FACT, status, answered, answer: { text: '', by: '', ...defined({ asked: answer?.asked }) } }
  return {
    ...{ ...NO_FACT, status },
    ...(signed ? { signed: { by: signed.by, at: '', status: 'verified', words: '' } } : {}),
  }
}

const outlineOfComment = ({ assignee, said, mustFix }: WaitingComment): WaitingComment => ({
  ...{ id: '', assignee, ...defined({ mustFix }) },
  said: said.map(({ by, text }) => ({ by, text: text.includes('@') ? text.slice(text.indexOf('@')) : '' })),
})

const outlineOfTasks = ({ toApprove, toNotify }: DeskTasks): DeskTasks => ({
  ...(toApprove
    ? {
        toApprove: {
          ...{ text: '', by: '', at: '' },
          ...{ recorders: sorted(toApprove.recorders), authors: sorted(toApprove.authors) },
        },
      }
    : {}),
  ...(toNotify ? { toNotify: { of: 'kill', destinations: 1 } } : {}),
})

/** Their order does not count. */
const sorted = <T>(values: readonly T[]): readonly T[] =>
  values
    .map((value) => ({ value, text: JSON.stringify(value) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ value }) => value)
